import type { Reference } from '../../references/forms/reference'
import { aliasedPaths, codeEndings } from '../../site/path-alias'
import { folderOf, isMarkdownName, joinPath, relativePath } from '../../site/post-path'
import { assetCandidates } from '../../site/resolve-asset'
import { rulesOf } from '../by-generator/rules-of'
import type { SiteMap } from '../map/site-map'
import type { SitePath } from '../rules/page'
import { atAddress } from './at-address'
import { atFile } from './at-file'
import { elsewhere, type Meaning, none, type Place } from './meaning-types'
import { meaningOfTag } from './named-pages'
import { type TargetParts, takeApart } from './target-parts'

type Asked = Pick<Reference, 'kind' | 'target' | 'writtenIn' | 'verbatim' | 'fromSite' | 'language'>

/** Resolves a reference in a file by the rules of its form. */
export const meaningOf = (reference: Asked, place: Place, map: SiteMap): Meaning => {
  const parts = takeApart(reference, map.site)
  if (parts === null) return elsewhere
  const meant = meaningOfParts(reference, parts, place, map)
  return meant.kind === 'none' && parts.hasUnknownAlias ? elsewhere : meant
}

const meaningOfParts = (reference: Asked, parts: TargetParts, place: Place, map: SiteMap): Meaning => {
  if (parts.names === 'alias') return meaningOfAlias(parts.plain, reference.kind === 'import', map)
  if (parts.names) return meaningOfSiteLink(parts.names, parts.plain, place, map)
  switch (reference.kind) {
    case 'link':
      return parts.plain === '' && !parts.fromTop ? elsewhere : meaningOfLink(parts, place, map)
    case 'image':
      return meaningOfImage(reference.target, parts, place, map)
    case 'import':
      return parts.plain.startsWith('.') ? importedFile(parts.plain, place, map) : elsewhere
    default:
      return meaningOfTag(reference, parts.plain, place, map)
  }
}

/** Whether two meanings are the same, and the second is no more lenient than the first. */
export const isSame = (before: Meaning, after: Meaning, movedTo: (path: SitePath) => SitePath): boolean => {
  if (before.kind !== 'page' && before.kind !== 'file') return before.kind === after.kind
  if (after.kind !== 'page' && after.kind !== 'file') return false
  if (movedTo(before.path) !== after.path || (!before.isLoose && after.isLoose)) return false
  // Of an address that matched as a whole, or in more parts, only the end is left: the site has no such page.
  if (after.by === 'end' && (before.by !== 'end' || (after.parts ?? 1) < (before.parts ?? 1))) return false
  // A path that was relative to the file and now only to the content folder is broken in most renderers.
  return !(before.by === 'file' && after.by === 'name')
}

/** The file in the first folder of the alias that has it. */
const meaningOfAlias = (plain: string, isImport: boolean, map: SiteMap): Meaning => {
  const top = { path: '', page: null }
  const atTop = isImport ? importedFile : atFile
  const paths = aliasedPaths(plain, map.site, isImport) ?? []
  const meant = firstMeant(paths.map((path) => () => atTop(`/${path}`, top, map)))
  // Below `baseUrl` may be a package as well.
  return meant.kind === 'none' && isImport ? elsewhere : meant
}

/** The file of an import, which may lack its extension. */
const importedFile = (plain: string, place: Place, map: SiteMap): Meaning => {
  const exact = atFile(plain, place, map)
  if (exact.kind !== 'none') return exact
  return firstMeant(codeEndings.map((ending) => () => filesOnly(atFile(plain + ending, place, map))))
}

/** A path with a leading slash is relative to the content (Pelican); a slug must be that of one page. */
const meaningOfSiteLink = (
  names: Exclude<NonNullable<TargetParts['names']>, 'alias'>,
  plain: string,
  place: Place,
  map: SiteMap,
): Meaning => {
  if (names === 'site-file') return atFile(`/${plain}`, place, map)
  if (names === 'slug') {
    const found = map.named(plain.replace(/\/$/, '')).filter((path) => map.pages.get(path)?.slug === plain)
    const [path] = found
    if (path === undefined) return none
    return found.length === 1
      ? { kind: 'page', path, by: 'name', isLoose: false }
      : { kind: 'several', paths: found }
  }
  if (!plain.startsWith('/')) return atFile(plain, place, map)
  const [content] = map.site.addresses?.content ?? [{ folder: 'content' }]
  return atFile(`/${content?.folder ?? '.'}${plain}`, place, map)
}

const meaningOfLink = (parts: TargetParts, place: Place, map: SiteMap): Meaning => {
  const { plain, fromTop, lacksBase } = parts
  if (/^@\//.test(plain)) return atFile(`/content/${plain.slice(2)}`, { path: '', page: null }, map)
  if (fromTop) {
    const found = atAddress(fromSlash(plain), map)
    const meant = found.kind === 'none' && isMarkdownName(plain) ? contentAt(plain, map) : found
    return lacksBase ? loosely(meant) : meant
  }
  // If links are relative to addresses, one without extension that matches only a file is broken on the site.
  const isSlip =
    rulesOf(map.site).relativeTo === 'address' && !isMarkdownName(plain) && place.page?.address != null
  const byFile = () => (isSlip ? loosely(atFile(plain, place, map)) : atFile(plain, place, map))
  const byAddress = () => relativeAddress(plain, place, map)
  const byAsset = () =>
    /\.\w{2,5}$/.test(plain) && !isMarkdownName(plain) ? asset(parts.path, parts.plain, place, map) : none
  const fileFirst = isMarkdownName(plain) || rulesOf(map.site).relativeTo === 'file'
  const ways = fileFirst ? [byFile, byAddress, byAsset] : [byAddress, byFile, byAsset]
  if (isMarkdownName(plain)) ways.push(() => contentAt(`/${plain}`, map))
  return firstMeant(ways)
}

const meaningOfImage = (target: string, parts: TargetParts, place: Place, map: SiteMap): Meaning => {
  const byAsset = () => asset(target, parts.plain, place, map)
  if (parts.fromTop) return firstMeant([() => filesOnly(atAddress(fromSlash(parts.plain), map)), byAsset])
  const byAddress = () => filesOnly(relativeAddress(parts.plain, place, map))
  return firstMeant(rulesOf(map.site).relativeTo === 'address' ? [byAddress, byAsset] : [byAsset, byAddress])
}

/** `useBaseUrl('img/a.png')` needs no slash. */
const fromSlash = (address: string): string => (address.startsWith('/') ? address : `/${address}`)

const firstMeant = (ways: readonly (() => Meaning)[]): Meaning => {
  for (const way of ways) {
    const meant = way()
    if (meant.kind !== 'none') return meant
  }
  return none
}

const filesOnly = (meaning: Meaning): Meaning => (meaning.kind === 'file' ? meaning : none)

const loosely = (meaning: Meaning): Meaning =>
  meaning.kind === 'page' || meaning.kind === 'file' ? { ...meaning, isLoose: true } : meaning

/** Resolves an address relative to that of its page. */
const relativeAddress = (plain: string, { page }: Place, map: SiteMap): Meaning => {
  if (page?.address == null) return none
  const joined = joinPath(page.address.slice(0, page.address.lastIndexOf('/') + 1), plain)
  return joined === null ? none : atAddress(`/${joined}`, map)
}

/** The file of an image by the site's conventions, the likeliest that exists. */
const asset = (reference: string, plain: string, place: Place, map: SiteMap): Meaning => {
  const { site, files } = map
  const postId =
    site.postsFolder === '.' || place.path.startsWith(`${site.postsFolder}/`)
      ? place.path.slice(site.postsFolder === '.' ? 0 : site.postsFolder.length + 1)
      : relativePath(site.postsFolder, place.path)
  const slug = rulesOf(site).slugOf(place.path, site)
  const path = assetCandidates({ reference, postId, slug, site }).find(
    (one) => files.has(one) && !map.pages.has(one),
  )
  if (path === undefined) return none
  // A path that leads up starts from the file; only the editor finds it in a folder for images.
  const isLoose = plain.startsWith('../') && path !== joinPath(folderOf(place.path), plain)
  return { kind: 'file', path, by: 'file', isLoose }
}

/** A page by its path in the content, as used by render hooks and data files: `posts/old.md`. */
const contentAt = (path: string, map: SiteMap): Meaning => {
  const folders = [
    ...(map.site.addresses?.content ?? [{ folder: 'content' }]).map(({ folder }) => folder),
    '.',
  ]
  const top = { path: '', page: null }
  for (const folder of [...folders, map.site.postsFolder, folderOf(map.site.postsFolder) || '.']) {
    const meant = atFile(`/${folder}${path}`, top, map)
    if (meant.kind === 'page') return { ...meant, by: 'name' }
  }
  return none
}
