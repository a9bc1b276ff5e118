import type { SiteLayout } from '../../../shared/site/site-layout'
import type { PostFile } from '../files/walk-posts'
import { WordBuffer } from '../words/word-buffer'
import { indexFile } from './index-post'
import { type StoredPost, storedPost } from './stored-post'

/** What came of reading one file; null where it is gone. */
export type ReadPost = StoredPost | null

/** Reads and takes apart many posts, for instance in a thread of its own. Answers come in the order of the questions. */
export interface PostReader {
  /** How many questions it wants at once, to have always one to work on. */
  readonly ahead: number
  readonly read: (files: readonly PostFile[], now: number) => Promise<readonly ReadPost[]>
  /** The words of these posts are not needed any more. */
  readonly done: (posts: readonly ReadPost[]) => void
  readonly close: () => void
}

/** Makes a reader of the posts of a folder. */
export type StartPostReader = (postsRoot: string, site: SiteLayout) => PostReader

/** Reads one post here and now. */
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

/** A reader that reads in the thread that asks. */
const startReaderHere: StartPostReader = (postsRoot, site) => ({
  ahead: 1,
  read: async (files, now) => files.map((file) => readPostFile(postsRoot, file, site, now)),
  done: () => undefined,
  close: () => undefined,
})

/** The readers of a site's posts: one in the thread that asks, and one in others where there are some. */
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
