import { habitsOf } from '../generators/generators'
import type { PostId, PostSummary } from '../posts/post'
import { type LinkedSite, permalinkOf } from '../site/permalink'
import { folderOf, nameWithoutExtension, relativePath } from '../site/post-path'
import { namesOf, targetOf } from './post-target'
import type { Reference } from './references'
import { type NamedPost, renamedTarget } from './renamed-target'

/** A manner of writing a link to a post: the path of its file, its address, or a link tag of Hugo or Jekyll. */
export type LinkManner = 'file' | 'address' | 'hugo-ref' | 'jekyll-post'

/** A link that stands in a post of the site, with the post it leads to: others are written like it. */
export interface LinkExample {
  readonly reference: Pick<Reference, 'kind' | 'target'>
  /** The post it stands in. */
  readonly from: PostId
  readonly to: LinkedPost
}

export type LinkedPost = Pick<PostSummary, 'id' | 'slug' | 'ownSlug' | 'date'>

/** The manner in which a link is written that was begun; null while that says nothing. */
export const mannerBegun = (typed: string): LinkManner | null => {
  if (typed.startsWith('{{')) return 'hugo-ref'
  if (typed.startsWith('{%')) return 'jekyll-post'
  if (typed.startsWith('/')) return 'address'
  return typed.startsWith('.') ? 'file' : null
}

/** The manner of a link that stands in a post; null for one that leads to no post. */
export const mannerOf = ({ kind, target }: LinkExample['reference'], from: PostId): LinkManner | null => {
  if (kind === 'hugo-ref') return 'hugo-ref'
  if (kind === 'jekyll-post' || kind === 'jekyll-link') return 'jekyll-post'
  const meant = targetOf(kind, target, from)
  return meant && (meant.by === 'path' ? 'file' : 'address')
}

/** The manner of a generator, for a site without links between posts. */
export const usualManner = ({ profile }: LinkedSite): LinkManner => {
  if (profile === 'hugo') return 'hugo-ref'
  if (profile === 'jekyll') return 'jekyll-post'
  return profile === 'plain' ? 'file' : 'address'
}

/** What a link of the post `from` to another post says, in a manner, and like the example where there is one. */
export const linkTo = (
  to: LinkedPost,
  from: PostId,
  manner: LinkManner,
  site: LinkedSite,
  example: LinkExample | null = null,
): string => {
  switch (manner) {
    case 'hugo-ref':
      return `{{< ref "${hugoName(site, to.id)}" >}}`
    case 'jekyll-post':
      return `{% post_url ${jekyllName(to.id)} %}`
    case 'file':
      return encoded(relativePath(folderOf(from), to.id), example)
    case 'address':
      return likeExample(to, site, example) ?? encodeURI(addressOfPost(to, site))
  }
}

/** What a link tag calls the post. */
export const hugoName = ({ postsFolder }: LinkedSite, id: PostId): string =>
  `/${[...postsFolder.split('/').filter((part) => part !== 'content' && part !== '.'), id].join('/')}`

/** What `post_url` calls the post: its path below `_posts`, without extension. */
export const jekyllName = (id: PostId): string => nameWithoutExtension(id.replace(/^(?:.*\/)?_posts\//, ''))

const encoded = (path: string, example: LinkExample | null): string => {
  const spelled = /[\s()<>%]/.test(path) ? path.split('/').map(encodeURIComponent).join('/') : path
  const dotted = example?.reference.target.startsWith('./') && !spelled.startsWith('../')
  return dotted ? `./${spelled}` : spelled
}

const addressOfPost = ({ id, slug, ownSlug, date }: LinkedPost, site: LinkedSite): string =>
  permalinkOf(site, id, { slug: ownSlug ?? slug, date }) ?? `/${ownSlug ?? slug}`

// An address that has a date or a folder of the post in it cannot be made from that of another one.
const likeExample = (to: LinkedPost, site: LinkedSite, example: LinkExample | null): string | null => {
  const { permalink } = habitsOf(site).address
  if (!example || permalink.includes('{year}')) return null
  if (permalink.includes('{section}') && sectionOf(example.to.id) !== sectionOf(to.id)) return null
  const { kind, target } = example.reference
  const plain = target.replace(/[?#].*$/s, '')
  // Where the example goes by the slug of a head, or has none to go by, so does the new link.
  const byFile = example.to.ownSlug !== undefined && !goesBy(example, example.to.ownSlug)
  const [before, after] = byFile ? [example.to, to] : [asShown(example.to), asShown(to)]
  const changed = renamedTarget(kind, plain, example.from, before, after)
  return changed.kind === 'changed' ? changed.written : plain
}

const goesBy = ({ reference, from }: LinkExample, slug: string): boolean => {
  const meant = targetOf(reference.kind, reference.target, from)
  return meant !== null && namesOf({ id: '', slug }).some(({ name }) => name === meant.name)
}

/** A post as if its file had the name that the site shows. */
const asShown = ({ id, slug, ownSlug }: LinkedPost): NamedPost =>
  ownSlug === undefined ? { id, slug } : { id: `${folderOf(id)}/${ownSlug}.md`, slug: ownSlug }

const sectionOf = (id: PostId): string =>
  /(?:^|\/)index\.\w+$/i.test(id) ? folderOf(folderOf(id)) : folderOf(id)
