import { folderOf, joinPath } from '../../site/post-path'
import type { SiteMap } from '../map/site-map'
import type { Meaning, Place } from './meaning-types'

const endings = ['', '.md', '.mdx', '.markdown', '/index.md', '/index.mdx', '/_index.md', '/README.md']

/** Resolves a path relative to its file, or with a leading `/` to the root of the site's files. */
export const atFile = (plain: string, place: Place, map: SiteMap): Meaning => {
  const path = plain.startsWith('/') ? joinPath(plain) : joinPath(folderOf(place.path), plain)
  if (path === null || path === '') return { kind: 'none' }
  for (const ending of endings) {
    const named = path + ending
    if (map.pages.has(named)) return { kind: 'page', path: named, by: 'file', isLoose: false }
    if (ending === '' && map.files.has(named))
      return { kind: 'file', path: named, by: 'file', isLoose: false }
  }
  for (const ending of endings) {
    const [near, other] = map.nearPath(path + ending)
    if (near !== undefined && other === undefined)
      return { kind: 'page', path: near, by: 'file', isLoose: true }
  }
  return { kind: 'none' }
}
