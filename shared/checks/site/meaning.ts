import { meaningOf as meaningInSite } from '../../addresses/meaning/meaning'
import type { Meaning as MeaningInSite } from '../../addresses/meaning/meaning-types'
import { nameAtEnd } from '../../references/last-name'
import { aliasedPaths } from '../../site/path-alias'
import { filePart, folderOf, idOfPost, isMarkdownName, joinPath } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import type { LinkPart } from '../parts/body-parts'
import type { CheckedPosts } from './checked-posts'
import type { SiteFiles } from './find-image'
import { addressOfLink, isOfList } from './link-address'
import { type PostRecord, pathOnSite } from './post-record'
import { withoutSiteTags } from './site-tags'

/** The target of a link inside the site. */
export type Meaning =
  | { readonly kind: 'post'; readonly post: PostRecord; readonly anchor: string }
  /** It can only lead to a post, but there is none. */
  | { readonly kind: 'no-post'; readonly name: string }
  /** Another page or file of the site, which may or may not exist. */
  | { readonly kind: 'unknown' }

/** The parts of a site that links may lead to. */
export interface LinkedSite {
  readonly posts: CheckedPosts
  readonly site: SiteLayout
  readonly files: SiteFiles
  /** Whether a page or redirect outside the posts is or may be at an address. */
  readonly isElsewhere: (address: string) => boolean
}

const unknown: Meaning = { kind: 'unknown' }

/** Resolves a link of a post, with the same resolver with which the editor follows links. */
export const meaningOf = (
  { kind, target, language }: Pick<LinkPart, 'kind' | 'target' | 'language'>,
  from: PostRecord,
  around: LinkedSite,
): Meaning => {
  const { posts, site } = around
  const plain = withoutSiteTags(target)
  if (/[{}<>]|\$\(|%7b/i.test(plain) || !namesPage(kind, site)) return unknown
  const written = pathOnSite(plain, site.address) ?? plain
  if (written === '' || /^[?#]/.test(written)) return { kind: 'post', post: from, anchor: anchorOf(written) }
  const rest = /[?#].*$/s.exec(written)?.[0] ?? ''
  const verbatim = kind === 'link' || kind === 'image' ? {} : ({ verbatim: true } as const)
  const reference = { kind, target: written, writtenIn: 'inline', language, ...verbatim } as const
  const found = meaningInSite(reference, { path: from.page.path, page: from.page }, posts.map)
  const name = nameAtEnd(written.slice(0, written.length - rest.length))
  const paths = found.kind === 'none' ? intended(kind, written, name, posts) : pathsOf(found)
  for (const path of paths) {
    const post = posts.get(idOfPost(path, site) ?? path)
    if (post) return { kind: 'post', post, anchor: anchorOf(rest) }
  }
  if (found.kind === 'elsewhere' || found.kind === 'file') return unknown
  return isForPosts(kind, plain, from, around) ? { kind: 'no-post', name } : unknown
}

/** Whether such a tag names a page; Hexo has a `link` tag too, for any address. */
const namesPage = (kind: LinkPart['kind'], { profile }: SiteLayout): boolean =>
  kind !== 'image' && kind !== 'hexo-asset' && !(kind === 'jekyll-link' && profile === 'hexo')

const pathsOf = (found: MeaningInSite): readonly string[] => {
  if (found.kind === 'page') return [found.path]
  return found.kind === 'several' ? found.paths : []
}

/** For a relative link that leads nowhere: the post with that name, if there is only one. */
const intended = (
  kind: LinkPart['kind'],
  written: string,
  name: string,
  posts: CheckedPosts,
): readonly string[] => {
  const named = kind === 'link' && /^(?![/@])/.test(written) ? posts.map.named(name) : []
  return named.length === 1 ? named : []
}

/** Whether only a post can be at this address, so that a link to it is broken if there is none. */
const isForPosts = (
  kind: LinkPart['kind'],
  target: string,
  from: PostRecord,
  around: LinkedSite,
): boolean => {
  const { posts, site, files, isElsewhere } = around
  const written = pathOnSite(target, site.address) ?? target
  const path = written.replace(/[?#].*$/s, '')
  if (kind === 'hugo-ref') return !isHugoPage(path, from, around)
  if (/\.(?:md|markdown|mdx)$/i.test(path) || kind === 'jekyll-link') return !isFile(path, from, site, files)
  if (kind !== 'link') return true
  const address = otherFile.test(path) ? null : addressOfLink(target, from, site)
  if (address === null || !posts.hasLike(address) || isOfList(address)) return false
  return !isServed(address, site, files) && !isElsewhere(address)
}

/** The extension of a feed, script or download, which the page of a post never has. */
const otherFile = /\.(?!(?:x?html?|php|aspx?)$)[a-z][a-z0-9]{1,4}$/i

/** Whether a `ref` names a page that is not among the posts: from the top, beside the post, or by its name alone. */
const isHugoPage = (path: string, from: PostRecord, { posts, site, files }: LinkedSite): boolean => {
  const plain = path
    .replace(/(?:\.\w{2}(?:-\w+)?)?\.(?:md|markdown|mdx|html)$/i, '')
    .replace(/\/(?:_?index)?$/i, '')
  if (plain === '' || plain === '_index') return true
  const contents = site.addresses?.content?.map(({ folder }) => folder) ?? ['content']
  const folders = [...contents, ...(path.startsWith('/') ? [] : [folderOf(from.page.path)])]
  const isOther = (file: string) => isMarkdownName(file) && !posts.get(idOfPost(file, site) ?? file)
  const filesNamed = (folder: string, start: string) =>
    (files.names(folder)?.all() ?? [])
      .filter((name) => name.startsWith(start))
      .map((name) => joinPath(folder, name) ?? '')
  const isPage = (folder: string): boolean => {
    const path = joinPath(folder, plain)
    if (path === null) return false
    const indexes = [...filesNamed(path, 'index.'), ...filesNamed(path, '_index.')]
    const isSection = indexes.length === 0 && files.names(path) !== null
    return isSection || [...indexes, ...filesNamed(folderOf(path), `${filePart(path)}.`)].some(isOther)
  }
  if (folders.some(isPage)) return true
  return !plain.includes('/') && contents.some((folder) => sections(folder, files).some((one) => isPage(one)))
}

const mostSections = 500

/** The folders inside a folder, at most 500. */
const sections = (top: string, files: SiteFiles): readonly string[] => {
  const found = [top]
  for (const folder of found)
    for (const name of files.names(folder)?.all() ?? [])
      if (found.length < mostSections && !name.includes('.') && files.names(`${folder}/${name}`) !== null)
        found.push(`${folder}/${name}`)
  return found
}

const isFile = (path: string, from: PostRecord, site: SiteLayout, files: SiteFiles): boolean =>
  [
    ...(aliasedPaths(path, site) ?? []),
    joinPath(site.postsFolder, folderOf(from.id), path),
    joinPath(path),
    joinPath('content', path.replace(/^@\//, '')),
  ].some((candidate) => candidate !== null && files.size(candidate) !== null)

/** Whether a file or folder of the site is served at this address. */
const isServed = (address: string, site: SiteLayout, files: SiteFiles): boolean => {
  const path = address.replace(/(?<!\/)\/+$/, '')
  return [...site.publicFolders, 'pages', 'src/pages', 'content', '.'].some((folder) =>
    [
      '',
      '.html',
      '/index.html',
      '.tsx',
      '.jsx',
      '.js',
      '.astro',
      '.md',
      '.njk',
      '/_index.md',
      '/index.md',
    ].some((end) => {
      const candidate = joinPath(folder, path + end)
      return (
        candidate !== null &&
        (files.size(candidate) !== null || (end === '' && files.names(candidate) !== null))
      )
    }),
  )
}

const anchorOf = (rest: string): string => {
  const at = rest.indexOf('#')
  return at < 0 ? '' : rest.slice(at + 1)
}
