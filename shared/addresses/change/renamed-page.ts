import { itemAt } from '../../base/item-at'
import { fileNameProblem } from '../../site/file-name'
import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import { t } from '../../texts/translate'
import { logicalPath } from '../by-generator/hugo'
import { rulesOf } from '../by-generator/rules-of'
import type { SiteMap } from '../map/site-map'
import { datedName, withoutLanguage } from '../rules/file-name'
import type { SitePath } from '../rules/page'

/** Whether a page is the `index.md` or `_index.md` of its own folder, in VuePress also the `README.md`. */
export const hasOwnFolder = (path: SitePath, site: SiteLayout): boolean =>
  folderOf(path) !== '' &&
  folderOf(path) !== site.postsFolder &&
  (site.profile === 'vuepress' ? /^(?:index|readme)$/i : /^_?index$/i).test(stemOf(filePart(path), site))

/** What is moved with a page: its own folder if it has one, else only its file. */
export const movingWith = (path: SitePath, site: SiteLayout): SitePath =>
  hasOwnFolder(path, site) ? folderOf(path) : path

/** The file or folder that moves when a page gets another path. */
export const moveOf = (
  path: SitePath,
  after: SitePath,
  site: SiteLayout,
): { readonly from: SitePath; readonly to: SitePath } =>
  hasOwnFolder(path, site) ? { from: folderOf(path), to: folderOf(after) } : { from: path, to: after }

/** Whether a page lists those of its folder, and would be another kind of page with another name. */
export const isListPage = (path: SitePath): boolean => /^_index(?:\.[\w-]+)?\.\w+$/i.test(filePart(path))

/** A page's path with another slug and the same date, language and extension; its own folder is renamed. */
export const pathWithSlug = (path: SitePath, slug: string, site: SiteLayout): SitePath => {
  const moving = movingWith(path, site)
  const isFolder = moving !== path
  const name = filePart(moving)
  const stem = isFolder ? name : nameWithoutExtension(name)
  const bare = isFolder ? name : stemOf(name, site)
  const old = filePart(rulesOf(site).slugOf(path, site))
  const [front, back] = besideSlug(bare, old, site)
  const renamed = front + slug + back + stem.slice(bare.length) + (isFolder ? '' : name.slice(stem.length))
  const place = folderOf(moving) === '' ? renamed : `${folderOf(moving)}/${renamed}`
  return isFolder ? `${place}/${filePart(path)}` : place
}

/** The parts of a name that stay: a date in front, or what a pattern of the site has around the slug. */
const besideSlug = (bare: string, slug: string, site: SiteLayout): readonly [front: string, back: string] => {
  const at = site.profile === 'pelican' ? bare.lastIndexOf(slug) : bare.length - slug.length
  const isPart = site.profile === 'pelican' ? at >= 0 : isDated(slug, bare)
  return isPart ? [bare.slice(0, at), bare.slice(at + slug.length)] : ['', '']
}

const isDated = (slug: string, bare: string): boolean =>
  bare.endsWith(slug) && bare !== slug && datedName(bare).date !== undefined

const stemOf = (name: string, site: SiteLayout): string =>
  withoutLanguage(nameWithoutExtension(name), site.addresses?.languages ?? [])[0]

/** The path of a page in another folder, given from the root of the site; its own folder is moved with it. */
export const pathInFolder = (path: SitePath, folder: SitePath, site: SiteLayout): SitePath => {
  const tail = hasOwnFolder(path, site) ? `${filePart(folderOf(path))}/${filePart(path)}` : filePart(path)
  return folder === '' || folder === '.' ? tail : `${folder}/${tail}`
}

const languageCode = /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/

/** The same page in other languages: by a suffix of the name, or in a folder for the language. */
export const translationsOf = (path: SitePath, map: SiteMap): readonly SitePath[] => {
  const { site, pages } = map
  const found = new Set<SitePath>()
  if (site.profile === 'hugo') {
    const logical = logicalPath(path, site)
    for (const other of logical === null ? [] : map.logically(logical)) found.add(other)
  }
  const language = rulesOf(site).languageOf(path, site)
  const name = rulesOf(site).slugOf(path, site)
  for (const other of map.named(name)) {
    if (movingWith(other, site) !== other && movingWith(other, site) === movingWith(path, site)) continue
    const isBeside = folderOf(other) === folderOf(path) && rulesOf(site).slugOf(other, site) === name
    if (isBeside && rulesOf(site).languageOf(other, site) !== language) found.add(other)
    if (differsInLanguage(path, other)) found.add(other)
  }
  found.delete(path)
  return [...found]
    .filter((other) => pages.has(other) && movingWith(other, site) !== movingWith(path, site))
    .sort()
}

/** `blog/en/old.md` and `blog/fr/old.md`. */
const differsInLanguage = (one: SitePath, other: SitePath): boolean => {
  const [a, b] = [one.split('/'), other.split('/')]
  const different = a.flatMap((part, index) => (part === b[index] ? [] : [index]))
  const [index] = different
  return (
    a.length === b.length &&
    index !== undefined &&
    different.length === 1 &&
    index < a.length - 1 &&
    languageCode.test(itemAt(a, index)) &&
    languageCode.test(itemAt(b, index))
  )
}

/** Why a slug is not a valid file name on all systems; null if it is. */
export const slugProblem = (slug: string): string | null => {
  if (slug.trim() === '') return t('changes.slugEmpty')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that no name may hold
  if (/[\\/:*?"<>|\u0000-\u001f]/.test(slug)) return t('changes.slugForbidden')
  if (/^[.\s]|[.\s]$/.test(slug)) return t('changes.slugEnds')
  if (slug.length > 120) return t('changes.slugTooLong')
  return fileNameProblem(slug)
}
