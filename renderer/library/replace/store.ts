import type { ReplacePlan, ReplaceRequest } from '../../../shared/ipc/file-calls'
import { textToReplace } from '../../../shared/posts/post-query'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { createPlanDialog } from '../plan/plan-dialog'
import { lookAgain, saveForOperation, tellOperation } from '../state/file-operations'
import { useLibrary } from '../state/library-store'
import { type TextSearch, useTextSearch } from '../state/text-search'

const dialog = createPlanDialog<ReplaceRequest, ReplacePlan>((request) => api.planReplace(request))

/** The dialog that replaces text in many posts. */
export const useReplace = dialog.store
/** Stops a running replace; otherwise closes the dialog. */
export const closeReplace = dialog.close
/** Excludes or includes a post. */
export const leaveOut = dialog.leaveOut
/** Tracks the progress. */
export const startReplace = dialog.follow

/** Whether there is text to replace; conditions alone find posts but no text. */
export const canReplace = (query: string, { hits, options }: Pick<TextSearch, 'hits' | 'options'>): boolean =>
  hits.length > 0 && textToReplace(query.trim(), options.regex) !== ''

/** Opens the dialog for the text in the search field. Saves first: the plan works on files. */
export const openReplace = async (): Promise<void> => {
  const text = useLibrary.getState().query.trim()
  await saveForOperation()
  dialog.open({ text, ...useTextSearch.getState().options, replacement: '' })
}

/** Sets the replacement, and plans the change a moment later. */
export const setReplacement = (replacement: string): void => {
  const { request } = useReplace.getState()
  if (request) dialog.change({ ...request, replacement })
}

/** Replaces in the included posts, exactly as shown. */
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
