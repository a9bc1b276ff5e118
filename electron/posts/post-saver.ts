import { unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/app-error'
import type { PostId, PostToSave, Revision, SaveResult } from '../../shared/post'
import { encodePost } from '../../shared/text-format'
import { holdFile } from './atomic-write'
import { createTurns } from './in-turn'
import { type SaveOptions, type SavePost, savePost } from './post-file'
import { readWhole } from './read-whole'
import { revisionOf } from './revision'
import { type SaveThread, talkWithSaveThread } from './save-thread'
import { forgetTemp, newTempName } from './temp-files'

/** Saves posts in threads, one for each posts folder: a disk that hangs holds up nothing but itself. */
export interface PostSaver {
  readonly save: SavePost
  /** A post of this folder is open: the thread is started, so that the first save does not wait for it. */
  readonly prepare: (root: string) => void
  /** Resolves when no save is under way. */
  readonly settled: () => Promise<void>
}

/** More memory than this is not kept for the next save. */
const largestRoom = 2 ** 24

/** On Windows a save waits for other programs that hold the file, and for no folder: none there is plain. */
const hasPlainSaves = process.platform !== 'win32'

/** Texts grow while they are written. */
const roundUp = (bytes: number): number => Math.max(2 ** 18, 2 ** Math.ceil(Math.log2(bytes)))

/** Makes the saver of the app; `startWorker` starts a thread of `save-worker`. */
export const createPostSaver = (startWorker: () => Worker): PostSaver => {
  const turns = createTurns()
  const threads = new Map<string, SaveThread>()
  const underWay = new Set<Promise<unknown>>()
  let room: ArrayBuffer | null = null

  const threadOf = (root: string): SaveThread | null => {
    for (const [other, thread] of threads) {
      if (thread.isAlive() && (other === root || !thread.isIdle())) continue
      threads.delete(other)
      thread.end()
    }
    const thread = threads.get(root) ?? startThread()
    if (thread) threads.set(root, thread)
    return thread
  }

  const startThread = (): SaveThread | null => {
    try {
      return talkWithSaveThread(startWorker())
    } catch {
      return null // the system gives no more threads; a save does without
    }
  }

  const roomFor = (bytes: number): ArrayBuffer | null => {
    if (bytes > largestRoom) return null
    const taken = room !== null && room.byteLength >= bytes ? room : new ArrayBuffer(roundUp(bytes))
    room = null
    return taken
  }
  const giveBack = ({ buffer }: Uint8Array<ArrayBuffer>) => {
    if (buffer.byteLength <= largestRoom) room ??= buffer
  }

  const saveInThread = async (
    root: string,
    id: PostId,
    post: PostToSave,
    base: Revision,
    { keep, written }: SaveOptions,
  ): Promise<SaveResult | null> => {
    const temp = newTempName()
    const bytes = encodePost(post.text, post.format, roomFor)
    const file = createPath()
    let held: Promise<() => void> | null = null
    // Asked before the thread has looked at the file: mostly the history has the old text, and its bytes are not needed.
    const kept = keep?.(base, async () => bytesOf(await file.promise, id, base))
    const mayReplace = async (path: string): Promise<void> => {
      file.resolve(path)
      held = holdFile(path)
      await Promise.all([kept, held])
    }
    const answer = await threadOf(root)?.save({ root, id, bytes, base, temp }, mayReplace)
    file.reject(new AppError('not-found', `${id} could not be read.`))
    if (!answer) await removeLeft(file.promise, temp)
    forgetTemp(temp)
    void (held as Promise<() => void> | null)?.then((release) => release())
    if (!answer) return null
    const { result } = answer
    if (result?.kind !== 'saved') {
      giveBack(answer.bytes)
      return result
    }
    void Promise.resolve(written?.(result.revision, answer.bytes)).then(() => giveBack(answer.bytes))
    const note = await kept
    return note === undefined ? result : { ...result, note }
  }

  const saveNow: SavePost = async (root, id, post, options = {}) => {
    const { base } = post
    const result = base === null || !hasPlainSaves ? null : await saveInThread(root, id, post, base, options)
    return result ?? savePost(root, id, post, options)
  }

  return {
    save: (root, id, post, options) => {
      const save = turns(join(root, id), () => saveNow(root, id, post, options))
      const end: Promise<unknown> = save.then(
        () => underWay.delete(end),
        () => underWay.delete(end), // whoever asked for it is told
      )
      underWay.add(end)
      return save
    },
    prepare: (root) => {
      if (hasPlainSaves) threadOf(root)
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

/** What a file held when the text was based on it. */
const bytesOf = async (path: string, id: PostId, revision: Revision): Promise<Uint8Array> => {
  const { bytes } = await readWhole(path, `Cannot read ${id}`)
  if (revisionOf(bytes) !== revision) throw new AppError('busy', `${id} changed on the disk.`)
  return bytes
}

/** What a thread that died has left beside the file. */
const removeLeft = async (file: Promise<string>, temp: string): Promise<void> => {
  await file.then((path) => unlink(join(dirname(path), temp))).catch(() => undefined) // what stays is swept later
}

/** A path that is told later, or never. */
const createPath = () => {
  let resolve = (_path: string): void => undefined
  let reject = (_error: Error): void => undefined
  const promise = new Promise<string>((...both) => {
    ;[resolve, reject] = both
  })
  promise.catch(() => undefined) // nobody may have asked for it
  return { promise, resolve, reject }
}
