import type { SiteLayout } from '../../../shared/site/site-layout'
import type { PostFile } from '../files/walk-posts'
import { WordBuffer } from '../words/word-buffer'
import { indexFile } from './index-post'
import { type StoredPost, storedPost } from './stored-post'

/** The result of reading one file; null if it is gone. */
export type ReadPost = StoredPost | null

/** Reads and parses many posts, for instance in a thread. Answers come in the order of the requests. */
export interface PostReader {
  /** How many requests to keep pending, so that it never waits. */
  readonly ahead: number
  readonly read: (files: readonly PostFile[], now: number) => Promise<readonly ReadPost[]>
  /** The words of these posts are no longer needed. */
  readonly done: (posts: readonly ReadPost[]) => void
  readonly close: () => void
}

/** Creates a reader for the posts of a folder. */
export type StartPostReader = (postsRoot: string, site: SiteLayout) => PostReader

/** Reads one post synchronously. */
export const readPostFile = (
  postsRoot: string,
  file: PostFile,
  site: SiteLayout,
  now: number,
  room = new WordBuffer(),
): ReadPost => {
  const post = indexFile(postsRoot, file, site, now, room)
  return post && storedPost(post)
}

/** A reader that works in the calling thread. */
const startReaderHere: StartPostReader = (postsRoot, site) => ({
  ahead: 1,
  read: async (files, now) => files.map((file) => readPostFile(postsRoot, file, site, now)),
  done: () => undefined,
  close: () => undefined,
})

/** The readers of a site's posts: one in the calling thread, and one in other threads if available. */
export const readersOf = ({
  site,
  startReader = startReaderHere,
}: {
  readonly site: Parameters<StartPostReader>[1] & { readonly postsRoot: string }
  readonly startReader?: StartPostReader
}) => ({
  readHere: () => startReaderHere(site.postsRoot, site),
  startReader: () => startReader(site.postsRoot, site),
})
