import { lstat } from 'node:fs/promises'
import { AppError } from '../../shared/app-error'
import type {
  OpenedPost,
  PostId,
  PostToSave,
  Revision,
  SaveResult,
  SentOpenedPost,
} from '../../shared/posts/post'
import { encodePost } from '../../shared/posts/text-format'
import type {
  DeletedPost,
  JournalSnapshot,
  RecoveredPosts,
  RecoveredText,
} from '../../shared/posts/unsaved-text'
import { resolveInside } from '../disk/resolve-inside'
import { revisionOf } from '../disk/revision'
import { sweepTempFiles } from '../disk/temp-files'
import { findMoved } from './find-moved'
import type { History } from './history/history'
import type { Journal } from './journal/journal'
import type { JournalContent } from './journal/journal-file'
import { readPost, readPostToSend, savePost } from './post-file'

export interface DocumentServiceOptions {
  readonly journal: Journal
  readonly history: History
}

/** Combines posts, journal and history. Keeps no state about open posts. */
export interface DocumentService {
  readonly open: (root: string, id: PostId) => Promise<SentOpenedPost>
  /** Saves a post and adds both the old and the new text to the history. */
  readonly save: (root: string, id: PostId, post: PostToSave) => Promise<SaveResult>
  /** Posts whose text a crash left unsaved. Also cleans up the folder and the journal. */
  readonly recovered: (root: string) => Promise<RecoveredPosts>
  /** The journal of a post: unsaved text, or the undo history of saved text. */
  readonly readRecovered: (root: string, id: PostId) => Promise<RecoveredText | null>
  readonly deleted: (root: string) => Promise<readonly DeletedPost[]>
  /** Finds a post that another program renamed, and moves its journal and history; null if it is not found. */
  readonly followMoved: (root: string, id: PostId, revision: Revision) => Promise<PostId | null>
}

/** Creates the service. */
export const createDocumentService = ({ journal, history }: DocumentServiceOptions): DocumentService => {
  let lateNote: string | undefined

  const save = async (root: string, id: PostId, post: PostToSave): Promise<SaveResult> => {
    const keep = (bytes: Uint8Array, revision: Revision): Promise<string | undefined> =>
      history.keep(root, id, bytes, revision)
    const bytes = encodePost(post.text, post.format)
    const revision = revisionOf(bytes)
    const noted = journal.aboutToSave(root, id, revision)
    const result = await savePost(root, id, post, { keep, encoded: { bytes, revision }, noted })
    if (result.kind !== 'saved') return result
    // The text is on the disk, so the user need not wait for the history; an error is reported with the next save.
    void keep(bytes, result.revision).then((note) => {
      lateNote = note
    })
    return lateNote === undefined || result.note !== undefined ? result : { ...result, note: lateNote }
  }

  const standing = async (root: string, entry: JournalContent): Promise<'unsaved' | 'undo-only' | 'done'> => {
    const { snapshot, changes, text } = entry
    const written = revisionOf(encodePost(text, (changes.at(-1) ?? snapshot).format))
    const onDisk = (await postOnDisk(root, entry.id))?.revision ?? null
    if (onDisk !== null && entry.savedAfter.includes(onDisk)) return 'done'
    if (written === onDisk) return snapshot.undo === null ? 'done' : 'undo-only'
    return written === snapshot.base ? 'done' : 'unsaved' // saved text whose file has changed since
  }

  return {
    open: readPostToSend,
    save,
    recovered: async (root) => {
      await sweepTempFiles(root)
      const { entries, damaged, newer } = await journal.find(root)
      const posts: { id: PostId; writtenMs: number }[] = []
      for (const entry of entries) {
        const { id, writtenMs } = entry
        const state = await standing(root, entry)
        if (state === 'unsaved') posts.push({ id, writtenMs })
        if (state === 'done') await journal.discard(root, id)
      }
      return { posts: posts.sort((a, b) => b.writtenMs - a.writtenMs), damaged, newer }
    },
    readRecovered: async (root, id) => {
      const entry = await journal.read(root, id)
      if (!entry || (await standing(root, entry)) === 'done') return null
      const { changes, text, writtenMs } = entry
      return { id, snapshot: await onOwnSave(root, entry), changes, text, writtenMs }
    },
    followMoved: async (root, id, revision) => {
      const moved = await findMoved(root, revision)
      if (moved === null) return null
      await journal.move(root, id, moved)
      await history.move(root, id, moved)
      return moved
    },
    deleted: async (root) => {
      const posts = await history.posts(root)
      const there = await Promise.all(posts.map(({ id }) => isThere(root, id)))
      return posts.filter((_, index) => !there[index])
    },
  }
}

/** A save that was interrupted by the crash is ours: what it wrote is the base of the text, not another program's work. */
const onOwnSave = async (
  root: string,
  { id, savedBefore, snapshot }: JournalContent,
): Promise<JournalSnapshot> => {
  if (savedBefore.length === 0) return snapshot
  const found = await postOnDisk(root, id)
  if (found === null || found.revision === snapshot.base || !savedBefore.includes(found.revision))
    return snapshot
  const { text, format, revision } = found
  return { ...snapshot, base: revision, onDisk: { text, format } }
}

/** Null if there is no file to compare with, for whatever reason: then there is only the journal. */
const postOnDisk = async (root: string, id: PostId): Promise<OpenedPost | null> => {
  try {
    return await readPost(root, id)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

const isThere = async (root: string, id: PostId): Promise<boolean> => {
  try {
    await lstat(await resolveInside(root, id))
    return true
  } catch {
    return false // gone or not accessible, which is the same for the user
  }
}
