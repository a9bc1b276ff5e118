import { z } from 'zod'
import type { PostId } from './post'

/** The search request. */
export const searchRequest = z.object({
  /** Words, phrases and field filters (see post-query.ts), or one regular expression. */
  text: z.string().max(2000),
  wholeWord: z.boolean(),
  matchCase: z.boolean(),
  regex: z.boolean(),
  limit: z.number().int().min(1).max(1000),
})
export type SearchRequest = z.infer<typeof searchRequest>

/** A line of a post with its matches. */
export interface SearchLine {
  /** 1-based line of the post. */
  readonly line: number
  /** The line, or the part of it around the first match. */
  readonly text: string
  /** Start and end of each match in `text`. */
  readonly marks: readonly (readonly [from: number, to: number])[]
}

export interface SearchHit {
  readonly id: PostId
  readonly title: string
  /** The number of matches in the post; 0 if only the filters matched. */
  readonly matches: number
  /** A few matching lines, the best first. */
  readonly lines: readonly SearchLine[]
}

export interface SearchResult {
  readonly hits: readonly SearchHit[]
  /** The number of matching posts as far as known; more than the hits if the limit was reached. */
  readonly posts: number
  /** Whether there are more hits than the limit allows. */
  readonly more: boolean
}

/** A post or heading that matches the text typed into Go to post. */
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
