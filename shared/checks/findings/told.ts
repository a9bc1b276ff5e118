import type { PostId, Revision } from '../../posts/post'
import type { TextChange } from '../../text/text-change'
import type { CheckSeverities } from '../severity/check-severities'
import type { Finding, PostFindings } from './finding'

/** What is known anew of the findings of a folder. */
export interface FindingsChanged {
  readonly changed: readonly PostFindings[]
  readonly removed: readonly PostId[]
  /** True for the first batch of a folder: what was known before is gone. */
  readonly reset: boolean
  /** What the site's own settings say of checks; a writer's settings have a say in the others. */
  readonly severities: CheckSeverities
}

/** What was found in a text as it is being written. */
export interface TextFindings {
  readonly findings: readonly Finding[]
  readonly severities: CheckSeverities
}

/** How far a check of all posts, or of all links, has come. */
export interface CheckProgress {
  readonly kind: 'posts' | 'links'
  readonly done: number
  readonly total: number
  readonly finished: boolean
}

/** The fixes of one kind in a post, for the text of a revision. */
export interface PostFixes {
  readonly id: PostId
  readonly revision: Revision
  readonly changes: readonly TextChange[]
}

/** The links that lead to other sites, before somebody asks there. */
export interface OutsideLinks {
  readonly pages: number
  readonly hosts: number
}
