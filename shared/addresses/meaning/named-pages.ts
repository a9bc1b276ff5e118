import { itemAt } from '../../base/item-at'
import type { Reference } from '../../references/forms/reference'
import { filePart, folderOf, isMarkdownName, joinPath, nameWithoutExtension } from '../../site/post-path'
import { logicalPath } from '../by-generator/hugo'
import { rulesOf } from '../by-generator/rules-of'
import { folded } from '../map/folded'
import type { SiteMap } from '../map/site-map'
import type { SitePath } from '../rules/page'
import { atFile } from './at-file'
import { type FoundBy, type Meaning, none, type Place } from './meaning-types'

/** Resolves the name in a tag or a wiki link. */
export const meaningOfTag = (
  { kind, language }: Pick<Reference, 'kind' | 'language'>,
  name: string,
  place: Place,
  map: SiteMap,
): Meaning => {
  switch (kind) {
    case 'hugo-ref':
      return map.site.profile === 'hugo'
        ? hugoRef(name, languageOf(language, place, map), place, map)
        : byPathEnd(name, place, map)
    case 'jekyll-post':
      return jekyllPost(name, map)
    case 'jekyll-link':
      return jekyllLink(name, map)
    case 'hexo-post':
      return hexoPost(name, map)
    case 'hexo-asset':
      return atFile(`/${place.path.replace(/\.[^./]+$/, '')}/${name}`, place, map)
    case 'wiki':
      return hasWikiLinks(map) ? byPathEnd(name, place, map) : { kind: 'elsewhere' }
    case 'name':
      return byPathEnd(name, place, map)
    default:
      return none
  }
}

/** For a file that is not a page, the language of the site. */
const languageOf = (requested: string | undefined, { page: own }: Place, { site }: SiteMap): string | null =>
  requested ?? own?.language ?? site.addresses?.defaultLanguage ?? null

const page = (path: SitePath, by: FoundBy = 'name', isLoose = false): Meaning => ({
  kind: 'page',
  path,
  by,
  isLoose,
})

/** `ref` and `relref`: next to the page, from the top, or by a unique name (`pageFinder.getContentNode`). */
const hugoRef = (written: string, language: string | null, place: Place, map: SiteMap): Meaning => {
  const plain = withoutEnding(written, map)
  const lookUp = (logical: string | null): Meaning | null => {
    if (logical === null) return null
    const found = map.logically(`/${logical}`)
    const own = found.filter((path) => map.pages.get(path)?.language === language)
    const unmarked =
      found.length === 1 && (language === null || map.pages.get(itemAt(found, 0))?.language == null)
    const meant = own.length > 0 ? own : unmarked || language === null ? found : []
    const [only] = meant
    // Hugo looks among the pages of one language only.
    if (only === undefined) return null
    if (meant.length > 1) return { kind: 'several', paths: meant }
    return page(only, 'name', !isExactly(only, `/${logical}`, map))
  }
  const top = lookUp(joinPath(plain))
  if (plain.startsWith('/')) return top ?? none
  // In a bundle, versions of Hugo resolve refs from different folders; `../` always from the bundle's folder.
  const folders = foldersOfRef(place, map)
  for (const [index, folder] of (plain.startsWith('../') ? folders.toReversed() : folders).entries()) {
    const beside = lookUp(joinPath(folder, plain))
    if (beside) return index > 0 && beside.kind === 'page' ? { ...beside, isLoose: true } : beside
  }
  if (plain.startsWith('.')) return none
  if (top) return top
  const name = filePart(plain)
  const named = map
    .named(name)
    .filter((path) => folded(filePart(logicalPath(path, map.site) ?? '')) === folded(name))
    .filter((path) => language === null || map.pages.get(path)?.language === language)
  const [only] = named
  if (only === undefined || plain.includes('/')) return none
  return named.length === 1 ? page(only) : { kind: 'several', paths: named }
}

const isExactly = (path: SitePath, logical: string, { site }: SiteMap): boolean =>
  logicalPath(path, site) === logical

const withoutEnding = (written: string, { site }: SiteMap): string => {
  if (!isMarkdownName(written)) return written
  const stem = nameWithoutExtension(written)
  const mark = /^(.+)\.([\w-]+)$/.exec(stem)
  const plain = mark && site.addresses?.languages?.includes(itemAt(mark, 2)) ? itemAt(mark, 1) : stem
  return plain.replace(/(?:^|\/)_?index$/, '') || '/'
}

/** The folders that a name in a `ref` may be relative to. */
export const foldersOfRef = ({ path }: Place, { site }: SiteMap): readonly string[] => {
  const logical = logicalPath(path, site)
  if (logical === null) return []
  const isSection = /(?:^|\/)_index(?:\.[\w-]+)?\.\w+$/.test(path)
  const isBundle = /(?:^|\/)index(?:\.[\w-]+)?\.\w+$/.test(path)
  if (isSection) return [logical]
  return isBundle ? [folderOf(logical), logical] : [folderOf(logical)]
}

/** `post_url`: path, date and slug below `_posts`; Jekyll accepts one without its path, with a warning. */
const jekyllPost = (written: string, map: SiteMap): Meaning => {
  const name = written.replace(/^\//, '')
  const stem = filePart(name)
  const folder = folderOf(name)
  const posts = map
    .named(stem)
    .filter((path) => /(?:^|\/)_posts\//.test(path) && nameWithoutExtension(filePart(path)) === stem)
  const exact = posts.filter((path) => {
    const [, above = '', below = ''] = /^(.*?)\/?_posts\/(.*?)\/?[^/]+$/.exec(path) ?? []
    return folder === ''
      ? below === ''
      : below === folder || (above === folder && below === '') || `${above}/${below}` === folder
  })
  const [found] = exact.length > 0 ? exact : posts
  if (found === undefined) return none
  return (exact.length > 0 ? exact : posts).length === 1
    ? page(found, 'name', exact.length === 0)
    : { kind: 'several', paths: exact.length > 0 ? exact : posts }
}

const jekyllLink = (written: string, map: SiteMap): Meaning => {
  const sources = map.site.publicFolders.length > 0 ? map.site.publicFolders : ['.']
  for (const source of sources) {
    const path = joinPath(source, written)
    if (path !== null && map.pages.has(path)) return page(path)
    if (path !== null && map.files.has(path)) return { kind: 'file', path, by: 'name', isLoose: false }
  }
  return none
}

const hexoPost = (written: string, map: SiteMap): Meaning => {
  const rules = rulesOf(map.site)
  const named = map.named(filePart(written)).filter((path) => rules.slugOf(path, map.site) === written)
  const [path] = named
  if (path === undefined) return none
  return named.length === 1 ? page(path) : { kind: 'several', paths: named }
}

/** `[[name]]`: a path or the end of one; prefers one in the same folder, then the one nearest to the top. */
const byPathEnd = (written: string, place: Place, map: SiteMap): Meaning => {
  const name = filePart(written)
  const stem = isMarkdownName(name) ? nameWithoutExtension(name) : name
  const found = map.named(stem).filter((path) => endsWith(nameWithoutExtension(path), stemOf(written)))
  const files = found.length > 0 ? [] : map.filesNamed(name).filter((path) => endsWith(path, written))
  const paths = found.length > 0 ? found : files
  const beside = paths.filter((path) => folderOf(path) === folderOf(place.path))
  const kind = found.length > 0 ? 'page' : 'file'
  const chosen = beside.length === 1 ? beside[0] : nearestTop(paths)
  if (chosen === undefined) return paths.length === 0 ? none : { kind: 'several', paths }
  const isLoose = !(kind === 'page' ? nameWithoutExtension(chosen) : chosen).endsWith(stemOf(written))
  return { kind, path: chosen, by: 'name', isLoose }
}

const stemOf = (written: string): string =>
  (isMarkdownName(written) ? nameWithoutExtension(written) : written).replace(/^\//, '')

const endsWith = (path: string, end: string): boolean =>
  folded(path) === folded(end) || folded(path).endsWith(`/${folded(stemOf(end))}`)

const nearestTop = (paths: readonly SitePath[]): SitePath | undefined => {
  const depth = (path: SitePath) => path.split('/').length
  const sorted = paths.toSorted((a, b) => depth(a) - depth(b))
  const [first, second] = sorted
  return first !== undefined && (second === undefined || depth(second) > depth(first)) ? first : undefined
}

/** Whether double brackets are links; with these generators they are text by default. */
const hasWikiLinks = ({ site }: SiteMap): boolean =>
  site.addresses?.wikiLinks ?? !['hugo', 'jekyll', 'hexo', 'eleventy'].includes(site.profile)
