import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import type {
  FolderState,
  IgnoredPosts,
  LibraryProgress,
  PostsChanged,
} from '../../../shared/ipc/library-calls'
import type { PostId, PostSummary } from '../../../shared/posts/post'
import type { SiteLayout } from '../../../shared/site/site-layout'
import type { IgnoreSettings } from '../files/ignore-rules'
import type { WalkProblem } from '../files/walk-posts'
import type { WatchTimes } from '../files/watch-folder'
import type { StartPostReader } from '../index/post-reader'

/** The part of a site that the library needs; `Site` of detect-site has it. */
export interface LibrarySite extends SiteLayout {
  readonly root: string
  readonly postsRoot: string
}

/** The folders that links among the posts may lead into. */
export const boundsOf = ({ postsRoot, root }: Pick<LibrarySite, 'postsRoot' | 'root'>): readonly string[] => [
  postsRoot,
  root,
]

/** A change to a file of the folder, reported at once; the open post finds out what it means. */
export interface FileChange {
  readonly id: PostId
  readonly kind: 'changed' | 'removed'
}

/** The events of an open library. */
export interface LibraryEvents {
  readonly onPosts: (batch: PostsChanged) => void
  readonly onProgress: (progress: LibraryProgress) => void
  readonly onSchema: (schema: SiteSchema) => void
  /** `postwright.json` has changed, or has errors at the start; all its errors. */
  readonly onSettings: (problems: readonly WalkProblem[]) => void
  /** The posts that Git ignores have changed. */
  readonly onIgnored: (ignored: IgnoredPosts) => void
  readonly onFiles: (changes: readonly FileChange[]) => void
  readonly onFolderState: (state: FolderState) => void
  /** A note for the log, such as an index that had to be rebuilt. */
  readonly onNote: (note: string) => void
}

export interface LibraryOptions extends LibraryEvents {
  readonly site: LibrarySite
  /** The index; created if missing, rebuilt if damaged. */
  readonly databaseFile: string
  readonly ignore?: IgnoreSettings
  /** A scan is complete: the current posts and their schema. */
  readonly onLooked?: (posts: readonly PostSummary[], schema: SiteSchema) => void
  /** Reads many posts in another thread; without it they are read in this one. */
  readonly startReader?: StartPostReader
  /** Sends posts only after the first `list`, so that a window does not get twice what it is about to request. */
  readonly listFirst?: boolean
  /** False scans once and does not watch. */
  readonly watch?: boolean
  /** Runs a scan as work that background work gives way to. */
  readonly asForeground?: (work: () => Promise<void>) => Promise<void>
  readonly watchTimes?: Partial<WatchTimes>
  readonly now?: () => number
}
