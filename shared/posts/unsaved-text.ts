import { z } from 'zod'
import { longestText, sentText } from '../text/sent-text'
import { applyTextChanges } from '../text/text-change'
import { type PostId, postId, revision, textFormat } from './post'

const offset = z.number().int().min(0).max(longestText)

/** The text of a stretch of work as a whole: what every later change is counted from. */
export const journalSnapshot = z.object({
  kind: z.literal('snapshot'),
  /** Names the stretch, so that changes never join a snapshot they do not belong to. */
  stretch: z.string().min(1).max(64),
  text: z.string().max(longestText),
  format: textFormat,
  /** The file the text is based on, and what it held, so that a file changed since can be merged. */
  base: revision.nullable(),
  onDisk: z.object({ text: z.string().max(longestText), format: textFormat }).nullable(),
  caret: offset,
  /** The undo history as the editor wrote it, or null where it is too long to keep. */
  undo: z.string().max(longestText).nullable(),
})

/**
 * The start of a stretch of work on a long text, as what differs from the file: the file's own bytes are on the disk
 * already, so that this entry is there at once.
 */
export const journalBased = z.object({
  kind: z.literal('based'),
  stretch: z.string().min(1).max(64),
  /** The file the text is based on, and the length of its text. */
  base: revision,
  length: offset,
  changes: z.array(z.object({ from: offset, to: offset, insert: z.string().max(longestText) })),
  format: textFormat,
  caret: offset,
  undo: z.string().max(longestText).nullable(),
})

/** What was typed since the entry before, as changes of that text. */
export const journalChanges = z.object({
  kind: z.literal('changes'),
  stretch: z.string().min(1).max(64),
  /** 1 for the first entry after the start of the stretch. */
  index: z.number().int().min(1),
  changes: z.array(z.object({ from: offset, to: offset, insert: z.string().max(longestText) })),
  format: textFormat,
  caret: offset,
})

/** A snapshot on its way to main: what the file held comes as the change of the text that gives it. */
const sentSnapshot = journalSnapshot
  .extend({
    text: sentText,
    onDisk: z.object({ from: offset, to: offset, insert: sentText, format: textFormat }).nullable(),
  })
  .transform(
    ({ onDisk, ...snapshot }): z.infer<typeof journalSnapshot> => ({
      ...snapshot,
      onDisk: onDisk && { text: applyTextChanges(snapshot.text, [onDisk]), format: onDisk.format },
    }),
  )

export const journalEntry = z.discriminatedUnion('kind', [sentSnapshot, journalBased, journalChanges])
export type JournalSnapshot = z.infer<typeof journalSnapshot>
export type JournalBased = z.infer<typeof journalBased>
export type JournalChanges = z.infer<typeof journalChanges>
export type JournalEntry = z.infer<typeof journalEntry>
export type SentSnapshot = z.input<typeof sentSnapshot>

/**
 * `needs-snapshot`: the journal does not know this stretch, its changes have grown longer than the text, or the file that
 * they are based on is another one by now.
 */
export type JournalAnswer =
  | { readonly kind: 'written' }
  | { readonly kind: 'needs-snapshot' }
  | { readonly kind: 'failed'; readonly message: string }

/** Text that was not saved when the app ended, as far as the journal had it. */
export interface RecoveredText {
  readonly id: PostId
  /** When the last change reached the journal. */
  readonly writtenMs: number
  readonly snapshot: JournalSnapshot
  /** To be applied one after the other, each one step to undo. */
  readonly changes: readonly JournalChanges[]
  /** The text after all changes. */
  readonly text: string
}

/** What stands in the journal for the open folder. */
export interface RecoveredPosts {
  readonly posts: readonly { readonly id: PostId; readonly writtenMs: number }[]
  /** Entries that could not be read; they are set aside in the user-data folder. */
  readonly damaged: number
  /** Entries of a newer version of the app; they are left alone. */
  readonly newer?: number
}

/** An earlier version of a post. */
export interface PostVersionInfo {
  readonly revision: string
  readonly savedMs: number
  readonly size: number
}

/** A post of the history whose file is gone. */
export interface DeletedPost {
  readonly id: PostId
  readonly lastMs: number
}

export const versionRequest = z.tuple([postId, revision])
