import { AppError } from '../../../shared/app-error'
import { itemAt } from '../../../shared/base/item-at'
import { t } from '../../../shared/texts/translate'
import type {
  CallArgs,
  CallResult,
  FromLibrary,
  LibraryCall,
  LibraryProcessEvents,
  LibrarySetup,
  ToLibrary,
} from './messages'

/** The library's process as its client sees it, for instance Electron's `UtilityProcess`. */
export interface LibraryPort {
  readonly postMessage: (message: ToLibrary) => void
  readonly onMessage: (listener: (message: FromLibrary) => void) => void
  /** The process ended; `code` 0 after a `close`. */
  readonly onExit: (listener: (code: number) => void) => void
  readonly kill: () => void
}

/** The library of the open folder, for the main process. Calls reject with an AppError. */
export type LibraryClient = {
  readonly [C in LibraryCall]: (...args: CallArgs<C>) => Promise<CallResult<C>>
} & {
  /** Restarts a process that died without waiting for the pause; does nothing if it is running. */
  readonly restart: () => void
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

const closeMs = 3000
/** Milliseconds before a process that died is restarted: none at first, more after each further death. */
const pauses = [0, 0, 2_000, 10_000, 60_000, 300_000]
/** After this many milliseconds a process counts as healthy. */
const soundMs = 120_000

/**
 * Opens a library in a process that `start` starts. A process that dies is restarted: the index is on the disk, so the
 * list is back at once, and `onPosts` reports a reset. If it keeps dying, each restart waits longer; `restart` ends the
 * wait.
 */
export const createLibraryClient = (
  start: () => LibraryPort,
  setup: LibrarySetup,
  events: LibraryProcessEvents,
  now: () => number = () => performance.now(),
): LibraryClient => {
  const waiting = new Map<number, Waiting>()
  let number = 0
  let deaths = 0
  let began = 0
  let closing = false
  let { ignore } = setup
  let port: LibraryPort | null = null
  let restarting: ReturnType<typeof setTimeout> | undefined
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
    for (const { reject } of waiting.values()) reject(new AppError('failed', t('library.listRestarted')))
    waiting.clear()
    ended()
    port = null
    if (closing) return
    events.onNote(`The library's process ended with code ${code}.`)
    deaths = now() - began > soundMs ? 1 : deaths + 1
    const pause = itemAt(pauses, Math.min(deaths, pauses.length) - 1)
    restarting = setTimeout(() => open(), pause)
    if (pause > 0)
      events.onFolderState({
        available: false,
        message: t('library.listStopped', { deaths, pause: inWords(pause) }),
        canRestart: true,
      })
  }

  const open = (listFirst = false) => {
    clearTimeout(restarting)
    began = now()
    const started = start()
    port = started
    started.onMessage(receive)
    started.onExit(exited)
    // The window asks for the list when it opens a folder; after a restart the list is sent unasked.
    const opened = { ...setup, ...(ignore ? { ignore } : {}) }
    started.postMessage({ type: 'open', setup: listFirst ? { ...opened, listFirst } : opened })
  }
  open(true)

  const call =
    <C extends LibraryCall>(name: C) =>
    (...args: CallArgs<C>): Promise<CallResult<C>> => {
      if (closing) return Promise.reject(new AppError('no-folder', t('library.folderClosed')))
      const running = port
      if (running === null) return Promise.reject(new AppError('busy', t('library.listRestarting')))
      return new Promise((resolve, reject) => {
        number += 1
        waiting.set(number, { resolve, reject })
        running.postMessage({ type: 'call', number, call: name, args })
      })
    }

  return {
    list: call('list'),
    schema: call('schema'),
    search: call('search'),
    quickOpen: call('quickOpen'),
    backlinks: call('backlinks'),
    linkTargets: call('linkTargets'),
    pages: call('pages'),
    naming: call('naming'),
    linkExample: call('linkExample'),
    problems: call('problems'),
    ignoredPosts: call('ignoredPosts'),
    showIgnored: (shown) => {
      ignore = { ...ignore, gitignore: !shown } // for a restarted process as well
      return call('showIgnored')(shown)
    },
    refresh: call('refresh'),
    cancelScan: call('cancelScan'),
    windowAtRest: call('windowAtRest'),
    checkText: call('checkText'),
    fixesOf: call('fixesOf'),
    countLinks: call('countLinks'),
    checkLinks: call('checkLinks'),
    stopLinks: call('stopLinks'),
    lookAtImage: call('lookAtImage'),
    makeImage: call('makeImage'),
    images: call('images'),
    sameImages: call('sameImages'),
    stopSameImages: call('stopSameImages'),
    imageSizes: call('imageSizes'),
    imageWidths: call('imageWidths'),
    altTexts: call('altTexts'),
    planFiles: call('planFiles'),
    planSteps: call('planSteps'),
    planCopySteps: call('planCopySteps'),
    takeSteps: call('takeSteps'),
    planImageFiles: call('planImageFiles'),
    planImageSteps: call('planImageSteps'),
    planReplacedSteps: call('planReplacedSteps'),
    restart: () => {
      if (!closing && port === null) open()
    },
    close: async () => {
      if (closing) return
      closing = true
      clearTimeout(restarting)
      const running = port
      if (running === null) return
      const end = new Promise<void>((resolve) => {
        ended = resolve
      })
      running.postMessage({ type: 'close' })
      const timer = setTimeout(() => {
        running.kill() // safe for the index: what was not written is read again
        ended()
      }, closeMs)
      await end
      clearTimeout(timer)
    },
  }
}

const inWords = (ms: number): string =>
  ms < 60_000
    ? t('library.seconds', { count: ms / 1000 })
    : ms === 60_000
      ? 'a minute'
      : t('library.minutes', { count: ms / 60_000 })
