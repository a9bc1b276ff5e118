import { AppError } from '../../../shared/app-error'
import type { PostId } from '../../../shared/posts/post'
import { readWhole } from '../../disk/read-whole'
import { resolveInside } from '../../disk/resolve-inside'
import type { FileStep } from '../operations/file-step'

/** The steps that move posts to the bin, and the posts that cannot go there, each with the reason. */
export interface PlannedTrash {
  readonly steps: ReadonlyMap<PostId, FileStep>
  readonly refused: readonly string[]
}

/** Plans moving posts to the system's bin; their bytes are kept for the undo. Writes nothing. */
export const planTrash = async (root: string, ids: readonly PostId[]): Promise<PlannedTrash> => {
  const steps = new Map<PostId, FileStep>()
  const refused: string[] = []
  for (const id of ids) {
    try {
      const path = await resolveInside(root, id)
      const { bytes } = await readWhole(path, `Cannot move ${id} to the bin`)
      steps.set(id, { kind: 'trash', path, bytes })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push(error.message)
    }
  }
  return { steps, refused }
}
