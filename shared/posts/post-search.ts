import { z } from 'zod'
import type { PostId } from './post'

/** What to find in the posts, as the search panel has it. */
export const searchRequest = z.object({
  /** Words, phrases and field filters (see post-query.ts), or one regular expression. */
  text: z.string().max(2000),
  wholeWord: z.boolean(),
  matchCase: z.boolean(),
  regex: z.boolean(),
  limit: z.number().int().min(1).max(1000),
})
export type SearchRequest = z.infer<typeof searchRequest>

/** One line of a post with what was found in it. */
export interface SearchLine {
  /** 1-based line of the post. */
  readonly line: number
  /** The line, or the part of it around the first match. */
  readonly text: string
  /** Where the matches are in `text`: start and end of each. */
  readonly marks: readonly (readonly [from: number, to: number])[]
}

export interface SearchHit {
  readonly id: PostId
  readonly title: string
  /** Matches in the whole post; 0 where only the filters chose it. */
  readonly matches: number
  /** A few lines that have one, those first that tell most. */
  readonly lines: readonly SearchLine[]
}

export interface SearchResult {
  readonly hits: readonly SearchHit[]
  /** Posts that match, as far as is known; more than the hits where the limit cut them. */
  readonly posts: number
  /** True where there are more hits than the limit allowed. */
  readonly more: boolean
}

/** A post, or a heading of one, that fits what was typed into quick open. */
export interface QuickOpenHit {
  readonly id: PostId
  readonly title: string
  readonly heading: { readonly text: string; readonly line: number } | null
}

/** A post that links to another one. */
export interface Backlink {
  readonly id: PostId
  readonly title: string
  /** 1-based lines of the links. */
  readonly lines: readonly number[]
}
