import { AppError, messageOf } from '../../../shared/app-error'
import { pack } from '../../../shared/ipc/packed'
import type { StartPostReader } from '../index/post-reader'
import { createLibrary, type Library } from '../library'
import type { LibraryEvents } from '../scan/options'
import { type FromLibrary, type LibraryEvent, libraryCallNames, type ToLibrary } from './messages'

/** Answers the messages of main with a library; `send` carries what there is to say, `end` comes after the last. */
export const serveLibrary = (
  send: (message: FromLibrary) => void,
  end: () => void,
  startReader?: StartPostReader,
): ((message: ToLibrary) => void) => {
  let library: Library | null = null
  const tell = (event: LibraryEvent) => (payload: unknown) => send({ type: 'event', event, payload })
  const events: LibraryEvents = {
    onPosts: (batch) => tell('onPosts')(pack(batch)),
    onProgress: tell('onProgress'),
    onSchema: tell('onSchema'),
    onSettings: tell('onSettings'),
    onFiles: tell('onFiles'),
    onFolderState: tell('onFolderState'),
    onNote: tell('onNote'),
  }

  const answer = async ({ number, call, args }: Extract<ToLibrary, { type: 'call' }>) => {
    try {
      if (!library || !libraryCallNames.includes(call))
        throw new AppError('bad-arguments', `No library for ${call}`)
      const work = library[call] as (...args: readonly unknown[]) => unknown
      const value = await work.apply(library, [...args])
      send({ type: 'answer', number, value: call === 'list' ? pack(value) : value })
    } catch (error) {
      send({
        type: 'refusal',
        number,
        kind: error instanceof AppError ? error.kind : 'failed',
        message: messageOf(error),
      })
    }
  }

  return (message) => {
    switch (message.type) {
      case 'open':
        library = createLibrary({ ...message.setup, ...events, ...(startReader ? { startReader } : {}) })
        return
      case 'call':
        void answer(message)
        return
      case 'close':
        void (library?.close() ?? Promise.resolve())
          .catch((error: unknown) => events.onNote(messageOf(error)))
          .then(() => {
            send({ type: 'closed' })
            end()
          })
    }
  }
}
