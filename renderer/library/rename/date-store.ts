import { dateParts } from '../../../shared/front-matter/dates/dates'
import type { PostId, PostSummary } from '../../../shared/posts/post'
import { type RenameChoices, type RenamePlan, usualChoices } from '../../../shared/posts/post-rename'
import { isInDrafts } from '../../../shared/site/dated-path'
import { dateInPostId } from '../../../shared/site/slug'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { useSite } from '../../base/site-store'
import { followRename } from '../../document/disk/moved-file'
import { createPlanDialog } from '../plan/plan-dialog'
import { lookAgain, saveForOperation, tellOperation } from '../state/file-operations'
import { publishPosts } from '../state/post-actions'
import { keysOutside } from './plan-rows'
import { redirectsHere, rememberRedirects } from './redirects'

interface DateRequest {
  readonly id: PostId
  /** As typed; YYYY-MM-DD when complete. */
  readonly date: string
  /** The post is a draft, which the date publishes. */
  readonly draft: boolean
  readonly choices: RenameChoices
}

const dialog = createPlanDialog<DateRequest, RenamePlan>(
  ({ id, date, choices }) => api.planDate(id, date, choices),
  keysOutside,
)

/** The dialog that changes the date in a file name, or publishes a draft. */
export const useDateDialog = dialog.store
/** Closes the dialog; nothing is renamed. */
export const closeDateDialog = dialog.close
/** Excludes or includes changes. */
export const leaveOutOfDate = dialog.leaveOutAll

const whole = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date) && dateParts(date) !== null

const today = (): string => {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** What can be done with the date of a post: its file name has one, or it is a draft by its folder or head. */
export const dateActionOf = (
  post: Pick<PostSummary, 'id' | 'draft'>,
): { readonly nameDate: string; readonly publish: 'move' | 'flag' | null } => {
  const site = useSite.getState().site ?? 'plain'
  const isMoved = isInDrafts(post.id)
  return {
    nameDate: isMoved ? '' : dateInPostId(post.id, site),
    publish: isMoved ? 'move' : post.draft ? 'flag' : null,
  }
}

/** Opens the dialog for the date in the file name of a post. */
export const askForDate = async (post: Pick<PostSummary, 'id' | 'draft'>): Promise<void> => {
  const { nameDate } = dateActionOf(post)
  if (nameDate === '') throw new Error(t('changes.noDateInName'))
  await openDateDialog(post.id, nameDate, false)
}

/** Publishes a draft: one in a drafts folder is moved with today's date, which can be changed; otherwise switches its flags. */
export const publishDraft = async (post: PostSummary): Promise<void> => {
  const { publish } = dateActionOf(post)
  if (publish === null) throw new Error(t('changes.noDraft'))
  await (publish === 'move' ? openDateDialog(post.id, today(), true) : publishPosts([post]))
}

/** Opens the dialog for a date. Saves first: the plan works on files. */
const openDateDialog = async (id: PostId, date: string, draft: boolean): Promise<void> => {
  await saveForOperation()
  const request = { id, date, draft, choices: { ...usualChoices, redirect: redirectsHere() } }
  dialog.open(request)
  if (draft) dialog.change(request, whole(date))
}

/** Sets the date, and plans the change a moment later. */
export const setPostDate = (date: string): void => {
  const { request } = useDateDialog.getState()
  if (request)
    dialog.change({ ...request, date }, whole(date), date === '' || whole(date) ? '' : t('changes.dateForm'))
}

/** Changes the choices for the same date. */
export const setDateChoices = (choices: RenameChoices): void => {
  const { request } = useDateDialog.getState()
  if (!request) return
  rememberRedirects(choices.redirect)
  dialog.change({ ...request, choices }, whole(request.date))
}

/** Carries out the shown plan without the excluded changes. */
export const changeDate = async (): Promise<void> => {
  const { request, plan, excluded } = useDateDialog.getState()
  if (!request || !plan) return
  const { id, date, choices } = request
  const result = await dialog.carryOut(() => api.datePost(id, date, choices, plan.fingerprint, [...excluded]))
  if (!result) return
  followRename(id, plan.id)
  tellOperation(t('changes.postIsNow', { id: plan.id }), result)
  await lookAgain([plan.id, ...plan.files.flatMap((file) => file.id ?? [])])
}
