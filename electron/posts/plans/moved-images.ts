import { join } from 'node:path'
import { rulesOf } from '../../../shared/addresses/by-generator/rules-of'
import { meaningOf } from '../../../shared/addresses/meaning/meaning'
import type { SitePath } from '../../../shared/addresses/rules/page'
import { AppError } from '../../../shared/app-error'
import { codeRanges, syntaxOf } from '../../../shared/references/code-ranges'
import { nameAtEnd } from '../../../shared/references/last-name'
import { referencesIn } from '../../../shared/references/references'
import { textReferences } from '../../../shared/references/text-references'
import { filePart, idOfPost, isMarkdownName } from '../../../shared/site/post-path'
import { folderForPost } from '../../../shared/site/resolve-asset'
import { t } from '../../../shared/texts/translate'
import { isThere } from '../../disk/is-there'
import { inParallel } from './in-parallel'
import type { SiteMove } from './plan-moves'
import { type LookedSite, readText, type SiteLook } from './site-look'

/** The image folders that move with a post, and why others stay. */
export interface ImageFolders {
  readonly moves: readonly SiteMove[]
  readonly warnings: readonly string[]
}

/**
 * Finds the folders that the site names after a post. A folder with posts is a section of the site and stays; so does
 * one that another post uses too, or whose images are shown by a page or layout outside the posts.
 */
export const imageFoldersOf = async (
  site: LookedSite,
  look: SiteLook,
  [before, after]: readonly [before: SitePath, after: SitePath],
  own: readonly SiteMove[],
  renamed: ReadonlySet<SitePath>,
): Promise<ImageFolders> => {
  const moves: SiteMove[] = []
  const warnings: string[] = []
  for (const pattern of site.imageFolders.filter((one) => /\{(?:slug|name)\}/.test(one))) {
    const [from, to] = [folderOf(pattern, before, site), folderOf(pattern, after, site)]
    if (from === null || to === null || from === to) continue
    if ([...own, ...moves].some((one) => from === one.from || from.startsWith(`${one.from}/`))) continue
    const files = [...look.map.files].filter((path) => path.startsWith(`${from}/`))
    if (files.length === 0 || files.some(isMarkdownName)) continue
    const sharing = await whoShares(site, look, { pattern, folder: from, files, renamed })
    if (sharing !== null) {
      warnings.push(t('files.imagesStay', { folder: from, post: sharing }))
      continue
    }
    if (from.toLowerCase() !== to.toLowerCase() && (await isThere(join(site.root, to))))
      throw new AppError('already-exists', t('files.imageFolderExists', { folder: to }))
    moves.push({ from, to })
  }
  return { moves, warnings }
}

const folderOf = (pattern: string, path: SitePath, site: LookedSite): SitePath | null =>
  folderForPost(pattern, idOfPost(path, site) ?? path, rulesOf(site).slugOf(path, site), site)

interface SharedFolder {
  readonly pattern: string
  readonly folder: SitePath
  readonly files: readonly SitePath[]
  readonly renamed: ReadonlySet<SitePath>
}

const whoShares = async (
  site: LookedSite,
  look: SiteLook,
  { pattern, folder, files, renamed }: SharedFolder,
): Promise<SitePath | null> => {
  const twin = [...look.map.pages.keys()].find(
    (path) => !renamed.has(path) && idOfPost(path, site) !== null && folderOf(pattern, path, site) === folder,
  )
  if (twin !== undefined) return twin
  const names = [...new Set(files.map((path) => nameAtEnd(filePart(path))))]
  const outside = look.outside.filter((path) => idOfPost(path, site) === null || !isMarkdownName(path))
  const users = await inParallel(outside, async (path) => {
    const text = (await readText(site, path))?.text
    if (text === undefined || !names.some((name) => text.toLowerCase().includes(name))) return false
    const syntax = syntaxOf(path, look.map.site.profile)
    const references = isMarkdownName(path)
      ? referencesIn(text, 0, codeRanges(text, 0, syntax), syntax)
      : textReferences(text)
    const place = { path, page: look.map.pages.get(path) ?? null }
    return references.some((reference) => {
      const meant = meaningOf(reference, place, look.map)
      return meant.kind === 'file' && meant.path.startsWith(`${folder}/`)
    })
  })
  return outside[users.indexOf(true)] ?? null
}
