import { z } from 'zod'
import { bulkChange, type PlannedPost } from '../front-matter/edit/bulk-change'
import { type PostId, postFolder, postId, postToSave, type Revision, revision } from '../posts/post'
import { type ChangedLine, type FilesChanged, type RenamePlan, renameChoices } from '../posts/post-rename'
import { searchRequest } from '../posts/post-search'
import { call, event, returns } from './define'

/** What a replace looks for and what it writes instead; with a regular expression `$1` stands for its first group. */
const replaceRequest = searchRequest.omit({ limit: true }).extend({ replacement: z.string().max(10_000) })
export type ReplaceRequest = z.infer<typeof replaceRequest>

/** What a replace would change in one post. */
export interface PlannedReplacement {
  readonly id: PostId
  /** The file as it was read for the plan. */
  readonly revision: Revision
  /** How many places in it would be replaced. */
  readonly places: number
}

/** What a replace would change, post by post. */
export type ReplacePlan = readonly PlannedReplacement[]

/** Some of the lines that a replace would change in one post. */
export interface ReplacedLines {
  readonly changes: readonly ChangedLine[]
  /** How many lines it would change in all. */
  readonly total: number
}

/** A post as it was shown. */
const shownPost = z.strictObject({ id: postId, revision })
const postIds = z.array(postId).max(100_000)
/** Posts as they were shown: one with another revision by now is left alone. */
const shownPosts = z.array(shownPost).max(100_000)
const bulkChanges = z.array(bulkChange).min(1).max(50)
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const slug = z.string().min(1).max(255)
/** The plan that was shown, by its mark: another one by now is not carried out. */
const fingerprint = z.string().max(64)
/** Changes of the plan that are not made, by their keys. */
const excluded = z.array(z.string().max(5000)).max(200_000)

export const fileCalls = {
  /** Moves posts to the system's bin, with one undo for all; `gone` names those that are there. */
  trashPosts: call(
    z.tuple([z.array(postId)]),
    returns<{ readonly changed: FilesChanged; readonly gone: readonly PostId[] }>(),
  ),
  planRename: call(z.tuple([postId, slug, renameChoices]), returns<RenamePlan>()),
  renamePost: call(z.tuple([postId, slug, renameChoices, fingerprint, excluded]), returns<FilesChanged>()),
  planMove: call(z.tuple([postId, postFolder, renameChoices]), returns<RenamePlan>()),
  movePost: call(
    z.tuple([postId, postFolder, renameChoices, fingerprint, excluded]),
    returns<FilesChanged>(),
  ),
  /** What another date in the file name changes; it publishes a draft of `_drafts`. */
  planDate: call(z.tuple([postId, date, renameChoices]), returns<RenamePlan>()),
  datePost: call(z.tuple([postId, date, renameChoices, fingerprint, excluded]), returns<FilesChanged>()),
  /** Writes the file of a new post, and the folders it needs; never over a file that is there. */
  createPost: call(z.tuple([postId, postToSave.omit({ base: true })]), returns<FilesChanged>()),
  /** Writes a copy beside the post under a free name. */
  duplicatePost: call(z.tuple([postId]), returns<{ readonly id: PostId; readonly changed: FilesChanged }>()),
  planReplace: call(z.tuple([replaceRequest]), returns<ReplacePlan>()),
  /** The lines that the replace would change in a post of the plan, in pieces: this one begins at the line of that number, from 0. */
  replacedLines: call(
    z.tuple([replaceRequest, shownPost, z.number().int().nonnegative()]),
    returns<ReplacedLines>(),
  ),
  /** Replaces in these posts; each one that changed since it was shown is left alone. */
  replaceInPosts: call(z.tuple([replaceRequest, shownPosts]), returns<FilesChanged>()),
  /** What changes of the front matter would do to each post; nothing is written. */
  planBulkEdit: call(z.tuple([postIds, bulkChanges]), returns<readonly PlannedPost[]>()),
  /** Carries them out; each post that changed since it was shown is left alone. */
  bulkEdit: call(z.tuple([shownPosts, bulkChanges]), returns<FilesChanged>()),
  /** Makes the fixes of a check in all posts; one undo takes all back. */
  fixPosts: call(z.tuple([z.string().min(1).max(80)]), returns<FilesChanged>()),
  /** Stops the plan, the replace or the bulk edit that is under way between two posts. */
  stopOperation: call(z.tuple([]), returns<void>()),
  /** Takes a new post, a rename, a move, a replace, a bulk edit, a copy or a move to the bin back. */
  undoOperation: call(z.tuple([z.string().max(64)]), returns<FilesChanged>()),
} as const

export const fileEvents = {
  operationProgress: event<{ readonly done: number; readonly total: number }>(),
} as const
