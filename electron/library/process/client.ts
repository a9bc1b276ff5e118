import { AppError } from '../../../shared/app-error'
import type {
  CallArgs,
  CallResult,
  FromLibrary,
  LibraryCall,
  LibraryProcessEvents,
  LibrarySetup,
  ToLibrary,
} from './messages'

/** The library's process as its client sees it; Electron's `UtilityProcess` is one. */
export interface LibraryPort {
  readonly postMessage: (message: ToLibrary) => void
  readonly onMessage: (listener: (message: FromLibrary) => void) => void
  /** The process ended; `code` 0 after a `close`. */
  readonly onExit: (listener: (code: number) => void) => void
  readonly kill: () => void
}

/** The library of the open folder, from main. Calls reject with an AppError. */
export type LibraryClient = {
  readonly [C in LibraryCall]: (...args: CallArgs<C>) => Promise<CallResult<C>>
} & { readonly close: () => Promise<void> }

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

const closeMs = 3000
const mostRestarts = 3

/**
 * Opens a library in a process that `start` starts. A process that dies is started again, a few times: the index is on
 * the disk, so the list is back at once, and `onPosts` says so with a reset.
 */
export const createLibraryClient = (
  start: () => LibraryPort,
  setup: LibrarySetup,
  events: LibraryProcessEvents,
): LibraryClient => {
  const waiting = new Map<number, Waiting>()
  let number = 0
  let restarts = 0
  let closing = false
  let port: LibraryPort
  let ended: () => void = () => undefined

  const receive = (message: FromLibrary) => {
    switch (message.type) {
      case 'answer':
        waiting.get(message.number)?.resolve(message.value as never)
        waiting.delete(message.number)
        return
      case 'refusal':
        waiting.get(message.number)?.reject(new AppError(message.kind, message.message))
        waiting.delete(message.number)
        return
      case 'event':
        if (!closing) (events[message.event] as (payload: unknown) => void)(message.payload)
        return
      case 'closed':
        ended()
    }
  }

  const exited = (code: number) => {
    for (const { reject } of waiting.values())
      reject(new AppError('failed', 'The list of posts had to be started again. Try once more.'))
    waiting.clear()
    ended()
    if (closing) return
    events.onNote(`The library's process ended with code ${code}.`)
    restarts += 1
    if (restarts <= mostRestarts) open()
    else
      events.onFolderState({
        available: false,
        message: 'The list of posts stopped several times and is not kept up to date. Open the folder again.',
      })
  }

  const open = () => {
    port = start()
    port.onMessage(receive)
    port.onExit(exited)
    // The window asks for the list of a folder it opens; after a restart it is told by itself.
    port.postMessage({ type: 'open', setup: restarts === 0 ? { ...setup, listFirst: true } : setup })
  }
  open()

  const call =
    <C extends LibraryCall>(name: C) =>
    (...args: CallArgs<C>): Promise<CallResult<C>> => {
      if (closing) return Promise.reject(new AppError('no-folder', 'This folder has been closed.'))
      return new Promise((resolve, reject) => {
        number += 1
        waiting.set(number, { resolve, reject })
        port.postMessage({ type: 'call', number, call: name, args })
      })
    }

  return {
    list: call('list'),
    schema: call('schema'),
    search: call('search'),
    quickOpen: call('quickOpen'),
    backlinks: call('backlinks'),
    relatedPosts: call('relatedPosts'),
    linkExample: call('linkExample'),
    problems: call('problems'),
    refresh: call('refresh'),
    cancelScan: call('cancelScan'),
    windowAtRest: call('windowAtRest'),
    close: async () => {
      if (closing) return
      closing = true
      const end = new Promise<void>((resolve) => {
        ended = resolve
      })
      port.postMessage({ type: 'close' })
      const timer = setTimeout(() => {
        port.kill() // the index bears it: what was not written is read again
        ended()
      }, closeMs)
      await end
      clearTimeout(timer)
    },
  }
}
