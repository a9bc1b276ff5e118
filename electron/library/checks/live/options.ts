import type { Finding } from '../../../../shared/checks/findings/finding'
import type { CheckProgress, FindingsChanged } from '../../../../shared/checks/findings/told'
import type { PostRecord } from '../../../../shared/checks/site/post-record'
import type { MarkdownChoice } from '../../../../shared/markdown/options/features'
import type { LibrarySite } from '../../scan/options'
import type { StartRecordReader } from '../record-reader'

export interface LiveChecksOptions {
  readonly site: LibrarySite & { readonly markdown?: MarkdownChoice }
  readonly onFindings: (batch: FindingsChanged) => void
  readonly onProgress: (progress: CheckProgress) => void
  readonly onNote: (note: string) => void
  /** Reads many posts in threads, if available. */
  readonly startReader?: StartRecordReader
  /** What is known of the links of a post to other sites. */
  readonly findOutside?: (post: PostRecord) => readonly Finding[]
  readonly now?: () => number
  /** Resolves when no library call is waiting, since these come first; null if none is. */
  readonly whenFree?: () => Promise<void> | null
}
