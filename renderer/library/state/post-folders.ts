import type { PostId, PostSummary } from '../../../shared/posts/post'
import { folderOf, joinPath, nameWithoutExtension } from '../../../shared/site/post-path'

/** A folder of the posts folder, empty for the top, and the posts that are in it or below. */
export interface PostFolder {
  readonly path: string
  readonly count: number
}

/** The folder a post is kept in; a bundle (`a/post/index.md`) is in the folder around its own. */
export const keptIn = (id: PostId): string => {
  const folder = folderOf(id)
  const isBundle = folder !== '' && /^index$/i.test(nameWithoutExtension(id.slice(folder.length + 1)))
  return isBundle ? folderOf(folder) : folder
}

/** The folders that hold posts, with those around them, by their path; the top is left out. */
export const foldersOf = (posts: readonly PostSummary[]): readonly PostFolder[] => {
  const counts = new Map<string, number>()
  for (const { id } of posts)
    for (let folder = keptIn(id); folder !== ''; folder = folderOf(folder))
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
  return [...counts].map(([path, count]) => ({ path, count })).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A folder as it is meant by what was typed; null where it would lie outside of the posts folder. */
export const folderTyped = (typed: string): string | null => joinPath(typed.trim().replaceAll('\\', '/'))
