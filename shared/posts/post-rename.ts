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
  /** Names it for leaving it out; null for what the operation itself consists of. */
  readonly key: string | null
  /** The part that changes, before and after. */
  readonly marks: readonly [before: Mark, after: Mark]
}

/** What changes in the text of one file. */
export interface PlannedFile {
  /** Relative to the root of the site, as it is now. */
  readonly path: string
  /** Null for a file outside the posts folder, and for one in it that is not markdown. */
  readonly id: PostId | null
  readonly changes: readonly PlannedChange[]
}

/** A reference that would lose its meaning and cannot be rewritten. */
export interface LeftOver {
  readonly path: string
  readonly line: number
  readonly target: string
  readonly reason: string
}

/** What can be chosen for a rename besides the new slug. */
export interface RenameOffers {
  /** The key of a slug in the head that could be changed instead of the file, with what it says. */
  readonly slugKey: { readonly key: string; readonly value: string } | null
  /** The same post in other languages, by its id, or by its path in the site where it lies outside the posts folder. */
  readonly translations: readonly string[]
  /** The key under which the old address is kept, so that it leads to the new one. */
  readonly redirect: { readonly key: string; readonly address: string } | null
}

/** What was chosen of it. */
export const renameChoices = z.strictObject({
  /** Change the slug in the head; the file keeps its name. */
  slugOnly: z.boolean(),
  /** Rename the post in other languages along. */
  translations: z.boolean(),
  /** Keep the old address as a redirect. */
  redirect: z.boolean(),
})
export type RenameChoices = Readonly<z.infer<typeof renameChoices>>

/** What is chosen where nobody chose. */
export const usualChoices: RenameChoices = { slugOnly: false, translations: true, redirect: false }

/** What a rename would change, for the writer to look at first. */
export interface RenamePlan {
  /** Stands for exactly this plan; the rename is carried out only while it would still be the same. */
  readonly fingerprint: string
  /** The id of the post afterwards. */
  readonly id: PostId
  /** Files and folders that move, by their path in the site. */
  readonly moves: readonly { readonly from: string; readonly to: string }[]
  /** Files whose text changes, those of the posts folder first. */
  readonly files: readonly PlannedFile[]
  /** References that cannot be rewritten by themselves. */
  readonly unchangeable: readonly LeftOver[]
  /** What else the writer should know. */
  readonly warnings: readonly string[]
  readonly offers: RenameOffers
}

/** What an operation on files came to; `undo` takes it back, null where nothing was done. */
export interface FilesChanged {
  readonly undo: string | null
  readonly done: number
  /** What was left alone, with the reason. */
  readonly failed: readonly string[]
}
