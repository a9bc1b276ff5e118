import { namesOfPage } from '../../../shared/addresses/map/page-names'
import type { SiteMap } from '../../../shared/addresses/map/site-map'
import { meaningOf } from '../../../shared/addresses/meaning/meaning'
import type { Page, SitePath } from '../../../shared/addresses/rules/page'
import type { PostId } from '../../../shared/posts/post'
import type { Backlink } from '../../../shared/posts/post-search'
import { nameAtEnd } from '../../../shared/references/last-name'
import type { PostReference } from '../../../shared/references/post-references'
import { folderOf, idOfPost } from '../../../shared/site/post-path'
import type { KnownPosts } from '../index/known-posts'
import type { PostStore } from '../index/post-store'

/** The path that shares the most folders with `from`. */
const nearestOf = (from: string, paths: readonly string[]): string => {
  const here = folderOf(from).split('/')
  const shared = (path: string) => {
    const there = folderOf(path).split('/')
    const different = here.findIndex((part, index) => part !== there[index])
    return different < 0 ? here.length : different
  }
  return paths.reduce((best, path) => (shared(path) > shared(best) ? path : best))
}

/** The posts that link to a post, resolved by the rules of each form of link. */
export const backlinksOf = (id: PostId, known: KnownPosts, store: PostStore): readonly Backlink[] => {
  const post = known.get(id)
  if (!post) return []
  const map = known.map()
  const names = new Set(namesOfPage(post.page, map.site).map(nameAtEnd))
  for (const address of [...post.page.aliases, post.page.address ?? '..']) names.add(nameAtEnd(address))
  if (isAbove(post.page, map)) names.add('..')
  return store.naming(names).flatMap((row) => {
    const from = known.ofRow(row)
    if (!from || from.summary.id === id) return []
    const lines = store.references(row).flatMap((reference) => {
      if (reference.name === null || !names.has(reference.name) || reference.kind === 'image') return []
      const meant = meaningOf(reference, { path: from.page.path, page: from.page }, map)
      const paths = meant.kind === 'page' ? [meant.path] : meant.kind === 'several' ? meant.paths : []
      return paths.includes(post.page.path) ? [reference.line] : []
    })
    return lines.length === 0 ? [] : [{ id: from.summary.id, title: from.summary.title, lines }]
  })
}

/** Whether there are pages below a page, by address or folder: they may link to it with `../`, which has no name. */
const isAbove = ({ path, address }: Page, map: SiteMap): boolean => {
  const front = address?.replace(/\/?$/, '/')
  const folder = /(?:^|\/)(?:_?index|readme)(?:\.[\w-]+)?\.\w+$/i.test(path) ? `${folderOf(path)}/` : null
  for (const other of map.pages.values()) {
    if (other.path === path) continue
    if (front !== undefined && other.address?.startsWith(front)) return true
    if (folder !== null && other.path.startsWith(folder)) return true
  }
  return false
}

/** The post that a reference of a file leads to; the nearest if several match, null if none does. */
export const postMeant = (reference: PostReference, from: SitePath, known: KnownPosts): PostId | null => {
  const map = known.map()
  const meant = meaningOf(reference, { path: from, page: map.pages.get(from) ?? null }, map)
  if (meant.kind === 'page') return idOfPost(meant.path, map.site)
  return meant.kind === 'several' ? idOfPost(nearestOf(from, meant.paths), map.site) : null
}

/** The same for many references of a post. */
export const postsMeant = (
  references: readonly PostReference[],
  from: PostId,
  known: KnownPosts,
): readonly (PostId | null)[] => {
  const path = known.get(from)?.page.path ?? from
  return references.map((reference) => postMeant(reference, path, known))
}
