import type { PostId, Revision } from '../../posts/post'
import type { TextChange } from '../../text/text-change'
import type { CheckSeverities } from '../severity/check-severities'
import type { Finding, PostFindings } from './finding'

/** Changed findings of a folder. */
export interface FindingsChanged {
  readonly changed: readonly PostFindings[]
  readonly removed: readonly PostId[]
  /** True for the first batch of a folder: discard earlier findings. */
  readonly reset: boolean
  /** The severities in the site's settings; the user's settings apply to the other checks. */
  readonly severities: CheckSeverities
}

/** The findings of a text in the editor. */
export interface TextFindings {
  readonly findings: readonly Finding[]
  readonly severities: CheckSeverities
}

/** The progress of checking all posts or links. */
export interface CheckProgress {
  readonly kind: 'posts' | 'links'
  readonly done: number
  readonly total: number
  readonly finished: boolean
}

/** The fixes of one check in a post, for the text of a revision. */
export interface PostFixes {
  readonly id: PostId
  readonly revision: Revision
  readonly changes: readonly TextChange[]
}

/** The links to other sites, before they are checked. */
export interface OutsideLinks {
  readonly pages: number
  readonly hosts: number
  /** Pages whose state is known from the last day. */
  readonly known: number
  /** Links to this computer, its network and example domains, which are not requested. */
  readonly others: number
}
