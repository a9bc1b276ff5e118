import { z } from 'zod'
import { bulkChange } from '../front-matter/edit/bulk-change'
import type { PlannedPost } from '../posts/planned-post'
import { type PostId, postFolder, postId, postToSave, type Revision, revision } from '../posts/post'
import { type ChangedLine, type FilesChanged, type RenamePlan, renameChoices } from '../posts/post-rename'
import { searchRequest } from '../posts/post-search'
import { call, event, returns } from './define'

/** The text to find and its replacement; with a regular expression, `$1` is its first group. */
const replaceRequest = searchRequest.omit({ limit: true }).extend({ replacement: z.string().max(10_000) })
export type ReplaceRequest = z.infer<typeof replaceRequest>

/** What a replace would change in one post. */
export interface PlannedReplacement {
  readonly id: PostId
  /** The revision that the plan is based on. */
  readonly revision: Revision
  /** The number of replacements in it. */
  readonly places: number
}

/** The changes of a replace by post. */
export type ReplacePlan = readonly PlannedReplacement[]

/** Some of the changed lines of one post. */
export interface ReplacedLines {
  readonly changes: readonly ChangedLine[]
  /** The total number of changed lines. */
  readonly total: number
}

/** A post as it was shown. */
const shownPost = z.strictObject({ id: postId, revision })
const postIds = z.array(postId).max(100_000)
/** Posts as they were shown: a post that has changed since is left alone. */
const shownPosts = z.array(shownPost).max(100_000)
const bulkChanges = z.array(bulkChange).min(1).max(50)
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const slug = z.string().min(1).max(255)
/** The fingerprint of the shown plan; a different plan is not carried out. */
const fingerprint = z.string().max(64)
/** The keys of excluded changes. */
const excluded = z.array(z.string().max(5000)).max(200_000)

/** An operation on files that can be undone. */
export interface RecentOperation {
  readonly id: string
  /** “Rename old to new”. */
  readonly title: string
  readonly timeMs: number
}

export const fileCalls = {
  /** Moves posts to the system's trash, with one undo for all; `gone` lists the moved posts. */
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
  /** Plans another date in the file name; publishes a draft in `_drafts`. */
  planDate: call(z.tuple([postId, date, renameChoices]), returns<RenamePlan>()),
  datePost: call(z.tuple([postId, date, renameChoices, fingerprint, excluded]), returns<FilesChanged>()),
  /** Creates the file of a new post and its folders; never overwrites a file. */
  createPost: call(z.tuple([postId, postToSave.omit({ base: true })]), returns<FilesChanged>()),
  /** Writes a copy beside the post under a free name. */
  duplicatePost: call(z.tuple([postId]), returns<{ readonly id: PostId; readonly changed: FilesChanged }>()),
  planReplace: call(z.tuple([replaceRequest]), returns<ReplacePlan>()),
  /** A part of the changed lines of a post, starting at the line with this index. */
  replacedLines: call(
    z.tuple([replaceRequest, shownPost, z.number().int().nonnegative()]),
    returns<ReplacedLines>(),
  ),
  /** Replaces in these posts; a post that has changed since it was shown is left alone. */
  replaceInPosts: call(z.tuple([replaceRequest, shownPosts]), returns<FilesChanged>()),
  /** Plans front matter changes in each post; writes nothing. */
  planBulkEdit: call(z.tuple([postIds, bulkChanges]), returns<readonly PlannedPost[]>()),
  /** Carries them out; a post that has changed since it was shown is left alone. */
  bulkEdit: call(z.tuple([shownPosts, bulkChanges]), returns<FilesChanged>()),
  /** Applies the fixes of a check in all posts; one undo reverts them. */
  fixPosts: call(z.tuple([z.string().min(1).max(80)]), returns<FilesChanged>()),
  /** Stops a running plan, replace or bulk edit between two posts. */
  stopOperation: call(z.tuple([]), returns<void>()),
  /** The latest changes to files of the open site that can be undone, the newest first, also of earlier sessions. */
  recentOperations: call(z.tuple([]), returns<readonly RecentOperation[]>()),
  /** Undoes a new post, rename, move, replace, bulk edit, copy or move to the trash. */
  undoOperation: call(z.tuple([z.string().max(64)]), returns<FilesChanged>()),
} as const

export const fileEvents = {
  operationProgress: event<{ readonly done: number; readonly total: number }>(),
} as const
