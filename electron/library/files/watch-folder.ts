import { watch as probe, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { AsyncSubscription } from '@parcel/watcher'
import { messageOf } from '../../../shared/app-error'
import { codeOf } from '../../disk/calls/codes'

export interface WatchOptions {
  readonly root: string
  /** Paths inside the root that something happened to, `/` separated; only a hint, and some may be missing. */
  readonly onPaths: (paths: ReadonlySet<string>) => void
  /** Nothing came for a while after something did. */
  readonly onSettled: () => void
  /** The time to look at everything: events come from now on, or come not at all. */
  readonly onLook: () => void
  /** Every two seconds: the time to look at what lies outside of the root. */
  readonly onPulse?: () => void
  readonly onAvailable: (available: boolean, message: string) => void
  readonly onNote: (note: string) => void
}

export interface FolderWatch {
  /** Resolves when everything that happens from now on is seen. */
  readonly ready: () => Promise<void>
  readonly close: () => Promise<void>
}

const notSeen = ''
const gatherMs = 40
const settledMs = 250
const presenceMs = 2000
const pollMs = 4000

/**
 * Watches a folder until closed: with the system's events, or by looking every few seconds where a network disk sends
 * none. A folder that goes is waited for, and watched again when it is back.
 */
export const watchFolder = (options: WatchOptions): FolderWatch => {
  const { root } = options
  let subscription: AsyncSubscription | null = null
  // A folder that went before this moment is told of with the next look at it, as one that goes later.
  let identity: string | null = identityOf(root) ?? notSeen
  let closed = false
  let gathering: NodeJS.Timeout | null = null
  let settling: NodeJS.Timeout | null = null
  let polling: NodeJS.Timeout | null = null
  let paths = new Set<string>()

  const flush = () => {
    gathering = null
    const batch = paths
    paths = new Set()
    options.onPaths(batch)
  }

  const onEvents = (error: Error | null, events: readonly { readonly path: string }[]) => {
    if (closed) return
    if (error) {
      options.onNote(messageOf(error))
      poll()
      return
    }
    for (const { path } of events) paths.add(relative(root, path).split(sep).join('/'))
    gathering ??= setTimeout(flush, gatherMs)
    if (settling) clearTimeout(settling)
    settling = setTimeout(options.onSettled, settledMs)
  }

  const poll = () => {
    polling ??= setInterval(() => identity !== null && options.onLook(), pollMs)
  }

  const subscribe = async () => {
    if (identityOf(root) === null) return // it is watched when it is back
    if (await isRemote(root)) return poll()
    try {
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

  let ready = subscribe()
  const presence = setInterval(() => {
    options.onPulse?.()
    const now = identityOf(root)
    if (now === identity) return
    const wasThere = identity !== null
    identity = now
    if (now === null)
      options.onAvailable(
        false,
        `The folder ${root} is not there any more. It is shown again when it is back.`,
      )
    else options.onAvailable(true, wasThere ? '' : `The folder ${root} is back.`)
    // Another folder may stand at the old path now; the old watch would follow the old one.
    ready = ready.then(unsubscribe).then(() => (now === null || closed ? undefined : subscribe()))
  }, presenceMs)

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

const identityOf = (root: string): string | null => {
  try {
    const stats = statSync(join(root, '.'))
    return stats.isDirectory() ? `${stats.dev}:${stats.ino}` : null
  } catch (error) {
    if (
      ['ENOENT', 'ENOTDIR', 'EACCES', 'EIO', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'EPERM'].includes(
        codeOf(error),
      )
    )
      return null
    throw error
  }
}

/** NFS, SMB, CIFS, FUSE (sshfs, cloud disks), AFS, 9P, Ceph, as statfs numbers them on Linux. */
const remoteTypes = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x5346414f, 0x01021997, 0x00c36400,
])

const isRemote = async (root: string): Promise<boolean> => {
  if (process.platform === 'win32') return root.startsWith('\\\\')
  if (process.platform !== 'linux') return false // macOS sends events for mounted disks too
  return remoteTypes.has((await statfs(root)).type)
}
