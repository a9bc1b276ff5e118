import { z } from 'zod'
import {
  type OpenedPost,
  type PostId,
  postId,
  postToSave,
  type SaveResult,
  type SentOpenedPost,
} from '../posts/post'
import {
  type DeletedPost,
  type JournalAnswer,
  journalEntry,
  type PostVersionInfo,
  type RecoveredPosts,
  type RecoveredText,
  versionRequest,
} from '../posts/unsaved-text'
import { call, event, returns } from './define'

export const documentCalls = {
  /** Rejects with a message if the file is missing, too large, binary or not readable. */
  openPost: call(z.tuple([postId]), returns<SentOpenedPost>()),
  /** The post is shown, and is the one to open at the next start. */
  postShown: call(z.tuple([postId]), returns<void>()),
  savePost: call(z.tuple([postId, postToSave]), returns<SaveResult>()),
  /** The new id of a post whose file another program renamed, found by its bytes; null if it is gone. */
  followMoved: call(versionRequest, returns<PostId | null>()),
  /** Resolves when the entry is on the disk. */
  writeJournal: call(z.tuple([postId, journalEntry]), returns<JournalAnswer>()),
  discardJournal: call(z.tuple([postId]), returns<void>()),
  /** The posts with unsaved text; drops entries whose text is already in their files. */
  listRecovered: call(z.tuple([]), returns<RecoveredPosts>()),
  readRecovered: call(z.tuple([postId]), returns<RecoveredText | null>()),
  /** Earlier versions, newest first. */
  listVersions: call(z.tuple([postId]), returns<readonly PostVersionInfo[]>()),
  /** Adds a text to the history that will soon be in no file. */
  keepVersion: call(z.tuple([postId, postToSave.omit({ base: true })]), returns<void>()),
  readVersion: call(versionRequest, returns<Pick<OpenedPost, 'text' | 'format'>>()),
  /** Posts in the history whose files are gone, the most recent first. */
  listDeleted: call(z.tuple([]), returns<readonly DeletedPost[]>()),
} as const

export const documentEvents = {
  /** A file of the folder was changed, created or deleted; includes our own writes, recognized by their revision. */
  fileChanged: event<{ readonly id: string; readonly kind: 'changed' | 'removed' }>(),
} as const
