import type { PostId } from './post'

/** A line of a post before and after a change. */
export interface ChangedLine {
  /** 1-based line of the post. */
  readonly line: number
  readonly before: string
  readonly after: string
}

/** The posts that have to do with another one, for a change of its name or place. */
export interface RelatedPosts {
  /** Those that link to it, and those that may show an image out of a folder that is named after it. */
  readonly using: readonly PostId[]
  /** Those of the same name elsewhere: a folder that is named after it may be theirs as well. */
  readonly sharing: readonly PostId[]
}

/** What a rename would change, for the writer to look at first. */
export interface RenamePlan {
  /** Stands for exactly this plan; the rename is carried out only while it would still be the same. */
  readonly mark: string
  /** The id of the post afterwards. */
  readonly id: PostId
  /** Files and folders that move, by their path in the site. */
  readonly moves: readonly { readonly from: string; readonly to: string }[]
  /** Posts whose text changes; the renamed one by its old id. */
  readonly files: readonly { readonly id: PostId; readonly changes: readonly ChangedLine[] }[]
  /** Links that cannot be rewritten by themselves. */
  readonly warnings: readonly string[]
}

/** What an operation on files came to; `undo` takes it back, null where nothing was done. */
export interface FilesChanged {
  readonly undo: string | null
  readonly done: number
  /** What was left alone, with the reason. */
  readonly failed: readonly string[]
}
