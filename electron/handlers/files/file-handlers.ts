import type { MainNotice } from '../../../shared/ipc/app-calls'
import type { fileCalls } from '../../../shared/ipc/file-calls'
import type { LibraryClient } from '../../library/process/client'
import type { Operations } from '../../posts/operations/operations'
import type { HandlersOf } from '../../security/ipc'
import type { Site } from '../../site/detect-site'
import { createStoppable, type FileWork } from './file-work'
import { shown } from './files-changed'
import { bulkHandlers, replaceHandlers, trashHandlers } from './many-posts'
import { onePostHandlers } from './one-post'
import { pacedProgress } from './paced-progress'

export interface FileHandlersOptions {
  readonly library: () => LibraryClient
  readonly site: () => Site
  readonly operations: Operations
  readonly onProgress: (done: number, total: number) => void
  /** Shows a notice without stopping the call. */
  readonly tell: (notice: MainNotice) => void
  /** How many posts are in memory at once, in their old and new versions. */
  readonly postsAtOnce?: number
}

/** The calls that move, copy and rewrite files; each can be undone. */
export const fileHandlers = (options: FileHandlersOptions): HandlersOf<typeof fileCalls> => {
  const { library, site, operations, tell, postsAtOnce = 500 } = options
  const onProgress = pacedProgress(options.onProgress)
  const { stoppable, stopAll } = createStoppable(onProgress)
  const work: FileWork = { library, site, operations, onProgress, postsAtOnce, stoppable }
  return {
    ...onePostHandlers(work),
    ...trashHandlers(work),
    ...replaceHandlers(work, tell),
    ...bulkHandlers(work),
    stopOperation: stopAll,
    recentOperations: () => operations.recent([site().root, site().postsRoot]),
    undoOperation: async (id) => shown(await operations.undo(id)),
  }
}
