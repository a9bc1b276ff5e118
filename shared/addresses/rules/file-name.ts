import type { ContentFolder } from '../../generators/shape/address-settings'
import { splitDatedName } from '../../site/dated-name'
import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import type { SitePath } from './page'

/** The parts of a page's path. */
export interface NamedFile {
  /** Its folder, relative to the content folder; for a bundle the parent of the bundle's folder. */
  readonly folder: string
  /** Its name without language and extension; for a bundle the name of its folder. */
  readonly name: string
  readonly language: string | null
  /** `index.md` in a folder of its own. */
  readonly isBundle: boolean
  /** `_index.md`: the page of its folder. */
  readonly isSection: boolean
}

/** Parses the path of a page; null if it is outside the content of the site. */
export const namedFile = (
  path: SitePath,
  site: SiteLayout,
  usualContent: readonly string[],
): NamedFile | null => {
  const place = contentOf(path, site, usualContent)
  if (place === null) return null
  const inside = path.slice(place.folder === '.' ? 0 : place.folder.length + 1)
  const [stem, ofName] = withoutLanguage(
    nameWithoutExtension(filePart(inside)),
    site.addresses?.languages ?? [],
  )
  const folder = folderOf(inside)
  const isBundle = /^index$/i.test(stem) && folder !== ''
  return {
    folder: isBundle ? folderOf(folder) : folder,
    name: isBundle ? filePart(folder) : stem,
    language: ofName ?? place.language ?? null,
    isBundle,
    isSection: /^_index$/i.test(stem),
  }
}

/** The path of a page relative to its content folder; null if it is in none. */
export const insideContent = (path: SitePath, site: SiteLayout, usual: readonly string[]): string | null => {
  const place = contentOf(path, site, usual)
  if (place === null) return null
  return place.folder === '.' ? path : path.slice(place.folder.length + 1)
}

/** Splits the language off the end of a name: `old.fr`. */
export const withoutLanguage = (
  name: string,
  languages: readonly string[],
): readonly [name: string, language: string | null] => {
  const [, stem, mark] = /^(.+)\.([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)$/.exec(name) ?? []
  const language = languages.find((known) => known.toLowerCase() === mark?.toLowerCase())
  return stem === undefined || language === undefined ? [name, null] : [stem, language]
}

/** The content folder of a file; the deepest if they are nested. */
export const contentOf = (
  path: SitePath,
  site: SiteLayout,
  usual: readonly string[],
): ContentFolder | null => {
  const folders = site.addresses?.content ?? usual.map((folder): ContentFolder => ({ folder }))
  return (
    folders
      .filter(({ folder }) => folder === '.' || path.startsWith(`${folder}/`))
      .sort((a, b) => b.folder.length - a.folder.length)[0] ?? null
  )
}

/** The date at the start of a name, and the name without it. */
export const datedName = (name: string): { readonly date: string | undefined; readonly rest: string } => {
  const found = splitDatedName(name)
  return found === null || found.rest === '' ? { date: undefined, rest: name } : found
}
