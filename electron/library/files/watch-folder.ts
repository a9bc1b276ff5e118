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
  /** Paths inside the root that something happened to, `/` separated; only a hint, and some may be missing. */
  readonly onPaths: (paths: ReadonlySet<string>) => void
  /** Nothing came for a while after something did. */
  readonly onSettled: () => void
  /** The time to look at everything: events come from now on, or come not at all. */
  readonly onLook: () => void
  /** Each time the presence is looked at: the time to look at what lies outside of the root. */
  readonly onPulse?: () => void
  readonly onAvailable: (available: boolean, message: string) => void
  readonly onNote: (note: string) => void
  readonly times?: Partial<WatchTimes>
}

/** Milliseconds between looks. */
export interface WatchTimes {
  /** At whether the folder is there. */
  readonly presence: number
  /** At everything, where the system sends no events. */
  readonly poll: number
}

const usualTimes: WatchTimes = { presence: 2000, poll: 4000 }

export interface FolderWatch {
  /** Resolves when everything that happens from now on is seen. */
  readonly ready: () => Promise<void>
  readonly close: () => Promise<void>
}

const notSeen = ''
const gatherMs = 40
const settledMs = 250

/**
 * Watches a folder until closed: with the system's events, or by looking every few seconds where a network disk sends
 * none. A folder that goes is waited for, and watched again when it is back.
 */
export const watchFolder = (options: WatchOptions): FolderWatch => {
  const { root } = options
  const times = { ...usualTimes, ...options.times }
  let subscription: AsyncSubscription | null = null
  // A folder that went before this moment is told of with the next look at it, as one that goes later.
  let identity: string | null = identityOf(root, null) ?? notSeen
  let closed = false
  let gathering: NodeJS.Timeout | null = null
  let settling: NodeJS.Timeout | null = null
  let polling: NodeJS.Timeout | null = null
  let paths = new Set<string>()
  let created = new Set<string>()
  /** Folders came that hold folders. */
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
    settling = setTimeout(settle, settledMs)
  }

  const poll = () => {
    polling ??= setInterval(() => identity !== null && options.onLook(), times.poll)
  }

  const subscribe = async () => {
    if (identityOf(root, identity) === null) return // it is watched when it is back
    try {
      if (await isRemote(root)) return poll()
      // Only where it is needed: the system's library can be loaded by one thread of a process.
      const { subscribe: watch } = await import('@parcel/watcher')
      // Where the system has no instance of its watches left, Parcel's library waits for ever; this one throws.
      if (process.platform === 'linux') probe(root, { persistent: false }).close()
      const made = await watch(root, onEvents, { ignore: ['**/node_modules/**', '**/.git/**'] })
      if (closed) {
        await made.unsubscribe()
        return
      }
      subscription = made
      options.onLook() // what happened until now sent no event
    } catch (error) {
      // Out of watches, or a disk that has none: looking costs more and misses nothing.
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
      options.onNote(messageOf(error)) // the folder it watched is gone already
    }
  }

  /**
   * Watches anew, and has everything looked at: inotify tells of a folder once it is there, and Parcel's library gives
   * none of the folders that were made inside it before that a watch of its own.
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
    // Another folder may stand at the old path now; the old watch would follow the old one.
    ready = ready.then(unsubscribe).then(() => (now === null || closed ? undefined : subscribe()))
  }

  const presence = setInterval(() => {
    try {
      options.onPulse?.()
      lookForRoot()
    } catch (error) {
      options.onNote(messageOf(error)) // thrown from here, it would end the process
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

/** Whether a folder that just came holds folders, as `mkdir -p` and `git checkout` make them. */
const holdsFolders = (path: string): boolean => {
  try {
    return readdirSync(path, { withFileTypes: true }).some((entry) => entry.isDirectory())
  } catch {
    return false // a file, or gone again: nothing inside it can be missed
  }
}

/** Null where nothing can be seen of it, whatever the reason: a disk that is asleep or gone answers in many ways. */
const identityOf = (root: string, before: string | null): string | null => {
  try {
    const stats = statSync(join(root, '.'))
    return stats.isDirectory() ? `${stats.dev}:${stats.ino}` : null
  } catch (error) {
    return isCrowded(error) ? before : null // too many open files say nothing about the folder
  }
}
