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

/** Collects the paths of events, and passes them on a moment later, together. */
class Gathering {
  private paths = new Set<string>()
  private created = new Set<string>()
  private gathering: NodeJS.Timeout | null = null
  private settling: NodeJS.Timeout | null = null
  /** New folders contain folders. */
  private missed = false

  constructor(
    private readonly options: Pick<WatchOptions, 'root' | 'onPaths' | 'onSettled'>,
    private readonly settledMs: number,
    /** Called when events have stopped and may have been incomplete. */
    private readonly onMissed: () => void,
  ) {}

  add(events: readonly Event[]): void {
    for (const { path, type } of events) {
      const inside = pathInside(this.options.root, path)
      if (inside === null) continue
      this.paths.add(inside)
      if (type === 'create') this.created.add(inside)
    }
    this.gathering ??= setTimeout(() => this.flush(), gatherMs)
    if (this.settling) clearTimeout(this.settling)
    this.settling = setTimeout(() => this.settle(), this.settledMs)
  }

  stop(): void {
    for (const timer of [this.gathering, this.settling]) if (timer) clearTimeout(timer)
  }

  private flush(): void {
    const { root, onPaths } = this.options
    const { paths, created } = this
    this.gathering = null
    this.paths = new Set()
    this.created = new Set()
    onPaths(paths)
    this.missed ||=
      process.platform === 'linux' && [...created].some((path) => holdsFolders(join(root, path)))
  }

  private settle(): void {
    const { missed } = this
    this.missed = false
    this.options.onSettled()
    if (missed) this.onMissed()
  }
}

class Watcher implements FolderWatch {
  private readonly times: WatchTimes
  private readonly gathering: Gathering
  private subscription: AsyncSubscription | null = null
  /** A folder that disappears before this point is reported at the next check. */
  private identity: string | null
  private closed = false
  private polling: NodeJS.Timeout | null = null
  private readonly presence: NodeJS.Timeout
  /** The last change of the subscription. */
  private work: Promise<void>

  constructor(private readonly options: WatchOptions) {
    this.times = { ...usualTimes, ...options.times }
    this.gathering = new Gathering(options, this.times.settled, () => {
      this.work = this.work.then(() => this.renew())
    })
    this.identity = identityOf(options.root, null) ?? notSeen
    this.work = this.subscribe()
    this.presence = setInterval(() => this.check(), this.times.presence)
  }

  readonly ready = (): Promise<void> => {
    return this.work
  }

  readonly close = async (): Promise<void> => {
    this.closed = true
    clearInterval(this.presence)
    this.gathering.stop()
    if (this.polling) clearInterval(this.polling)
    await this.work
    await this.unsubscribe()
  }

  private onEvents(error: Error | null, events: readonly Event[]): void {
    if (this.closed) return
    if (error === null) {
      this.gathering.add(events)
      return
    }
    this.options.onNote(messageOf(error))
    this.poll()
  }

  private poll(): void {
    this.polling ??= setInterval(() => this.identity !== null && this.options.onLook(), this.times.poll)
  }

  private async subscribe(): Promise<void> {
    const { root, onLook, onNote } = this.options
    if (identityOf(root, this.identity) === null) return // watched when it is back
    try {
      if (await isRemote(root)) return this.poll()
      // Loaded lazily: only one thread of a process can load the native library.
      const { subscribe: watch } = await import('@parcel/watcher')
      // If the system has no inotify instance left, Parcel's watcher waits forever; `fs.watch` throws.
      if (process.platform === 'linux') probe(root, { persistent: false }).close()
      const ignore = ['**/node_modules/**', '**/.git/**']
      const made = await watch(root, (error, events) => this.onEvents(error, events), { ignore })
      if (this.closed) {
        await made.unsubscribe()
        return
      }
      this.subscription = made
      onLook() // changes until now sent no event
    } catch (error) {
      // No watches left, or the disk has no events: polling costs more and misses nothing.
      onNote(`Watching by looking: ${messageOf(error)}`)
      this.poll()
    }
  }

  private async unsubscribe(): Promise<void> {
    const old = this.subscription
    this.subscription = null
    try {
      await old?.unsubscribe()
    } catch (error) {
      this.options.onNote(messageOf(error)) // the watched folder is already gone
    }
  }

  /**
   * Restarts the watcher and scans everything: inotify reports a folder after it exists, and Parcel's watcher does not
   * watch folders that were created inside it before.
   */
  private async renew(): Promise<void> {
    if (this.closed || this.subscription === null) return
    await this.unsubscribe()
    await this.subscribe()
  }

  private check(): void {
    try {
      this.options.onPulse?.()
      this.lookForRoot()
    } catch (error) {
      this.options.onNote(messageOf(error)) // an exception here would end the process
    }
  }

  private lookForRoot(): void {
    const { root, onAvailable } = this.options
    const now = identityOf(root, this.identity)
    if (now === this.identity) return
    const wasThere = this.identity !== null
    this.identity = now
    if (now === null) onAvailable(false, t('library.folderGone', { folder: root }))
    else onAvailable(true, wasThere ? '' : t('library.folderBack', { folder: root }))
    // Another folder may be at the old path now; the old watcher would follow the old folder.
    this.work = this.work
      .then(() => this.unsubscribe())
      .then(() => (now === null || this.closed ? undefined : this.subscribe()))
  }
}

/**
 * Watches a folder until closed, with the system's events or, on network disks without events, by polling. If the
 * folder disappears, it is watched again when it is back.
 */
export const watchFolder = (options: WatchOptions): FolderWatch => new Watcher(options)

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
