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
  /** Rejects with a message when the file is missing, too large, binary or not readable. */
  openPost: call(z.tuple([postId]), returns<SentOpenedPost>()),
  /** The post is in front of the writer now: the one to open at the next start. */
  postShown: call(z.tuple([postId]), returns<void>()),
  savePost: call(z.tuple([postId, postToSave]), returns<SaveResult>()),
  /** The new id of a post whose file another program renamed, known by its bytes; null where it is gone for good. */
  followMoved: call(versionRequest, returns<PostId | null>()),
  /** Answers when the disk has the entry. */
  writeJournal: call(z.tuple([postId, journalEntry]), returns<JournalAnswer>()),
  discardJournal: call(z.tuple([postId]), returns<void>()),
  /** The posts with text that is in no file; entries that are in their files by now are dropped on the way. */
  listRecovered: call(z.tuple([]), returns<RecoveredPosts>()),
  readRecovered: call(z.tuple([postId]), returns<RecoveredText | null>()),
  /** Earlier versions, newest first. */
  listVersions: call(z.tuple([postId]), returns<readonly PostVersionInfo[]>()),
  /** Keeps a text in the history that is about to be in no file any more. */
  keepVersion: call(z.tuple([postId, postToSave.omit({ base: true })]), returns<void>()),
  readVersion: call(versionRequest, returns<Pick<OpenedPost, 'text' | 'format'>>()),
  /** Posts of the history whose files are gone, last seen first. */
  listDeleted: call(z.tuple([]), returns<readonly DeletedPost[]>()),
} as const

export const documentEvents = {
  /** A file of the folder changed, appeared or went; our own writes come too and are known by their revision. */
  fileChanged: event<{ readonly id: string; readonly kind: 'changed' | 'removed' }>(),
} as const
