import type { PostId } from '../../../shared/posts/post'
import { type RenameChoices, type RenamePlan, usualChoices } from '../../../shared/posts/post-rename'
import { pathProblem } from '../../../shared/site/file-name'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { followRename } from '../../document/disk/moved-file'
import { createPlanDialog } from '../plan/plan-dialog'
import { lookAgain, saveForOperation, tellOperation } from '../state/file-operations'
import { useLibrary } from '../state/library-store'
import { foldersOf, folderTyped, keptIn } from '../state/post-folders'
import { keysOutside } from './plan-rows'
import { redirectsHere, rememberRedirects } from './redirects'

interface MoveRequest {
  readonly id: PostId
  /** The folder as typed. */
  readonly folder: string
  readonly choices: RenameChoices
}

const dialog = createPlanDialog<MoveRequest, RenamePlan>(
  ({ id, folder, choices }) => api.planMove(id, folderTyped(folder) ?? '', choices),
  keysOutside,
)

/** The dialog that moves a post to another folder. */
export const useMove = dialog.store
/** Closes the dialog; nothing is moved. */
export const closeMove = dialog.close
/** Excludes or includes changes. */
export const leaveOutOfMove = dialog.leaveOutAll

/** Opens the dialog for the folder of a post. Saves first: the plan works on files. */
export const openMove = async (id: PostId): Promise<void> => {
  await saveForOperation()
  dialog.open({ id, folder: keptIn(id), choices: { ...usualChoices, redirect: redirectsHere() } })
}

/** Only new folders need names that are valid on every disk. */
const folderProblem = (folder: string): string | null => {
  const known = foldersOf(useLibrary.getState().posts).map(({ path }) => path)
  const isKnown = (path: string) => known.some((one) => one === path || one.startsWith(`${path}/`))
  const parts = folder === '' ? [] : folder.split('/')
  const made = parts.filter((_, index) => !isKnown(parts.slice(0, index + 1).join('/')))
  return made.length === 0 ? null : pathProblem(made.join('/'))
}

/** Sets the folder, and plans the move a moment later. */
export const setMoveFolder = (folder: string): void => {
  const { request } = useMove.getState()
  if (!request) return
  const meant = folderTyped(folder)
  const problem = meant === null ? t('changes.outsidePosts') : (folderProblem(meant) ?? '')
  dialog.change({ ...request, folder }, problem === '' && meant !== keptIn(request.id), problem)
}

/** Changes the choices for the same folder. */
export const setMoveChoices = (choices: RenameChoices): void => {
  const { request } = useMove.getState()
  if (!request) return
  rememberRedirects(choices.redirect)
  const meant = folderTyped(request.folder)
  dialog.change({ ...request, choices }, meant !== null && meant !== keptIn(request.id))
}

/** Carries out the shown plan without the excluded changes. */
export const move = async (): Promise<void> => {
  const { request, plan, excluded } = useMove.getState()
  if (!request || !plan) return
  const folder = folderTyped(request.folder) ?? ''
  const result = await dialog.carryOut(() =>
    api.movePost(request.id, folder, request.choices, plan.fingerprint, [...excluded]),
  )
  if (!result) return
  followRename(request.id, plan.id)
  tellOperation(t('changes.postIsNow', { id: plan.id }), result)
  await lookAgain([plan.id, ...plan.files.flatMap(({ id }) => id ?? [])])
}
