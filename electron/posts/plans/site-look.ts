import { readFileSync, statSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { pageOf } from '../../../shared/addresses/map/page-names'
import { SiteMap } from '../../../shared/addresses/map/site-map'
import { contentOf } from '../../../shared/addresses/rules/file-name'
import { addressHead, type Page, type SitePath } from '../../../shared/addresses/rules/page'
import { AppError } from '../../../shared/app-error'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { splitPost } from '../../../shared/front-matter/read/split'
import { headRulesOf } from '../../../shared/generators/head-rules'
import type { PostId } from '../../../shared/posts/post'
import { decodePost } from '../../../shared/posts/text-format'
import { idOfPost, isMarkdownName } from '../../../shared/site/post-path'
import type { SiteLayout } from '../../../shared/site/site-layout'
import { t } from '../../../shared/texts/translate'
import { codeOf } from '../../disk/calls/codes'
import { diskError } from '../../disk/disk-error'
import { largestPost, readWhole } from '../../disk/read-whole'
import { inParallel } from './in-parallel'

/** The part of a site that plans need; `Site` of detect-site has it. */
export interface LookedSite extends SiteLayout {
  readonly root: string
  readonly postsRoot: string
}

/** The posts as the index knows them. */
export interface PostAddresses {
  /** The posts as pages, by the path of their file in the site. */
  readonly pages: () => Promise<readonly Page[]>
  /** The posts with a reference that ends in one of these names. */
  readonly naming: (names: readonly string[]) => Promise<readonly PostId[]>
}

/** The whole site at one moment: its pages and files, and texts outside the posts folder that may link to posts. */
export interface SiteLook {
  readonly map: SiteMap
  /** Pages and other texts outside the posts folder. */
  readonly outside: readonly SitePath[]
  /** Files that are links, whose targets are checked before writing. */
  readonly links: ReadonlySet<SitePath>
  /** False if the site is too large to be scanned completely. */
  readonly isWhole: boolean
}

const maxFiles = 200_000
const deepest = 40
const largestText = 1_000_000

/** Build output, packages and caches. */
const skipped = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  '_site',
  '.git',
  'themes',
  '_gen',
  '.cache',
])
const outputs: Readonly<Record<string, readonly string[]>> = {
  hugo: ['public', 'resources'],
  hexo: ['public'],
  zola: ['public'],
  gatsby: ['public'],
  gridea: ['output'],
  pelican: ['output'],
  nikola: ['output'],
  docusaurus: ['build'],
  astro: ['dist'],
  next: ['out'],
  'next-starter': ['out'],
  eleventy: ['dist'],
}

const textName =
  /\.(?:html?|xml|njk|liquid|hbs|ejs|pug|jade|haml|astro|jsx?|tsx?|[cm][jt]s|vue|svelte|json5?|ya?ml|toml|csv|txt|css|scss|webmanifest|tmpl|swig|jinja2?|j2|rst|adoc|org)$|(?:^|\/)(?:_redirects|_headers|CNAME|htaccess)$/i

/** Scans all files of the site, and reads the pages that are not in `known`. */
export const lookAtSite = async (site: LookedSite, known?: PostAddresses): Promise<SiteLook> => {
  const { files, links, isWhole } = await filesOf(site)
  const isPost = (path: SitePath) => idOfPost(path, site) !== null
  const pages = new Map((known ? await known.pages() : []).map((page) => [page.path, page]))
  const listed = new Set(pages.keys())
  const unread = files.filter((path) => (isMarkdownName(path) || isHtmlPage(path, site)) && !listed.has(path))
  const read = await inParallel(unread, (path) => readPage(site, path))
  for (const page of read) if (page) pages.set(page.path, page)
  const all = new Set([...files, ...pages.keys()])
  return {
    map: new SiteMap(site, pages.values(), all),
    outside: files.filter(
      (path) =>
        (isMarkdownName(path) || textName.test(path)) && (!known || !isPost(path) || !listed.has(path)),
    ),
    links,
    isWhole,
  }
}

/** The real path of a file: the posts folder may be a link to somewhere else. */
export const placeOf = (
  path: SitePath,
  site: Pick<LookedSite, 'root' | 'postsRoot' | 'postsFolder'>,
): string => {
  const id = idOfPost(path, site)
  return id === null ? join(site.root, path) : join(site.postsRoot, id)
}

/** Hugo treats HTML files in its content as pages if they start with front matter. */
const isHtmlPage = (path: SitePath, site: SiteLayout): boolean =>
  site.profile === 'hugo' && /\.html?$/i.test(path) && contentOf(path, site, ['content']) !== null

const readPage = async (site: LookedSite, path: SitePath): Promise<Page | null> => {
  try {
    const { bytes } = await readWhole(placeOf(path, site), t('files.cannotRead', { name: path }))
    const { text } = decodePost(bytes)
    return isHtmlPage(path, site) && splitPost(text).bodyFrom === 0 ? null : pageOfText(text, path, site)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return isMarkdownName(path) ? pageOf({ path, head: {} }, site) : null // an unreadable page still exists
  }
}

/** A page by its text. */
export const pageOfText = (text: string, path: SitePath, site: LookedSite): Page => {
  const head = parseFrontMatter(text, undefined, headRulesOf(site).heads)
  return pageOf({ path, head: head.kind === 'parsed' ? addressHead(head.data) : {} }, site)
}

const filesOf = async (
  site: LookedSite,
): Promise<{ files: SitePath[]; links: Set<SitePath>; isWhole: boolean }> => {
  const files: SitePath[] = []
  const links = new Set<SitePath>()
  const seen = new Set<string>()
  const folders: SitePath[] = ['']
  const written = new Set(outputs[site.profile])
  let isWhole = true
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (files.length > maxFiles || folder.split('/').length > deepest) {
      isWhole = false
      continue
    }
    const real = await realFolder(folder === '' ? site.root : placeOf(folder, site))
    if (real === null || seen.has(real) || !isInside(real, site)) continue
    seen.add(real)
    for (const entry of await entriesOf(real)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      const isAbovePosts = `${site.postsFolder}/`.startsWith(`${path}/`)
      const isFolder = entry.isSymbolicLink()
        ? await isFolderBehind(join(real, entry.name))
        : entry.isDirectory()
      if (!isFolder && entry.isSymbolicLink()) links.add(path)
      if (!isFolder) files.push(path)
      else if (isAbovePosts || !isSkipped(entry.name, path, written)) folders.push(path)
    }
  }
  return { files, links, isWhole }
}

/** A folder that links to somewhere else is not part of the site. */
const isInside = (path: string, { root, postsRoot }: LookedSite): boolean =>
  [root, postsRoot].some((top) => path === top || path.startsWith(top + sep))

const isSkipped = (name: string, path: SitePath, written: ReadonlySet<string>): boolean =>
  skipped.has(name) || written.has(path) || (name.startsWith('.') && !/^\.(?:vitepress|vuepress)$/.test(name))

const realFolder = async (path: string): Promise<string | null> => {
  try {
    return await realpath(path)
  } catch (error) {
    if (codeOf(error) !== '') return null // gone meanwhile, or not accessible
    throw error
  }
}

const entriesOf = async (path: string) => {
  try {
    return await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (codeOf(error) !== '') return []
    throw error
  }
}

const isFolderBehind = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (codeOf(error) !== '') return false
    throw error
  }
}

/**
 * The text of a file with its bytes; null if it is gone or not text. Synchronous, because thousands of asynchronous reads
 * take longer; the step that writes the file checks it again.
 */
export const readTextNow = (site: LookedSite, path: SitePath) => {
  const place = placeOf(path, site)
  const isPost = isMarkdownName(path)
  try {
    const { size } = statOfFile(place, path)
    if (size > (isPost ? largestPost : largestText)) return null
    const bytes = readFileSync(place)
    return { place, bytes, ...decodePost(bytes) }
  } catch (error) {
    const failed = error instanceof AppError ? error : diskError(error, t('files.cannotRead', { name: path }))
    if (failed.kind === 'not-found' || idOfPost(path, site) === null) return null
    throw failed
  }
}

const statOfFile = (place: string, path: SitePath) => {
  const stats = statSync(place)
  // Opening a named pipe would wait for its other end.
  if (!stats.isFile()) throw new AppError('not-a-file', t('files.notRegularFile', { name: path }))
  return stats
}

/** The text of a file with its bytes; null if it is gone, not accessible, or too large. */
export const readText = async (site: LookedSite, path: SitePath) => {
  const place = placeOf(path, site)
  try {
    if (!isMarkdownName(path) && (await stat(place)).size > largestText) return null
    const { bytes } = await readWhole(place, t('files.cannotRead', { name: path }))
    return { place, bytes, ...decodePost(bytes) }
  } catch (error) {
    const isGone = error instanceof AppError && error.kind === 'not-found'
    if (isGone || codeOf(error) === 'ENOENT') return null
    if (error instanceof AppError && idOfPost(path, site) === null) return null
    throw diskError(error, t('files.cannotRead', { name: path }))
  }
}
