import type { PostId } from '../../../shared/posts/post'
import type { RenamePlan } from '../../../shared/posts/post-rename'
import { api } from '../../base/api'
import { followRename } from '../../document/document-store'
import { createPlanDialog } from '../plan/plan-dialog'
import { lookAgain, saveForOperation, tellOperation } from '../state/file-operations'
import { folderTyped, keptIn } from '../state/post-folders'

export interface MoveRequest {
  readonly id: PostId
  /** The folder as it is typed. */
  readonly folder: string
}

const dialog = createPlanDialog<MoveRequest, RenamePlan>(({ id, folder }) =>
  api.planMove(id, folderTyped(folder) ?? ''),
)

/** The dialog that moves a post to another folder. */
export const useMove = dialog.store
/** Closes the dialog; nothing is moved. */
export const closeMove = dialog.close

/** Asks for another folder of a post. What is unsaved is saved first: the plan is about files. */
export const openMove = async (id: PostId): Promise<void> => {
  await saveForOperation()
  dialog.open({ id, folder: keptIn(id) })
}

/** Takes another folder and finds out, a moment later, what the move would change. */
export const setMoveFolder = (folder: string): void => {
  const { request } = useMove.getState()
  if (!request) return
  const meant = folderTyped(folder)
  const problem = meant === null ? 'This leads out of the posts folder.' : ''
  dialog.change({ ...request, folder }, meant !== null && meant !== keptIn(request.id), problem)
}

/** Carries out the plan that is shown. */
export const move = async (): Promise<void> => {
  const { request, plan } = useMove.getState()
  if (!request || !plan) return
  const folder = folderTyped(request.folder) ?? ''
  const result = await dialog.carryOut(() => api.movePost(request.id, folder, plan.mark))
  if (!result) return
  followRename(request.id, plan.id)
  tellOperation(`The post is now ${plan.id}.`, result)
  await lookAgain([plan.id, ...plan.files.map(({ id }) => id)])
}
