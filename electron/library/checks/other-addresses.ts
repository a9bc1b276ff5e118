import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pageOf } from '../../../shared/addresses/map/page-names'
import { SiteMap } from '../../../shared/addresses/map/site-map'
import { addressHead, type Page } from '../../../shared/addresses/rules/page'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { headRulesOf } from '../../../shared/generators/head-rules'
import { idOfPost, isMarkdownName } from '../../../shared/site/post-path'
import { codeOf } from '../../disk/calls/codes'
import { readSmallFileSync } from '../../disk/read-small'
import { ignoreRulesOf } from '../files/ignore-rules'
import type { LibrarySite } from '../scan/options'

/** The addresses outside the posts of a site. */
export interface OtherAddresses {
  /** Whether a page or redirect is or may be at an address. */
  readonly has: (address: string) => boolean
  /** Forgets what was read. */
  readonly forget: () => void
}

const maxFiles = 4_000
const maxBytes = 40_000_000
const maxPatterns = 10_000
const deepest = 12
const largest = 200_000
const skipped =
  /^(?:node_modules|bower_components|vendor|themes|public|static|assets|dist|out|build|_site|resources|\..*)$/
const template = /\.(?:html?|njk|liquid|hbs|ejs|pug|astro|xml)$/i
const redirects =
  /^(?:_redirects|netlify\.toml|vercel\.json|firebase\.json|\.htaccess|staticwebapp\.config\.json|gatsby-(?:node|config)\.\w+)$|\.config\.\w+$/

/**
 * Reads the pages outside the posts when a link needs them: they may have any address, set in their heads. In a site with
 * too many of them to read, every address counts as one.
 */
export const otherAddresses = (site: LibrarySite): OtherAddresses => {
  let read: Read | null = null
  return {
    has: (address) => {
      read ??= readAll(site)
      const { map, patterns, isWhole } = read
      const plain = address.replace(/(?<!\/)\/+$/, '')
      return (
        !isWhole ||
        map.near(address).length > 0 ||
        map.formerlyAt(address).length > 0 ||
        patterns.some((pattern) => pattern.test(plain))
      )
    },
    forget: () => {
      read = null
    },
  }
}

interface Read {
  readonly map: SiteMap
  readonly patterns: readonly RegExp[]
  readonly isWhole: boolean
}

const readAll = (site: LibrarySite): Read => {
  const pages: Page[] = []
  const patterns: RegExp[] = []
  const { files, isWhole } = filesOf(site)
  let bytes = 0
  for (const path of files) {
    const text = textAt(join(site.root, path))
    bytes += text.length
    if (bytes > maxBytes || patterns.length > maxPatterns) return tooMuch(site)
    if (redirects.test(path.slice(path.lastIndexOf('/') + 1))) patterns.push(...patternsIn(text))
    else if (isMarkdownName(path) || template.test(path)) {
      const parsed = parseFrontMatter(text, undefined, headRulesOf(site).heads)
      if (parsed.kind !== 'parsed' && !isMarkdownName(path)) continue
      const data = parsed.kind === 'parsed' ? parsed.data : {}
      pages.push(pageOf({ path, head: addressHead(data) }, site))
      const { permalink } = data
      if (typeof permalink === 'string' && /[{:]/.test(permalink)) patterns.push(patternOf(permalink))
    }
  }
  return { map: new SiteMap(site, pages, new Set()), patterns, isWhole }
}

const tooMuch = (site: LibrarySite): Read => ({
  map: new SiteMap(site, [], new Set()),
  patterns: [],
  isWhole: false,
})

/** What may be the source of a redirect: each path in a file of redirects, as their formats are not told apart. */
const patternsIn = (text: string): readonly RegExp[] =>
  Array.from(text.matchAll(/(?<![\w:/.*])\/[^\s"'`<>,;()|^$[\]]{1,300}/g), ([path]) => patternOf(path))

/** A path as pattern: `*` and whatever is computed stand for anything, `:name` for the rest of its part. */
const patternOf = (path: string): RegExp => {
  const [start = ''] = path.split(/[*{]/)
  const source = start
    .replace(/(?<!\/)\/+$/, path === start ? '' : '/')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:\w[^/]*/g, '[^/]+') // once in a part: several could be tried in too many ways
  return new RegExp(
    `^${source.startsWith('/') ? '' : '/'}${source}${path === start ? '(?:/index\\.html)?/?$' : ''}`,
    'i',
  )
}

interface Folder {
  readonly path: string
  /** None of its files is a post. */
  readonly isIgnored: boolean
}

const filesOf = (site: LibrarySite): { readonly files: readonly string[]; readonly isWhole: boolean } => {
  const files: string[] = []
  const isIgnored = ignoreRulesOf(site)
  const isLeftOut = (path: string, isFolder: boolean) => {
    const id =
      path.startsWith(`${site.postsFolder}/`) || site.postsFolder === '.' ? idOfPost(path, site) : null
    return id === null ? path !== site.postsFolder : isIgnored(id, isFolder) !== false
  }
  const folders: Folder[] = [{ path: '', isIgnored: site.postsFolder !== '.' }]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const entry of entriesOf(join(site.root, folder.path))) {
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`
      if (entry.isDirectory()) {
        const isAbovePosts = `${site.postsFolder}/`.startsWith(`${path}/`)
        if (!isAbovePosts && (skipped.test(entry.name) || path.split('/').length > deepest)) continue
        const isNoPost = isAbovePosts ? path !== site.postsFolder : folder.isIgnored || isLeftOut(path, true)
        folders.push({ path, isIgnored: isNoPost })
      } else if (entry.isFile() && isRead(entry.name)) {
        const isPost = isMarkdownName(entry.name) && !folder.isIgnored && !isLeftOut(path, false)
        if (!isPost) files.push(path)
      }
      if (files.length > maxFiles) return { files: [], isWhole: false }
    }
  return { files, isWhole: true }
}

const isRead = (name: string): boolean => isMarkdownName(name) || template.test(name) || redirects.test(name)

const entriesOf = (path: string): readonly Dirent[] => {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (error) {
    if (codeOf(error) !== '') return [] // gone meanwhile, or not accessible
    throw error
  }
}

const textAt = (path: string): string => {
  try {
    return readSmallFileSync(path, largest) ?? ''
  } catch (error) {
    if (codeOf(error) !== '') return ''
    throw error
  }
}
