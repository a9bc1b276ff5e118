import { habitsOf } from '../generators/generators'
import { filePart, folderOf, joinPath, nameWithoutExtension } from './post-path'
import type { SiteLayout } from './site-layout'
import { dateInPostId, slugOfPost } from './slug'

/** What of a post's head its address may depend on. */
export interface AddressFacts {
  readonly slug?: string | undefined
  readonly permalink?: string | undefined
  /** The date as it is written, YYYY-MM-DD first. */
  readonly date?: string | undefined
}

/** What of a site the addresses of its posts depend on. */
export type LinkedSite = Pick<SiteLayout, 'profile' | 'habits' | 'postsFolder' | 'basePath'>

/** The path of a post on the site by the habits of its generator; null where a needed date is missing. */
export const permalinkOf = (site: LinkedSite, postId: string, facts: AddressFacts = {}): string | null => {
  if (facts.permalink !== undefined && /^\/[^{:]*$/.test(facts.permalink))
    return site.basePath + facts.permalink
  const { permalink } = habitsOf(site).address
  const date = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(facts.date || dateInPostId(postId, site))
  if (date === null && permalink.includes('{year}')) return null
  const path = permalink
    .replace('{section}', () => sectionOf(site, postId))
    .replace('{year}', date?.[1] ?? '')
    .replace('{month}', (date?.[2] ?? '').padStart(2, '0'))
    .replace('{day}', (date?.[3] ?? '').padStart(2, '0'))
    .replace('{slug}', () => facts.slug || slugOfPost(postId, site))
  return site.basePath + path.replace(/\/{2,}/g, '/')
}

/** The whole address of a post, encoded; null where the site does not say its own. */
export const addressOf = (site: SiteLayout, postId: string, facts: AddressFacts = {}): string | null => {
  const path = permalinkOf(site, postId, facts)
  return site.address === null || path === null ? null : encodeURI(site.address + path)
}

/** The id of a new post by the habits of the site; `date` is YYYY-MM-DD. */
export const newPostId = (site: SiteLayout, slug: string, date: string): string => {
  const name = habitsOf(site)
    .newPost.replace('{date}', date)
    .replace('{slug}', () => slug)
  return site.postFolders?.[0] === undefined ? name : `${site.postFolders[0]}/${name}`
}

// `content/posts/2024/x.md` lives in the section `posts/2024`; a bundle's own folder is its slug.
const sectionOf = (site: LinkedSite, postId: string): string => {
  const bundle = /^index$/i.test(nameWithoutExtension(filePart(postId)))
  const inside = bundle ? folderOf(folderOf(postId)) : folderOf(postId)
  const above = site.postsFolder.split('/').filter((part) => !/^(?:src|content|data|pages|\.)$/.test(part))
  return joinPath(above.join('/'), inside) ?? ''
}
