import { z } from 'zod'
import type { LinkExample } from '../addresses/spelling/link-spelling'
import type { SiteSchema } from '../front-matter/schema/site-schema'
import { type PostId, type PostSummary, postId } from '../posts/post'
import { type Backlink, type QuickOpenHit, type SearchResult, searchRequest } from '../posts/post-search'
import { askedReference } from '../references/asked-reference'
import { call, event, returns } from './define'
import type { Packed } from './packed'

export interface LibraryProgress {
  readonly done: number
  readonly total: number
  readonly finished: boolean
}

export interface PostsChanged {
  readonly changed: readonly PostSummary[]
  readonly removed: readonly PostId[]
  /** True for the first batch of a folder: what was known before is gone. */
  readonly reset: boolean
}

/** A folder or file of the posts folder that could not be looked at. */
export interface FolderProblem {
  readonly path: string
  readonly message: string
}

/** Posts of the folder that are not listed, because Git ignores them. */
export interface IgnoredPosts {
  readonly posts: number
  /** There are more than `posts`. */
  readonly isMore: boolean
  /** Folders that are ignored as a whole, with a last slash; three at most. */
  readonly folders: readonly string[]
}

/** Whether the posts folder can be reached and is followed, and why not. */
export interface FolderState {
  readonly available: boolean
  readonly message: string
  /** It is the list that stopped, and `restartLibrary` starts it at once. */
  readonly canRestart?: boolean
}

export const libraryCalls = {
  /** The newest posts, as soon as there are some; all others follow as `postsChanged`. */
  listPosts: call(z.tuple([]), returns<Packed<readonly PostSummary[]>>()),
  siteSchema: call(z.tuple([]), returns<SiteSchema>()),
  /** The same once every post of the folder has been read. */
  wholeSchema: call(z.tuple([]), returns<SiteSchema>()),
  /** Writes the site's own key for featured posts into the file: one line, no other byte. */
  setFeatured: call(z.tuple([postId, z.boolean()]), returns<void>()),
  /** Rejects with `cancelled` when a newer search has taken its place. */
  searchPosts: call(z.tuple([searchRequest]), returns<SearchResult>()),
  /** Titles, paths and headings that fit what was typed, the best first. */
  quickOpen: call(
    z.tuple([z.string().max(200), z.number().int().min(1).max(200)]),
    returns<readonly QuickOpenHit[]>(),
  ),
  listBacklinks: call(z.tuple([postId]), returns<readonly Backlink[]>()),
  /** The posts that references of a post lead to, in their order; null for one that leads to none. */
  linkTargets: call(
    z.tuple([postId, z.array(askedReference).max(500)]),
    returns<readonly (PostId | null)[]>(),
  ),
  /** A link between posts as most of the folder's posts write it; null where there is none. */
  linkExample: call(z.tuple([]), returns<LinkExample | null>()),
  listFolderProblems: call(z.tuple([]), returns<readonly FolderProblem[]>()),
  /** Looks at the whole folder again. */
  refreshLibrary: call(z.tuple([]), returns<void>()),
  /** Posts that Git ignores are listed or left out, until the folder is opened again. */
  showIgnored: call(z.tuple([z.boolean()]), returns<void>()),
  /** The posts that are left out because Git ignores them. */
  ignoredPosts: call(z.tuple([]), returns<IgnoredPosts>()),
  /** Starts a list that stopped several times without waiting any longer. */
  restartLibrary: call(z.tuple([]), returns<void>()),
  /** Stops the look at the folder that is under way; what was read stays. */
  cancelScan: call(z.tuple([]), returns<void>()),
  /** The folder that was opened is drawn, with its first post: the library may use the processor again. */
  windowAtRest: call(z.tuple([]), returns<void>()),
} as const

export const libraryEvents = {
  postsChanged: event<Packed<PostsChanged>>(),
  libraryProgress: event<LibraryProgress>(),
  siteSchemaChanged: event<SiteSchema>(),
  /** `postwright.json` was changed, or has mistakes from the start; all that is wrong in it. */
  siteSettingsChanged: event<readonly FolderProblem[]>(),
  ignoredPostsChanged: event<IgnoredPosts>(),
  /** The posts folder is gone (unmounted, renamed, deleted), or is there and watched from now on. */
  folderState: event<FolderState>(),
} as const
