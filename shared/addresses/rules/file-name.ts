import type { ContentFolder } from '../../generators/shape/address-settings'
import { splitDatedName } from '../../site/dated-name'
import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import type { SitePath } from './page'

/** What the path of a page says. */
export interface NamedFile {
  /** Its folder, without that of the content it lies in; for a bundle the folder around the bundle's own. */
  readonly folder: string
  /** Its name without language and extension; of a bundle the name of its folder. */
  readonly name: string
  readonly language: string | null
  /** `index.md` in a folder of its own. */
  readonly isBundle: boolean
  /** `_index.md`: the page of its folder. */
  readonly isSection: boolean
}

/** Takes the path of a page apart; null for one outside the content of the site. */
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

/** The path of a page below the folder of content it lies in; null for one outside of all of them. */
export const insideContent = (path: SitePath, site: SiteLayout, usual: readonly string[]): string | null => {
  const place = contentOf(path, site, usual)
  if (place === null) return null
  return place.folder === '.' ? path : path.slice(place.folder.length + 1)
}

/** A name without the mark of its language at the end: `old.fr`. */
export const withoutLanguage = (
  name: string,
  languages: readonly string[],
): readonly [name: string, language: string | null] => {
  const [, stem, mark] = /^(.+)\.([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)$/.exec(name) ?? []
  const language = languages.find((known) => known.toLowerCase() === mark?.toLowerCase())
  return stem === undefined || language === undefined ? [name, null] : [stem, language]
}

/** The folder of content that a file lies in, the deepest where they are nested. */
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

/** The date that stands in front of a name, and the name without it. */
export const datedName = (name: string): { readonly date: string | undefined; readonly rest: string } => {
  const found = splitDatedName(name)
  return found === null || found.rest === '' ? { date: undefined, rest: name } : found
}
