import { z } from 'zod'
import type { PostId } from './post'

/** A line of a post before and after a change. */
export interface ChangedLine {
  /** 1-based line of the post. */
  readonly line: number
  readonly before: string
  readonly after: string
}

/** Start and end of a part of a line. */
export type Mark = readonly [from: number, to: number]

/** One change of a file, shown in its line. */
export interface PlannedChange extends ChangedLine {
  /** The key for excluding it; null if it is an essential part of the operation. */
  readonly key: string | null
  /** The part that changes, before and after. */
  readonly marks: readonly [before: Mark, after: Mark]
}

/** The changes in one file. */
export interface PlannedFile {
  /** The current path relative to the root of the site. */
  readonly path: string
  /** Null for a file outside the posts folder, or not markdown. */
  readonly id: PostId | null
  readonly changes: readonly PlannedChange[]
}

/** A reference that would break and cannot be rewritten. */
export interface LeftOver {
  readonly path: string
  readonly line: number
  readonly target: string
  readonly reason: string
}

/** The options of a rename besides the new slug. */
export interface RenameOffers {
  /** The slug key in the head that could be changed instead of the file, and its value. */
  readonly slugKey: { readonly key: string; readonly value: string } | null
  /** Translations of the post, by id, or by path in the site if outside the posts folder. */
  readonly translations: readonly string[]
  /** The key for keeping the old address as a redirect. */
  readonly redirect: { readonly key: string; readonly address: string } | null
}

/** The chosen options. */
export const renameChoices = z.strictObject({
  /** Change the slug in the head; the file keeps its name. */
  slugOnly: z.boolean(),
  /** Rename the translations too. */
  translations: z.boolean(),
  /** Keep the old address as a redirect. */
  redirect: z.boolean(),
})
export type RenameChoices = Readonly<z.infer<typeof renameChoices>>

/** The default options. */
export const usualChoices: RenameChoices = { slugOnly: false, translations: true, redirect: false }

/** The planned changes of a rename. */
export interface RenamePlan {
  /** Identifies this plan; the rename is carried out only if the plan would still be the same. */
  readonly fingerprint: string
  /** The id of the post afterwards. */
  readonly id: PostId
  /** Files and folders that move, by their path in the site. */
  readonly moves: readonly { readonly from: string; readonly to: string }[]
  /** Files whose text changes, those of the posts folder first. */
  readonly files: readonly PlannedFile[]
  /** References that cannot be rewritten automatically. */
  readonly unchangeable: readonly LeftOver[]
  /** Warnings for the user. */
  readonly warnings: readonly string[]
  readonly offers: RenameOffers
}

/** The result of an operation on files; `undo` is its id, null if nothing was done. */
export interface FilesChanged {
  readonly undo: string | null
  readonly done: number
  /** The reasons for files that were left alone. */
  readonly failed: readonly string[]
}
