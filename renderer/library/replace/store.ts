import type { ReplacePlan, ReplaceRequest } from '../../../shared/ipc/file-calls'
import { textToReplace } from '../../../shared/posts/post-query'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { createPlanDialog } from '../plan/plan-dialog'
import { lookAgain, saveForOperation, tellOperation } from '../state/file-operations'
import { useLibrary } from '../state/library-store'
import { type TextSearch, useTextSearch } from '../state/text-search'

const dialog = createPlanDialog<ReplaceRequest, ReplacePlan>((request) => api.planReplace(request))

/** The dialog that replaces what was found in many posts. */
export const useReplace = dialog.store
/** Stops what runs; closes the dialog when nothing does. */
export const closeReplace = dialog.close
/** Leaves a post out, or takes it in again. */
export const leaveOut = dialog.leaveOut
/** Follows how far a long replace is. */
export const startReplace = dialog.follow

/** Whether something was found that can be replaced; conditions alone find posts, but no words. */
export const canReplace = (query: string, { hits, options }: Pick<TextSearch, 'hits' | 'options'>): boolean =>
  hits.length > 0 && textToReplace(query.trim(), options.regex) !== ''

/** Opens the dialog for the words in the search field. What is unsaved is saved first: the plan is about files. */
export const openReplace = async (): Promise<void> => {
  const text = useLibrary.getState().query.trim()
  await saveForOperation()
  dialog.open({ text, ...useTextSearch.getState().options, replacement: '' })
}

/** Takes the words that shall stand there, and shows a moment later what they would change. */
export const setReplacement = (replacement: string): void => {
  const { request } = useReplace.getState()
  if (request) dialog.change({ ...request, replacement })
}

/** Replaces in the posts that are not left out, exactly as they were shown. */
export const replaceAll = async (): Promise<void> => {
  const { request, plan, excluded } = useReplace.getState()
  if (!request || !plan) return
  const shown = plan.filter(({ id }) => !excluded.has(id)).map(({ id, revision }) => ({ id, revision }))
  const result = await dialog.carryOut(() => api.replaceInPosts(request, shown))
  if (!result) return
  const text = textToReplace(request.text, request.regex)
  tellOperation(t('changes.replaced', { text, done: result.done, count: shown.length }), result)
  await lookAgain(shown.map(({ id }) => id))
}
