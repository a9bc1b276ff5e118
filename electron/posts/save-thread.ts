import type { Worker } from 'node:worker_threads'
import type { SaveResult } from '../../shared/post'
import type { QuickSave } from './quick-save'
import type { FromSaveThread, ToSaveThread } from './save-messages'

/** What came of a save; null where the thread died over it, and nobody knows. */
export interface ThreadAnswer {
  readonly result: SaveResult | null
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface SaveThread {
  /** `mayReplace` is told the real path of the file and resolves when it may be replaced. */
  readonly save: (
    save: QuickSave<Uint8Array<ArrayBuffer>>,
    mayReplace: (path: string) => Promise<void>,
  ) => Promise<ThreadAnswer | null>
  readonly isIdle: () => boolean
  readonly isAlive: () => boolean
  readonly end: () => void
}

interface Pending {
  readonly mayReplace: (path: string) => Promise<void>
  readonly answer: (answer: ThreadAnswer | null) => void
}

/** Talks with a thread that saves. It keeps no program running unless it has something to do. */
export const talkWithSaveThread = (worker: Worker): SaveThread => {
  const pending = new Map<number, Pending>()
  let count = 0
  let alive = true

  const tell = (message: ToSaveThread, memory: ArrayBuffer[] = []) => worker.postMessage(message, memory)
  const died = () => {
    alive = false
    for (const { answer } of pending.values()) answer(null)
    pending.clear()
  }
  const heard = async (message: FromSaveThread): Promise<void> => {
    const about = pending.get(message.number)
    if (!about) return
    if (message.kind === 'file') {
      await about.mayReplace(message.path)
      tell({ kind: 'replace', number: message.number })
      return
    }
    pending.delete(message.number)
    if (pending.size === 0) worker.unref()
    about.answer(message)
  }

  worker.on('message', (message: FromSaveThread) => void heard(message))
  worker.on('error', died)
  worker.on('exit', died)
  worker.unref()
  return {
    save: (save, mayReplace) =>
      new Promise((answer) => {
        if (!alive) return answer(null)
        const number = count++
        pending.set(number, { mayReplace, answer })
        worker.ref()
        tell({ kind: 'save', number, save }, [save.bytes.buffer])
      }),
    isIdle: () => pending.size === 0,
    isAlive: () => alive,
    end: () => void worker.terminate(),
  }
}
