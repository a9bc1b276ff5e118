import { z } from 'zod'
import type { LinkExample } from '../addresses/spelling/link-spelling'
import type { SiteSchema } from '../front-matter/schema/site-schema'
import { type PostId, type PostSummary, postId } from '../posts/post'
import { type Backlink, type QuickOpenHit, type SearchResult, searchRequest } from '../posts/post-search'
import { call, event, returns } from './define'
import type { Packed } from './packed'

/** A reference without its position, as sent to be resolved. */
const askedReference = z.object({
  kind: z.enum([
    ...(['link', 'image', 'hugo-ref', 'jekyll-post', 'jekyll-link'] as const),
    ...(['hexo-post', 'hexo-asset', 'wiki', 'name', 'import'] as const),
  ]),
  target: z.string().max(20_000),
  writtenIn: z.enum([
    ...(['inline', 'angle', 'definition', 'double', 'single', 'backtick'] as const),
    ...(['unquoted', 'word', 'srcset', 'bare', 'wiki', 'text'] as const),
  ]),
  fromSite: z.literal(true).optional(),
  verbatim: z.literal(true).optional(),
  language: z.string().max(100).optional(),
})

export interface LibraryProgress {
  readonly done: number
  readonly total: number
  readonly finished: boolean
}

export interface PostsChanged {
  readonly changed: readonly PostSummary[]
  readonly removed: readonly PostId[]
  /** True for the first batch of a folder: discard earlier posts. */
  readonly reset: boolean
}

/** A folder or file of the posts folder that could not be read. */
export interface FolderProblem {
  readonly path: string
  readonly message: string
}

/** Posts that are not listed because Git ignores them. */
export interface IgnoredPosts {
  readonly posts: number
  /** There are more than `posts` of them. */
  readonly isMore: boolean
  /** Completely ignored folders, with a trailing slash; three at most. */
  readonly folders: readonly string[]
}

/** Whether the posts folder is available and watched, and why not. */
export interface FolderState {
  readonly available: boolean
  readonly message: string
  /** The library has stopped, and `restartLibrary` restarts it at once. */
  readonly canRestart?: boolean
}

export const libraryCalls = {
  /** The newest posts, as soon as there are some; the others follow as `postsChanged`. */
  listPosts: call(z.tuple([]), returns<Packed<readonly PostSummary[]>>()),
  siteSchema: call(z.tuple([]), returns<SiteSchema>()),
  /** The same after every post of the folder has been read. */
  wholeSchema: call(z.tuple([]), returns<SiteSchema>()),
  /** Sets the site's own key for featured posts in the file: one line, no other byte. */
  setFeatured: call(z.tuple([postId, z.boolean()]), returns<void>()),
  /** Rejects with `cancelled` if a newer search has started. */
  searchPosts: call(z.tuple([searchRequest]), returns<SearchResult>()),
  /** Titles, paths and headings that match the typed text, the best first. */
  quickOpen: call(
    z.tuple([z.string().max(200), z.number().int().min(1).max(200)]),
    returns<readonly QuickOpenHit[]>(),
  ),
  listBacklinks: call(z.tuple([postId]), returns<readonly Backlink[]>()),
  /** The posts that references of a post lead to, in order; null for one that leads to none. */
  linkTargets: call(
    z.tuple([postId, z.array(askedReference).max(500)]),
    returns<readonly (PostId | null)[]>(),
  ),
  /** A link between posts in the most common style of the folder; null if there is none. */
  linkExample: call(z.tuple([]), returns<LinkExample | null>()),
  listFolderProblems: call(z.tuple([]), returns<readonly FolderProblem[]>()),
  /** Scans the whole folder again. */
  refreshLibrary: call(z.tuple([]), returns<void>()),
  /** Lists or hides posts that Git ignores, until the folder is opened again. */
  showIgnored: call(z.tuple([z.boolean()]), returns<void>()),
  /** The posts that are hidden because Git ignores them. */
  ignoredPosts: call(z.tuple([]), returns<IgnoredPosts>()),
  /** Restarts a library that has stopped several times without waiting any longer. */
  restartLibrary: call(z.tuple([]), returns<void>()),
  /** Stops the running scan; posts read so far stay. */
  cancelScan: call(z.tuple([]), returns<void>()),
  /** The opened folder and its first post are drawn: the library may use the processor again. */
  windowAtRest: call(z.tuple([]), returns<void>()),
} as const

export const libraryEvents = {
  postsChanged: event<Packed<PostsChanged>>(),
  libraryProgress: event<LibraryProgress>(),
  siteSchemaChanged: event<SiteSchema>(),
  /** `postwright.json` has changed, or has errors at the start; all its errors. */
  siteSettingsChanged: event<readonly FolderProblem[]>(),
  ignoredPostsChanged: event<IgnoredPosts>(),
  /** The posts folder is gone (unmounted, renamed, deleted), or available and watched from now on. */
  folderState: event<FolderState>(),
} as const
