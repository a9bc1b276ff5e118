import type { PathAlias } from '../../generators/shape/address-settings'
import type { PostId, PostSummary } from '../../posts/post'
import type { Reference } from '../../references/forms/reference'
import { folderOf, nameWithoutExtension, pathOfPost, relativePath } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import { rulesOf } from '../by-generator/rules-of'
import { addressEnd, partsOf, sharedEnd, trailOf } from '../meaning/at-address'

/** A form of links to posts: the path of the file, also by an alias, the address, or a link tag of Hugo or Jekyll. */
export type LinkManner = 'file' | 'alias' | 'address' | 'hugo-ref' | 'jekyll-post'

/** The properties of a site that links depend on. */
export interface LinkedSite extends Pick<SiteLayout, 'profile' | 'habits' | 'postsFolder' | 'basePath'> {
  readonly aliases?: readonly PathAlias[] | undefined
}

/** A link in a post of the site, with the post it leads to; new links have its form. */
export interface LinkExample {
  readonly reference: Pick<Reference, 'kind' | 'target'>
  /** The post that contains it. */
  readonly from: PostId
  readonly to: LinkedPost
}

export type LinkedPost = Pick<PostSummary, 'id' | 'slug' | 'ownSlug' | 'address'>

/** The properties of a post that links to it depend on. */
export const linked = ({ id, slug, ownSlug, address }: LinkedPost): LinkedPost => ({
  id,
  slug,
  ...(ownSlug === undefined ? {} : { ownSlug }),
  ...(address === undefined ? {} : { address }),
})

/** The form of a link that is being typed; null if its beginning does not tell. */
export const mannerBegun = (
  typed: string,
  { aliases = [] }: Pick<LinkedSite, 'aliases'>,
): LinkManner | null => {
  if (typed !== '' && aliases.some(({ prefix }) => isBegun(prefix, typed))) return 'alias'
  if (typed.startsWith('{{')) return 'hugo-ref'
  if (typed.startsWith('{%')) return 'jekyll-post'
  if (typed.startsWith('/')) return 'address'
  return typed.startsWith('.') ? 'file' : null
}

/** Whether a text starts with an alias, or is the beginning of one. */
const isBegun = (prefix: string, typed: string): boolean =>
  prefix !== '' && (typed.startsWith(prefix) || prefix.startsWith(typed))

/** The form of a link; null if new links cannot have it. */
export const mannerOf = ({ kind, target }: LinkExample['reference']): LinkManner | null => {
  if (kind === 'hugo-ref') return 'hugo-ref'
  if (kind === 'jekyll-post' || kind === 'jekyll-link') return 'jekyll-post'
  if (kind !== 'link' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target)) return null
  if (/^[@~$][\w.@-]*\//.test(target)) return 'alias'
  return /\.(?:md|mdx|markdown)(?:[?#]|$)/i.test(target) && !target.startsWith('/') ? 'file' : 'address'
}

/** The usual form of a generator, for a site without links between posts. */
export const usualManner = ({ profile }: LinkedSite): LinkManner => {
  if (profile === 'hugo') return 'hugo-ref'
  if (profile === 'jekyll') return 'jekyll-post'
  return profile === 'plain' || profile === 'obsidian' ? 'file' : 'address'
}

/** The target of a link from the post `from` to another, in the form `manner`, like the example if any. */
export const linkTo = (
  to: LinkedPost,
  from: PostId,
  manner: LinkManner,
  site: LinkedSite,
  example: LinkExample | null = null,
  typed = '',
): string => {
  switch (manner) {
    case 'hugo-ref':
      return `{{< ref "${hugoName(site, to.id)}" >}}`
    case 'jekyll-post':
      return `{% post_url ${jekyllName(to.id)} %}`
    case 'file':
      return encoded(relativePath(folderOf(from), to.id), example)
    case 'alias':
      return (
        aliased(to, site, typed || (example?.reference.target ?? '')) ??
        linkTo(to, from, 'file', site, example)
      )
    case 'address':
      return encodeURI(addressOfPost(to, site, example))
  }
}

/** The path of a post by the alias that `like` starts with or begins; null if it is in none of its folders. */
const aliased = (to: LinkedPost, { aliases = [], postsFolder }: LinkedSite, like: string): string | null => {
  const path = pathOfPost(to.id, { postsFolder })
  const spelled = aliases
    .filter(({ prefix }) => isBegun(prefix, like))
    .flatMap(({ prefix, folders }) =>
      folders
        .filter((folder) => folder === '.' || path.startsWith(`${folder}/`))
        .map((folder) => prefix + (folder === '.' ? path : path.slice(folder.length + 1))),
    )
  const [shortest] = spelled.toSorted((a, b) => a.length - b.length)
  return shortest === undefined ? null : encoded(shortest, null)
}

/** The name of a post in Hugo's link tag. */
const hugoName = (site: LinkedSite, id: PostId): string =>
  `/${pathOfPost(id, site).replace(/^content\//, '')}`

/** The name of a post in `post_url`: its path below `_posts`, without extension. */
const jekyllName = (id: PostId): string => nameWithoutExtension(id.replace(/^(?:.*\/)?_posts\//, ''))

// An alias such as `@site` or `~` stays as it is.
const encodedPart = (part: string, index: number): string =>
  index === 0 && /^[@~$][\w.@-]*$/.test(part) ? part : encodeURIComponent(part)

const encoded = (path: string, example: LinkExample | null): string => {
  const spelled = /[\s()<>%]/.test(path) ? path.split('/').map(encodedPart).join('/') : path
  const dotted = example?.reference.target.startsWith('./') && !spelled.startsWith('../')
  return dotted ? `./${spelled}` : spelled
}

const addressOfPost = (to: LinkedPost, site: LinkedSite, example: LinkExample | null): string => {
  const guessed = `${site.basePath}${to.address ?? `/${to.ownSlug ?? to.slug}`}`
  if (example === null || example.reference.kind !== 'link' || /^(?!\/)/.test(example.reference.target))
    return guessed
  const plain = example.reference.target.replace(/[?#].*$/s, '')
  // If addresses are exact, only the ending is like the example, and only if the addresses end alike.
  if (rulesOf(site).isExact)
    return addressEnd(example.to.address ?? '/') === addressEnd(guessed) && guessed !== '/'
      ? guessed.slice(0, guessed.length - addressEnd(guessed).length) + addressEnd(plain)
      : guessed
  return likeExample(to, site, { ...example, reference: { kind: 'link', target: plain } })
}

/** Keeps the part of the example before folders and slug, and adds those of the new post. */
const likeExample = (to: LinkedPost, site: LinkedSite, { reference, to: old }: LinkExample): string => {
  const parts = partsOf(reference.target)
  // If the example does not use the slug in the head, but the file name, so does the new link.
  const byFile = old.ownSlug !== undefined && parts.at(-1) !== old.ownSlug
  const trail = (post: LinkedPost) =>
    trailOf({ path: pathOfPost(post.id, site), slug: byFile ? post.slug : (post.ownSlug ?? post.slug) })
  const [before, after] = [trail(old), trail(to)]
  const count = sharedEnd(parts, before)
  const size = Math.max(1, count + after.length - before.length)
  return `/${[...parts.slice(0, parts.length - count), ...after.slice(-size)].join('/')}${addressEnd(reference.target)}`
}
