import type { BulkChange } from '../../../shared/front-matter/edit/bulk-change'
import type { PlannedPost } from '../../../shared/posts/planned-post'
import type { PostId } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showNotice } from '../../base/notices'
import { useSchema } from '../../base/schema-store'
import { createPlanDialog } from '../plan/plan-dialog'
import { lookAgain, saveForOperation, tellOperation } from '../state/file-operations'
import { useSelection } from '../state/selection'
import { shownNow } from '../state/shown-posts'
import { type BulkForm, changeOf, emptyForm } from './form'

interface BulkRequest {
  readonly ids: readonly PostId[]
  readonly form: BulkForm
  /** The change that the form describes; null while it is incomplete or impossible. */
  readonly change: BulkChange | null
}

export type BulkPlan = readonly PlannedPost[]
export type ChangedPost = Extract<PlannedPost, { kind: 'changed' }>
export type RefusedPost = Extract<PlannedPost, { kind: 'refused' }>

const dialog = createPlanDialog<BulkRequest, BulkPlan>(async ({ ids, change }) =>
  change ? api.planBulkEdit([...ids], [change]) : [],
)

/** The dialog that edits the fields of many posts. */
export const useBulkEdit = dialog.store
/** Stops a running edit; otherwise closes the dialog. */
export const closeBulkEdit = dialog.close
/** Excludes or includes a post. */
export const leaveOut = dialog.leaveOut
/** Tracks the progress. */
export const startBulkEdit = dialog.follow

/** Opens the dialog for these posts. Saves them first: the plan works on files. */
export const openBulkEdit = async (ids: readonly PostId[]): Promise<void> => {
  await saveForOperation(ids)
  dialog.open({ ids, form: emptyForm(useSchema.getState()), change: null })
}

/** Opens the dialog for the selected rows of the list, of which a filter may hide some: those stay as they are. */
export const openBulkEditOfSelection = async (): Promise<void> => {
  const { ids, active } = useSelection.getState()
  const wanted = ids.size > 0 ? ids : new Set(active === null ? [] : [active])
  const chosen = shownNow().filter(({ id }) => wanted.has(id))
  if (chosen.length > 0) return openBulkEdit(chosen.map(({ id }) => id))
  showNotice({
    kind: 'info',
    text: t('changes.selectFirst'),
  })
}

/** Updates the inputs, and plans the change a moment later. */
export const setBulkForm = (patch: Partial<BulkForm>): void => {
  const { request } = useBulkEdit.getState()
  if (!request) return
  const form = { ...request.form, ...patch }
  const asked = changeOf(form, useSchema.getState())
  const change = asked.kind === 'ready' ? asked.change : null
  dialog.change({ ...request, form, change }, change !== null, asked.kind === 'wrong' ? asked.message : '')
}

/** The posts of a plan by outcome. */
export const sortPlan = (plan: BulkPlan) => ({
  changed: plan.filter((post): post is ChangedPost => post.kind === 'changed'),
  refused: plan.filter((post): post is RefusedPost => post.kind === 'refused'),
  same: plan.filter(({ kind }) => kind === 'same').length,
})

/** Edits the included posts exactly as shown. */
export const bulkEdit = async (): Promise<void> => {
  const { request, plan, excluded } = useBulkEdit.getState()
  const change = request?.change
  if (!change || !plan) return
  const shown = sortPlan(plan)
    .changed.filter(({ id }) => !excluded.has(id))
    .map(({ id, revision }) => ({ id, revision }))
  const result = await dialog.carryOut(() => api.bulkEdit(shown, [change]))
  if (!result) return
  tellOperation(t('changes.changedPosts', { done: result.done, count: shown.length }), result)
  await lookAgain(shown.map(({ id }) => id))
}
