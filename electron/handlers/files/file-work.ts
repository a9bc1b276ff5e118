import type { fileCalls } from '../../../shared/ipc/file-calls'
import type { LibraryClient } from '../../library/process/client'
import type { Operations } from '../../posts/operations/operations'
import type { Site } from '../../site/detect-site'

type FileCall = keyof typeof fileCalls
type Report = (done: number, total: number) => void

/** What the calls that change files work with. */
export interface FileWork {
  readonly library: () => LibraryClient
  readonly site: () => Site
  readonly operations: Operations
  readonly onProgress: Report
  /** How many posts are in memory at once, in their old and new versions. */
  readonly postsAtOnce: number
  /** Makes a call cancelable. A new call of the same kind cancels it; other calls run in parallel. */
  readonly stoppable: (call: FileCall) => Stoppable
}

export interface Stoppable {
  readonly signal: AbortSignal
  readonly onProgress: Report
}

/** The running calls that can be canceled. */
export const createStoppable = (onProgress: Report) => {
  const running = new Map<FileCall, AbortController>()
  return {
    stoppable: (call: FileCall): Stoppable => {
      running.get(call)?.abort()
      const controller = new AbortController()
      running.set(call, controller)
      return { signal: controller.signal, onProgress }
    },
    stopAll: () => {
      for (const controller of running.values()) controller.abort()
    },
  }
}
