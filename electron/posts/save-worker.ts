import { parentPort } from 'node:worker_threads'
import { type QuickSave, saveQuickly } from './quick-save'
import type { FromSaveThread, ToSaveThread } from './save-messages'

// A thread that saves posts, so that neither the window nor the other calls wait for the disk.

const waiting = new Map<number, () => void>()

const tell = (message: FromSaveThread, memory: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, memory)

const run = async (number: number, save: QuickSave<Uint8Array<ArrayBuffer>>): Promise<void> => {
  const result = await saveQuickly(save, (path) => {
    tell({ kind: 'file', number, path })
    return new Promise((allow) => waiting.set(number, allow))
  })
  waiting.delete(number)
  tell({ kind: 'done', number, result, bytes: save.bytes }, [save.bytes.buffer])
}

parentPort?.on('message', (message: ToSaveThread) => {
  if (message.kind === 'save') void run(message.number, message.save)
  else waiting.get(message.number)?.()
})
