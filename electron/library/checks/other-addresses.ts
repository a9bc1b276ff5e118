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
import type { LibrarySite } from '../scan/options'

/** The addresses outside the posts of a site. */
export interface OtherAddresses {
  /** Whether a page or redirect is or may be at an address. */
  readonly has: (address: string) => boolean
  /** Forgets what was read. */
  readonly forget: () => void
}

const maxFiles = 4_000
const deepest = 12
const largest = 200_000
const skipped =
  /^(?:node_modules|bower_components|vendor|themes|public|static|assets|dist|out|build|_site|resources|\..*)$/
const template = /\.(?:html?|njk|liquid|hbs|ejs|pug|astro|xml)$/i
const redirects =
  /^(?:_redirects|netlify\.toml|vercel\.json|firebase\.json|\.htaccess|staticwebapp\.config\.json)$|\.config\.\w+$/

/**
 * Reads the pages outside the posts when a link needs them: they may have any address, set in their heads. In a site with
 * too many files, every address counts as one of them.
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
  for (const path of files) {
    const text = textAt(join(site.root, path))
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

/** The source of each redirect, which is not read any closer: any path in these files counts. */
const patternsIn = (text: string): readonly RegExp[] =>
  Array.from(text.matchAll(/(?<![\w:/.])\/[^\s"'`<>,;()|^$[\]]{1,300}/g), ([path]) => patternOf(path))

/** A path as pattern: `*` and whatever is computed stand for anything, `:name` for a part. */
const patternOf = (path: string): RegExp => {
  const [start = ''] = path.split(/[*{]/)
  const source = start
    .replace(/(?<!\/)\/+$/, path === start ? '' : '/')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:\w+/g, '[^/]+')
  return new RegExp(
    `^${source.startsWith('/') ? '' : '/'}${source}${path === start ? '(?:/index\\.html)?/?$' : ''}`,
    'i',
  )
}

const filesOf = (site: LibrarySite): { readonly files: readonly string[]; readonly isWhole: boolean } => {
  const files: string[] = []
  const folders = ['']
  const isPostsFolder = (path: string) => site.postFolders === undefined && path === site.postsFolder
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const entry of entriesOf(join(site.root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!skipped.test(entry.name) && !isPostsFolder(path) && path.split('/').length <= deepest)
          folders.push(path)
      } else if (entry.isFile() && isRead(entry.name)) files.push(path)
      if (files.length > maxFiles) return { files: [], isWhole: false }
    }
  return { files: files.filter((path) => !isPost(path, site)), isWhole: true }
}

const isRead = (name: string): boolean => isMarkdownName(name) || template.test(name) || redirects.test(name)

/** In a folder with other files too, such as Jekyll's, posts are in some of its folders. */
const isPost = (path: string, site: LibrarySite): boolean => {
  const id = isMarkdownName(path) ? idOfPost(path, site) : null
  if (id === null || site.postFolders === undefined) return id !== null
  return site.postFolders.some((folder) => id.startsWith(`${folder}/`))
}

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
