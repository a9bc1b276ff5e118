import type { LibraryProgress } from '../../../shared/ipc/library-calls'
import type { PostId } from '../../../shared/posts/post'
import type { IsIgnored } from '../files/ignore-rules'
import { createSlices } from '../files/slices'
import { type PostFile, type Walk, walkPosts } from '../files/walk-posts'
import type { PostIndex } from '../index/post-index'
import type { PostReader, ReadPost } from '../index/post-reader'
import type { PostStore } from '../index/post-store'

export interface ScanOptions {
  readonly root: string
  /** The folders that links may lead into. */
  readonly bounds: readonly string[]
  readonly isIgnored: IsIgnored
  readonly index: PostIndex
  readonly store: PostStore
  readonly onProgress: (progress: LibraryProgress) => void
  readonly now: () => number
  readonly startReader: () => PostReader
  readonly readHere: () => PostReader
  /** The first rows are available. */
  readonly onFirst: () => void
  /** Resolves when the window has drawn the first rows and the post it opens with. */
  readonly windowAtRest: () => Promise<void>
  /** Whether the scan should stop. */
  readonly isCancelled: () => boolean
}

/** Milliseconds to look for newer posts before the first rows are shown, even in a huge folder. */
const firstMs = 120
const firstRows = 40
const rowsPerCommit = 2000
/** Fewer files are read before a thread has started. */
const fewFiles = 200
const filesAtOnce = 50
const progressMs = 250

/**
 * Updates the index from the folder below each of `starts` (empty for all of it): checks every file, reads new and
 * changed ones, the newest first, and removes missing ones. Returns what is not listed.
 */
export const scan = async (starts: readonly string[], options: ScanOptions): Promise<Walk> => {
  const readers = readersOf(options)
  try {
    return await scanWith(readers, starts, options)
  } finally {
    readers.close()
  }
}

const scanWith = async (readers: Readers, starts: readonly string[], options: ScanOptions): Promise<Walk> => {
  const { index, isCancelled } = options
  const pause = createSlices()
  const walk: Walk = { files: [], problems: [], ignored: [] }
  for (const start of starts) {
    const { files, problems, ignored } = await walkAll(start, options, pause)
    for (const file of files) walk.files.push(file)
    for (const path of ignored) walk.ignored.push(path)
    walk.problems.push(...problems)
  }
  if (isCancelled()) return walk
  const waiting = walk.files.filter((file) => index.isNew(file)).sort(newestFirst)
  const progress = progressOf(walk.files.length - waiting.length, walk.files.length, options.onProgress)
  await readAll(waiting, options, pause, progress, readers)
  if (isCancelled()) return walk
  forgetMissing(starts, walk, options)
  index.batches.flush()
  options.onFirst()
  progress(walk.files.length, true)
  return walk
}

interface Readers {
  readonly reader: (count: number) => PostReader
  readonly close: () => void
}

/** Threads start when needed, after the window has drawn: until then the window needs the processor. */
const readersOf = ({ startReader, readHere }: ScanOptions): Readers => {
  let threads: PostReader | null = null
  return {
    reader: (count) => {
      if (count < fewFiles) return readHere()
      threads ??= startReader()
      return threads
    },
    close: () => threads?.close(),
  }
}

const walkAll = async (
  start: string,
  options: ScanOptions,
  pause: ReturnType<typeof createSlices>,
): Promise<Walk> => {
  const { root, bounds, isIgnored, isCancelled } = options
  const began = performance.now()
  const steps = walkPosts(root, isIgnored, start, bounds)
  let shown = options.index.known.size > 0
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done || isCancelled()) return step.value
    await pause()
    if (shown || performance.now() - began < firstMs) continue
    shown = true
    showFirst([...step.value.files].sort(newestFirst), options)
  }
}

const readAll = async (
  files: readonly PostFile[],
  options: ScanOptions,
  pause: ReturnType<typeof createSlices>,
  progress: (done: number) => void,
  readers: Readers,
): Promise<void> => {
  const { index, store, isCancelled, now, windowAtRest } = options
  if (index.known.size === 0) showFirst(files, options)
  const todo = files.filter((file) => index.isNew(file))
  if (todo.length === 0) return
  if (todo.length >= fewFiles) await windowAtRest()
  let done = files.length - todo.length
  for await (const [file, post] of readAhead(readers.reader(todo.length), todo, now, isCancelled)) {
    index.take(file, post)
    index.batches.flushWhenDue()
    done += 1
    progress(done)
    if (done % rowsPerCommit === 0) store.commitPart()
    await pause()
  }
  store.commit()
}

/** Posts in the order of their files; reads ahead while one part is written. */
async function* readAhead(
  reader: PostReader,
  files: readonly PostFile[],
  now: () => number,
  isCancelled: () => boolean,
): AsyncGenerator<readonly [PostFile, ReadPost]> {
  const pending: { readonly part: readonly PostFile[]; readonly posts: Promise<readonly ReadPost[]> }[] = []
  try {
    for (let at = 0; at < files.length || pending.length > 0; ) {
      if (isCancelled()) return
      while (pending.length < reader.ahead && at < files.length) {
        const part = files.slice(at, at + filesAtOnce)
        pending.push({ part, posts: reader.read(part, now()) })
        at += filesAtOnce
      }
      const next = pending.shift()
      if (!next) return
      const posts = await next.posts
      for (const [position, file] of next.part.entries()) yield [file, posts[position] ?? null]
      reader.done(posts)
    }
  } finally {
    await Promise.allSettled(pending.map(({ posts }) => posts)) // those that are no longer needed
  }
}

const showFirst = (files: readonly PostFile[], { index, onFirst }: ScanOptions): void => {
  for (const file of files.slice(0, firstRows)) index.read(file)
  index.batches.flush()
  onFirst()
}

/** A post below a folder that could not be read may still exist. */
const forgetMissing = (
  starts: readonly string[],
  { files, problems }: Walk,
  { index, store }: ScanOptions,
): void => {
  const there = new Set<PostId>(files.map(({ id }) => id))
  const unsure = problems.map(({ path }) => path)
  const missing = [...index.known.ids()].filter(
    (id) =>
      !there.has(id) &&
      starts.some((start) => isBelow(id, start)) &&
      !unsure.some((path) => isBelow(id, path)),
  )
  for (const id of missing) index.remove(id)
  store.commit()
}

/** Whether a post is inside a folder, or is the path itself. */
export const isBelow = (id: PostId, path: string): boolean =>
  path === '' || id === path || (id.startsWith(path) && id[path.length] === '/')

const newestFirst = (a: PostFile, b: PostFile): number =>
  b.modifiedMs - a.modifiedMs || (a.id < b.id ? 1 : -1)

const progressOf = (start: number, total: number, onProgress: ScanOptions['onProgress']) => {
  let reportedAt = 0
  return (done: number, finished = false): void => {
    if (!finished && performance.now() - reportedAt < progressMs) return
    reportedAt = performance.now()
    onProgress({ done: finished ? total : start + done, total, finished })
  }
}
