import type { FilesChanged } from '../../../shared/posts/post-rename'
import type { OperationResult } from '../../posts/operations/run'

/** The result of an operation for the window. */
export const shown = ({ undo, done, failed, notes }: OperationResult): FilesChanged => ({
  undo,
  done,
  failed: [...failed.map(({ reason }) => reason), ...notes],
})
