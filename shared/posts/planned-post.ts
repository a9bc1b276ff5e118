import type { LineHunk } from '../front-matter/values/line-changes'
import type { PostId, Revision } from './post'

/** The effect of a bulk edit on one post. */
export type PlannedPost =
  | {
      readonly kind: 'changed'
      readonly id: PostId
      /** The revision that the hunks are based on. */
      readonly revision: Revision
      readonly hunks: readonly LineHunk[]
    }
  | { readonly kind: 'same'; readonly id: PostId }
  | {
      readonly kind: 'refused'
      readonly id: PostId
      readonly reason: string
      /** 1-based; null if the file could not be read. */
      readonly line: number | null
    }
