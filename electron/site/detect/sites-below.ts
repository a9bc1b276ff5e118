import { join } from 'node:path'
import { itemAt } from '../../../shared/base/item-at'
import { countPosts, entriesOf, isHidden, liesIn } from './count-posts'
import { isCertain, rootAt, type SiteChoices, type SiteRoot } from './find-site-root'

/** A site inside a repository. */
export interface SiteBelow {
  /** Relative to the repository, `/` separated. */
  readonly path: string
  readonly root: SiteRoot
  /** The number of posts in it. */
  readonly posts: number
}

const deepest = 3
const maxFolders = 300
// Templates and test sites.
const notOwn = /^(?:tests?|__tests__|fixtures?|examples?|exampleSite|templates?|themes|starters?|demos?)$/

/** The sites with posts below a folder, those with the most posts first. */
export const sitesBelow = async (repository: string, choices: SiteChoices): Promise<readonly SiteBelow[]> => {
  const found: Pick<SiteBelow, 'path' | 'root'>[] = []
  const waiting = [{ path: '', level: 0 }]
  for (let at = 0; at < waiting.length && at < maxFolders; at += 1) {
    const { path, level } = itemAt(waiting, at)
    const entries = (await entriesOf(join(repository, path))) ?? []
    const names = new Set(entries.map(({ name }) => name))
    const root = path === '' ? null : await rootAt(join(repository, path), names, choices)
    if (root !== null && isCertain(root)) {
      found.push({ path, root })
      continue
    }
    if (level === deepest) continue
    for (const entry of entries)
      if (entry.isDirectory() && !isHidden(entry.name) && !notOwn.test(entry.name))
        waiting.push({ path: path === '' ? entry.name : `${path}/${entry.name}`, level: level + 1 })
  }
  if (found.length === 0) return []
  const counted = await countPosts(repository)
  return found
    .map((site) => ({
      ...site,
      posts: counted.reduce((sum, { path, posts }) => sum + (liesIn(path, site.path) ? posts.length : 0), 0),
    }))
    .filter(({ posts }) => posts > 0)
    .sort((a, b) => b.posts - a.posts)
}
