import type { FilesChanged } from '../../shared/posts/post-rename'
import type { OperationResult } from '../posts/operations/run'

/** What an operation came to, as the window is told. */
export const shown = ({ undo, done, failed, notes }: OperationResult): FilesChanged => ({
  undo,
  done,
  failed: [...failed.map(({ reason }) => reason), ...notes],
})
