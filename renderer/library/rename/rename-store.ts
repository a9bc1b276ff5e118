import type { PostId } from '../../../shared/posts/post'
import { type RenameChoices, type RenamePlan, usualChoices } from '../../../shared/posts/post-rename'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { followRename } from '../../document/disk/moved-file'
import { createPlanDialog } from '../plan/plan-dialog'
import { lookAgain, saveForOperation, tellOperation } from '../state/file-operations'
import { keysOutside } from './plan-rows'
import { redirectsHere, rememberRedirects } from './redirects'

interface RenameRequest {
  /** The post to rename. */
  readonly id: PostId
  readonly slug: string
  readonly choices: RenameChoices
}

const dialog = createPlanDialog<RenameRequest, RenamePlan>(
  ({ id, slug, choices }) => api.planRename(id, slug, choices),
  keysOutside,
)

/** The dialog that renames a post. */
export const useRename = dialog.store
/** Closes the dialog without renaming. It stays open while files are being moved, to show the outcome. */
export const closeRename = (): void => {
  if (!useRename.getState().running) dialog.close()
}
/** Excludes or includes changes. */
export const leaveOutOfRename = dialog.leaveOutAll

/**
 * Opens the dialog for the slug of a post, unless it is already open. Saves first: the plan works on files.
 */
export const openRename = async (id: PostId, slug: string): Promise<void> => {
  if (useRename.getState().request !== null) return
  await saveForOperation()
  dialog.open({ id, slug, choices: { ...usualChoices, redirect: redirectsHere() } })
}

/** Sets the slug, and plans the rename a moment later. */
export const setRenameSlug = (slug: string): void => {
  const { request } = useRename.getState()
  if (request) dialog.change({ ...request, slug }, slug !== '')
}

/** Changes the choices for the same slug. */
export const setRenameChoices = (choices: RenameChoices): void => {
  const { request } = useRename.getState()
  if (!request) return
  rememberRedirects(choices.redirect)
  dialog.change({ ...request, choices }, request.slug !== '')
}

/** Carries out the shown plan without the excluded changes. */
export const rename = async (): Promise<void> => {
  const { request, plan, excluded } = useRename.getState()
  if (!request || !plan) return
  const { id, slug, choices } = request
  const result = await dialog.carryOut(() =>
    api.renamePost(id, slug, choices, plan.fingerprint, [...excluded]),
  )
  if (!result) return
  followRename(id, plan.id)
  tellOperation(t('changes.postIsNow', { id: plan.id }), result)
  await lookAgain([plan.id, ...plan.files.flatMap((file) => file.id ?? [])])
}
