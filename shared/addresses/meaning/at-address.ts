import { itemAt } from '../../base/item-at'
import { filePart, folderOf, joinPath } from '../../site/post-path'
import { rulesOf } from '../by-generator/rules-of'
import { addressKey } from '../map/folded'
import type { SiteMap } from '../map/site-map'
import type { Page, SitePath } from '../rules/page'
import { type Meaning, none } from './meaning-types'

/** Resolves an address of the site, which starts with `/` and has no base path. */
export const atAddress = (address: string, map: SiteMap): Meaning => {
  // Even if addresses are guesses, that of a file whose path is its route is exact.
  const routed = map.routedTo(address)
  if (routed !== null) return { kind: 'file', path: routed, by: 'address', isLoose: false }
  const exact = chosen(map.at(address), 'address')
  if (exact) return exact
  const file = servedAt(address, map)
  if (file !== null) return { kind: 'file', path: file, by: 'address', isLoose: false }
  const former = chosen(map.formerlyAt(address), 'alias')
  if (former) return former
  const near = chosen(map.near(address), 'address')
  if (near) return near.kind === 'page' ? { ...near, isLoose: true } : near
  return rulesOf(map.site).isExact ? unknownAddress(address, map) : byEnd(address, map)
}

const chosen = (paths: readonly SitePath[], by: 'address' | 'alias') => {
  const [path] = paths
  if (path === undefined) return null
  return paths.length === 1
    ? ({ kind: 'page', path, by, isLoose: false } as const)
    : ({ kind: 'several', paths } as const)
}

/** The file served at an address: from a public folder, a bundle, or the post's own folder. */
const servedAt = (address: string, map: SiteMap): SitePath | null => {
  const { site, files } = map
  for (const folder of [
    ...site.publicFolders,
    ...(site.addresses?.content?.map((one) => one.folder) ?? ['content']),
  ]) {
    const path = joinPath(folder, address)
    if (path !== null && files.has(path) && !map.pages.has(path)) return path
  }
  for (let above = folderOf(address); above !== ''; above = folderOf(above)) {
    for (const page of map.at(above)) {
      if (!map.hasOwnFiles(page)) continue
      const path = joinPath(map.folderOfFiles(page), address.slice(above.length))
      if (path !== null && files.has(path) && !map.pages.has(path)) return path
    }
  }
  return null
}

/** The addresses of a file that is not a page, those below the page it belongs to first. */
export const addressesOf = (file: SitePath, map: SiteMap): readonly string[] => {
  const { site, pages } = map
  const found: string[] = []
  for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder))
    for (const owner of map.owners(folder)) {
      const address = pages.get(owner)?.address
      if (address) found.push(`${address.replace(/\/?$/, '/')}${file.slice(folder.length + 1)}`)
    }
  for (const folder of [...site.publicFolders, ...contentFolders(map)])
    if (folder === '.') found.push(`/${file}`)
    else if (file.startsWith(`${folder}/`)) found.push(file.slice(folder.length))
  return found
}

const contentFolders = ({ site }: SiteMap): readonly string[] =>
  site.addresses?.content?.map(({ folder }) => folder) ?? ['content']

/** A post with an unknown address matches by the end of a link, if no other post does. */
const unknownAddress = (address: string, map: SiteMap): Meaning => {
  const name = filePart(addressKey(address))
  const unknown = map.named(name).filter((path) => isUnknown(map.pages.get(path)) && isShown(path))
  if (unknown.length === 0 || isListing(address)) return none
  return unknown.length === 1 && unknown[0] !== undefined
    ? { kind: 'page', path: unknown[0], by: 'end', isLoose: false }
    : none
}

const isUnknown = (page: Page | undefined): boolean => page?.address === null && page.isHidden !== true

const isShown = (path: SitePath): boolean => !/(?:^|\/)_drafts?\//.test(path)

/** The post whose folders and slug match the end of an address best; at least its slug must match. */
const byEnd = (address: string, map: SiteMap): Meaning => {
  const parts = partsOf(address)
  const name = parts.at(-1)
  if (name === undefined || isListing(address) || !isBelowRoute(address, map)) return none
  let best: SitePath[] = []
  let most = 0
  for (const path of map.named(name)) {
    const page = map.pages.get(path)
    const count = page ? sharedEnd(parts, trailOf(page)) : 0
    if (count > most) {
      best = [path]
      most = count
    } else if (count === most && count > 0) best.push(path)
  }
  const [path] = best
  if (path === undefined) return none
  if (best.length > 1) return { kind: 'several', paths: best }
  const isLoose = filePart(addressKey(address)) !== map.pages.get(path)?.slug && !namesExactly(path, name)
  return { kind: 'page', path, by: 'end', isLoose, parts: most }
}

const namesExactly = (path: SitePath, name: string): boolean =>
  path.split(/[/.]/).includes(name) || path.includes(`/${name}.`) || path.startsWith(`${name}.`)

/** If the routes of the site are known, its posts are below one of them. */
const isBelowRoute = (address: string, { routeFronts }: SiteMap): boolean =>
  routeFronts.length === 0 || routeFronts.some((front) => front === '/' || address.startsWith(`${front}/`))

/** The ending of an address after the name: `/`, `.html`, `/index.html`. */
export const addressEnd = (address: string): string =>
  /(?:\/index\.html?|\.html?|\/)?$/i.exec(address)?.[0] ?? ''

/** The parts of an address. */
export const partsOf = (address: string): readonly string[] =>
  addressKey(address)
    .split('/')
    .filter((part) => part !== '')

/** The possible end of a page's address: its folders and its slug. */
export const trailOf = ({ path, slug }: Pick<Page, 'path' | 'slug'>): readonly string[] => {
  const folder = /(?:^|\/)_?index(?:\.[\w-]+)?\.\w+$/i.test(path) ? folderOf(folderOf(path)) : folderOf(path)
  return [...folder.split('/').filter((part) => part !== ''), slug]
}

/** How many parts two paths share at their ends; the last may differ, as a name need not be the slug. */
export const sharedEnd = (one: readonly string[], other: readonly string[]): number => {
  let count = 1
  while (
    count < one.length &&
    count < other.length &&
    itemAt(one, one.length - 1 - count).toLowerCase() ===
      itemAt(other, other.length - 1 - count).toLowerCase()
  )
    count++
  return count
}

/** Parts of an address under which sites list posts rather than show one. */
const lists = /\/(?:tags?|categor(?:y|ies)|authors?|series|pages?|archives?|topics?|search|feed)\//i

const isListing = (address: string): boolean =>
  lists.test(address.slice(0, address.lastIndexOf('/', address.length - 2) + 1))
