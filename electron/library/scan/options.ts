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

/** The part of a site that the library needs; `Site` of detect-site is one. */
export interface LibrarySite extends SiteLayout {
  readonly root: string
  readonly postsRoot: string
}

/** The folders that links among the posts may lead into. */
export const boundsOf = ({ postsRoot, root }: Pick<LibrarySite, 'postsRoot' | 'root'>): readonly string[] => [
  postsRoot,
  root,
]

/** Something that happened to a file of the folder, told at once; what it means is for the open post to find out. */
export interface FileChange {
  readonly id: PostId
  readonly kind: 'changed' | 'removed'
}

/** What a library tells while it is open. */
export interface LibraryEvents {
  readonly onPosts: (batch: PostsChanged) => void
  readonly onProgress: (progress: LibraryProgress) => void
  readonly onSchema: (schema: SiteSchema) => void
  /** `postwright.json` was changed, or has mistakes from the start; all that is wrong in it. */
  readonly onSettings: (problems: readonly WalkProblem[]) => void
  /** The posts that Git ignores are others than before. */
  readonly onIgnored: (ignored: IgnoredPosts) => void
  readonly onFiles: (changes: readonly FileChange[]) => void
  readonly onFolderState: (state: FolderState) => void
  /** Something worth a line in a log, such as an index that had to be built again. */
  readonly onNote: (note: string) => void
}

export interface LibraryOptions extends LibraryEvents {
  readonly site: LibrarySite
  /** The index; made where it is missing, built again where it is damaged. */
  readonly databaseFile: string
  readonly ignore?: IgnoreSettings
  /** Everything has been looked at once more: the posts of now, and what they have in common. */
  readonly onLooked?: (posts: readonly PostSummary[], schema: SiteSchema) => void
  /** Reads many posts, in another thread where there is one; without it they are read in this one. */
  readonly startReader?: StartPostReader
  /** Tells of posts only from the first `list` on, so that a window is not sent twice what it is about to ask for. */
  readonly listFirst?: boolean
  /** False looks once and stays with that. */
  readonly watch?: boolean
  readonly watchTimes?: Partial<WatchTimes>
  readonly now?: () => number
}
