import { watch as probe, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AsyncSubscription, Event } from '@parcel/watcher'
import { messageOf } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { isCrowded } from '../../disk/calls/codes'
import { pathInside } from './path-inside'
import { isRemote } from './remote-disk'

export interface WatchOptions {
  readonly root: string
  /** Paths inside the root that may have changed, `/` separated; only a hint, and some may be missing. */
  readonly onPaths: (paths: ReadonlySet<string>) => void
  /** Called when events have stopped for a while. */
  readonly onSettled: () => void
  /** Called when everything must be scanned: events start now, or there are none. */
  readonly onLook: () => void
  /** Called at each presence check, to check what is outside the root. */
  readonly onPulse?: () => void
  readonly onAvailable: (available: boolean, message: string) => void
  readonly onNote: (note: string) => void
  readonly times?: Partial<WatchTimes>
}

/** Milliseconds between checks, or without events. */
export interface WatchTimes {
  /** Whether the folder exists. */
  readonly presence: number
  /** Everything, if the system sends no events. */
  readonly poll: number
  /** Without events, after which they count as settled. */
  readonly settled: number
}

const usualTimes: WatchTimes = { presence: 2000, poll: 4000, settled: 250 }

export interface FolderWatch {
  /** Resolves when all further changes are noticed. */
  readonly ready: () => Promise<void>
  readonly close: () => Promise<void>
}

const notSeen = ''
const gatherMs = 40

/**
 * Watches a folder until closed, with the system's events or, on network disks without events, by polling. If the
 * folder disappears, it is watched again when it is back.
 */
export const watchFolder = (options: WatchOptions): FolderWatch => {
  const { root } = options
  const times = { ...usualTimes, ...options.times }
  let subscription: AsyncSubscription | null = null
  // A folder that disappears before this point is reported at the next check.
  let identity: string | null = identityOf(root, null) ?? notSeen
  let closed = false
  let gathering: NodeJS.Timeout | null = null
  let settling: NodeJS.Timeout | null = null
  let polling: NodeJS.Timeout | null = null
  let paths = new Set<string>()
  let created = new Set<string>()
  /** New folders contain folders. */
  let missed = false

  const flush = () => {
    gathering = null
    const batch = paths
    paths = new Set()
    options.onPaths(batch)
    missed ||= process.platform === 'linux' && [...created].some((path) => holdsFolders(join(root, path)))
    created = new Set()
  }

  const settle = () => {
    options.onSettled()
    if (missed) ready = ready.then(renew)
    missed = false
  }

  const onEvents = (error: Error | null, events: readonly Event[]) => {
    if (closed) return
    if (error) {
      options.onNote(messageOf(error))
      poll()
      return
    }
    for (const { path, type } of events) {
      const inside = pathInside(root, path)
      if (inside === null) continue
      paths.add(inside)
      if (type === 'create') created.add(inside)
    }
    gathering ??= setTimeout(flush, gatherMs)
    if (settling) clearTimeout(settling)
    settling = setTimeout(settle, times.settled)
  }

  const poll = () => {
    polling ??= setInterval(() => identity !== null && options.onLook(), times.poll)
  }

  const subscribe = async () => {
    if (identityOf(root, identity) === null) return // watched when it is back
    try {
      if (await isRemote(root)) return poll()
      // Loaded lazily: only one thread of a process can load the native library.
      const { subscribe: watch } = await import('@parcel/watcher')
      // If the system has no inotify instance left, Parcel's watcher waits forever; `fs.watch` throws.
      if (process.platform === 'linux') probe(root, { persistent: false }).close()
      const made = await watch(root, onEvents, { ignore: ['**/node_modules/**', '**/.git/**'] })
      if (closed) {
        await made.unsubscribe()
        return
      }
      subscription = made
      options.onLook() // changes until now sent no event
    } catch (error) {
      // No watches left, or the disk has no events: polling costs more and misses nothing.
      options.onNote(`Watching by looking: ${messageOf(error)}`)
      poll()
    }
  }

  const unsubscribe = async () => {
    const old = subscription
    subscription = null
    try {
      await old?.unsubscribe()
    } catch (error) {
      options.onNote(messageOf(error)) // the watched folder is already gone
    }
  }

  /**
   * Restarts the watcher and scans everything: inotify reports a folder after it exists, and Parcel's watcher does not
   * watch folders that were created inside it before.
   */
  const renew = async () => {
    if (closed || subscription === null) return
    await unsubscribe()
    await subscribe()
  }

  let ready = subscribe()
  const lookForRoot = () => {
    const now = identityOf(root, identity)
    if (now === identity) return
    const wasThere = identity !== null
    identity = now
    if (now === null) options.onAvailable(false, t('library.folderGone', { folder: root }))
    else options.onAvailable(true, wasThere ? '' : t('library.folderBack', { folder: root }))
    // Another folder may be at the old path now; the old watcher would follow the old folder.
    ready = ready.then(unsubscribe).then(() => (now === null || closed ? undefined : subscribe()))
  }

  const presence = setInterval(() => {
    try {
      options.onPulse?.()
      lookForRoot()
    } catch (error) {
      options.onNote(messageOf(error)) // an exception here would end the process
    }
  }, times.presence)

  return {
    ready: () => ready,
    close: async () => {
      closed = true
      clearInterval(presence)
      for (const timer of [gathering, settling]) if (timer) clearTimeout(timer)
      if (polling) clearInterval(polling)
      await ready
      await unsubscribe()
    },
  }
}

/** Whether a new folder contains folders, as after `mkdir -p` or `git checkout`. */
const holdsFolders = (path: string): boolean => {
  try {
    return readdirSync(path, { withFileTypes: true }).some((entry) => entry.isDirectory())
  } catch {
    return false // a file, or gone again: nothing inside can be missed
  }
}

/** Null if the folder is not accessible for any reason: a sleeping or missing disk fails in many ways. */
const identityOf = (root: string, before: string | null): string | null => {
  try {
    const stats = statSync(join(root, '.'))
    return stats.isDirectory() ? `${stats.dev}:${stats.ino}` : null
  } catch (error) {
    return isCrowded(error) ? before : null // too many open files says nothing about the folder
  }
}
