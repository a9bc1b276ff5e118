import { lstat } from 'node:fs/promises'
import { AppError } from '../../shared/app-error'
import type { PostId, PostToSave, Revision, SaveResult, SentOpenedPost } from '../../shared/posts/post'
import { encodePost } from '../../shared/posts/text-format'
import type { DeletedPost, RecoveredPosts, RecoveredText } from '../../shared/posts/unsaved-text'
import { resolveInside } from '../disk/resolve-inside'
import { revisionOf } from '../disk/revision'
import { sweepTempFiles } from '../disk/temp-files'
import { findMoved } from './find-moved'
import type { History } from './history/history'
import type { Journal } from './journal/journal'
import { readPost, readPostToSend, savePost } from './post-file'

export interface DocumentServiceOptions {
  readonly journal: Journal
  readonly history: History
}

/** Posts, their journal and their history as one thing. It keeps no state about open posts. */
export interface DocumentService {
  readonly open: (root: string, id: PostId) => Promise<SentOpenedPost>
  /** Saves, and keeps both what was replaced and what was written in the history. */
  readonly save: (root: string, id: PostId, post: PostToSave) => Promise<SaveResult>
  /** What a crash left: posts with text that is in no file. Tidies the folder and the journal on the way. */
  readonly recovered: (root: string) => Promise<RecoveredPosts>
  /** The journal of a post: text that is in no file, or the undo history of a text that is. */
  readonly readRecovered: (root: string, id: PostId) => Promise<RecoveredText | null>
  readonly deleted: (root: string) => Promise<readonly DeletedPost[]>
  /** Follows a post another program renamed, with its journal and history; null where it is nowhere to be found. */
  readonly followMoved: (root: string, id: PostId, revision: Revision) => Promise<PostId | null>
}

/** Joins the parts. */
export const createDocumentService = ({ journal, history }: DocumentServiceOptions): DocumentService => {
  let lateNote: string | undefined

  const save = async (root: string, id: PostId, post: PostToSave): Promise<SaveResult> => {
    const keep = (bytes: Uint8Array, revision: Revision): Promise<string | undefined> =>
      history.keep(root, id, bytes, revision)
    const result = await savePost(root, id, post, { keep })
    if (result.kind !== 'saved') return result
    // The text is safe on the disk by now, so the writer need not wait for its copy; a problem is told with the next save.
    void keep(encodePost(post.text, post.format), result.revision).then((note) => {
      lateNote = note
    })
    return lateNote === undefined || result.note !== undefined ? result : { ...result, note: lateNote }
  }

  const standing = async (root: string, entry: RecoveredText): Promise<'unsaved' | 'undo-only' | 'done'> => {
    const { snapshot, changes, text } = entry
    const written = revisionOf(encodePost(text, (changes.at(-1) ?? snapshot).format))
    const onDisk = await revisionOnDisk(root, entry.id)
    if (written === onDisk) return snapshot.undo === null ? 'done' : 'undo-only'
    return written === snapshot.base ? 'done' : 'unsaved' // a clean text whose file has gone on since
  }

  return {
    open: readPostToSend,
    save,
    recovered: async (root) => {
      await sweepTempFiles(root)
      const { entries, damaged } = await journal.find(root)
      const posts: { id: PostId; writtenMs: number }[] = []
      for (const entry of entries) {
        const { id, writtenMs } = entry
        const state = await standing(root, entry)
        if (state === 'unsaved') posts.push({ id, writtenMs })
        if (state === 'done') await journal.discard(root, id)
      }
      return { posts: posts.sort((a, b) => b.writtenMs - a.writtenMs), damaged }
    },
    readRecovered: async (root, id) => {
      const entry = await journal.read(root, id)
      return entry && (await standing(root, entry)) !== 'done' ? entry : null
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

/** Null where there is no file to compare with, whatever the reason: then the journal is all there is. */
const revisionOnDisk = async (root: string, id: PostId): Promise<string | null> => {
  try {
    return (await readPost(root, id)).revision
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
    return false // gone, or out of reach; for the writer that is the same
  }
}
