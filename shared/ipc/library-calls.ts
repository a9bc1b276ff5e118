import { z } from 'zod'
import type { SiteSchema } from '../front-matter/site-schema'
import { type PostId, type PostSummary, postId } from '../post'
import { call, event, returns } from './define'

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

export const libraryCalls = {
  listPosts: call(z.tuple([]), returns<readonly PostSummary[]>()),
  siteSchema: call(z.tuple([]), returns<SiteSchema>()),
  /** Writes the site's own key for featured posts into the file: one line, no other byte. */
  setFeatured: call(z.tuple([postId, z.boolean()]), returns<void>()),
  trashPost: call(z.tuple([postId]), returns<void>()),
} as const

export const libraryEvents = {
  postsChanged: event<PostsChanged>(),
  libraryProgress: event<LibraryProgress>(),
  siteSchemaChanged: event<SiteSchema>(),
  /** The posts folder is gone (unmounted, renamed, deleted), or is back. */
  folderState: event<{ readonly available: boolean; readonly message: string }>(),
} as const
