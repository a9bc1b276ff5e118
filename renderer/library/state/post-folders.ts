import type { PostId, PostSummary } from '../../../shared/posts/post'
import { folderOf, joinPath, nameWithoutExtension } from '../../../shared/site/post-path'

/** A folder inside the posts folder, empty for the top, and the posts in it or below. */
export interface PostFolder {
  readonly path: string
  readonly count: number
}

/** The folder of a post; a bundle (`a/post/index.md`) is in the parent of its own folder. */
export const keptIn = (id: PostId): string => {
  const folder = folderOf(id)
  const isBundle = folder !== '' && /^index$/i.test(nameWithoutExtension(id.slice(folder.length + 1)))
  return isBundle ? folderOf(folder) : folder
}

/** The folders with posts and their parents, by path, without the top. */
export const foldersOf = (posts: readonly PostSummary[]): readonly PostFolder[] => {
  const counts = new Map<string, number>()
  for (const { id } of posts)
    for (let folder = keptIn(id); folder !== ''; folder = folderOf(folder))
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
  return [...counts].map(([path, count]) => ({ path, count })).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The folder that a typed path means; null if it is outside the posts folder. */
export const folderTyped = (typed: string): string | null => joinPath(typed.trim().replaceAll('\\', '/'))
