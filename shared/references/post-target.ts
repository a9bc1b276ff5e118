import type { PostId, PostSummary } from '../posts/post'
import { folderOf, isMarkdownName, joinPath, nameWithoutExtension } from '../site/post-path'
import type { ReferenceKind } from './references'

/**
 * What post a link may mean, decidable without knowing the other posts: a file of the posts folder, or the last part
 * of an address. `name` is folded, so that what is written `/Blog/My-Post/` meets the slug `my-post`.
 */
export interface PostTarget {
  readonly by: 'path' | 'name'
  readonly name: string
  /** What comes after the post: `#part` or `?query`, as it is written. */
  readonly rest: string
}

/** Parts of an address under which sites list posts rather than show one. */
const lists = new Set([
  'tag',
  'tags',
  'category',
  'categories',
  'author',
  'authors',
  'series',
  'page',
  'archive',
  'archives',
])

/** What post a link of `from` may mean; null where it leads out of the site or to a file that is no post. */
export const targetOf = (kind: ReferenceKind, target: string, from: PostId): PostTarget | null => {
  if (kind === 'image') return null
  if (kind === 'jekyll-post') return { by: 'name', name: fold(lastPart(target)), rest: '' }
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(target) ?? []
  if (path === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return null
  const plain = decoded(path).replace(/^\{\{[^}]*\}\}/, '')
  if (isMarkdownName(plain)) {
    if (plain.startsWith('/') || kind !== 'link') return { by: 'name', name: fold(nameOfFile(plain)), rest }
    const joined = joinPath(folderOf(from), plain)
    return joined === null
      ? { by: 'name', name: fold(nameOfFile(plain)), rest }
      : { by: 'path', name: fold(joined), rest }
  }
  const parts = plain
    .replace(/\/+(?:index\.html?)?$|\.html?$/i, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
  const last = parts.at(-1)
  if (last === undefined || last === '..' || parts.slice(0, -1).some((part) => lists.has(part.toLowerCase())))
    return null
  if (/\.[a-z0-9]{1,5}$/i.test(last) && kind === 'link') return null // a file that is no post
  return { by: 'name', name: fold(last), rest }
}

/** The names under which links find a post: its path, its slug, its file name, the slug its head gives it. */
export const namesOf = (
  post: Pick<PostSummary, 'id' | 'slug' | 'ownSlug'>,
): readonly Pick<PostTarget, 'by' | 'name'>[] => {
  const names = new Set([post.slug, nameOfFile(post.id), ...ownSlugOf(post)].map(fold))
  return [
    { by: 'path', name: fold(post.id) },
    ...Array.from(names, (name) => ({ by: 'name' as const, name })),
  ]
}

/** The last part of the address in the head, which may be written as a path. */
const ownSlugOf = ({ ownSlug = '' }: Pick<PostSummary, 'ownSlug'>): readonly string[] =>
  Array.from(ownSlug.matchAll(/[^/]+/g), ([part]) => part).slice(-1)

/** The names that a folder of the post's own images may have: its slug and its file name, as they are written. */
export const folderNamesOf = (post: Pick<PostSummary, 'id' | 'slug'>): readonly string[] => [
  ...new Set([post.slug, nameOfFile(post.id)]),
]

/** `a/b/x.md` is known as `x`, and the bundle `a/b/index.md` as `b`. */
const nameOfFile = (path: string): string => {
  const name = nameWithoutExtension(lastPart(path))
  return /^_?index$/i.test(name) ? lastPart(folderOf(path)) || name : name
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const fold = (text: string): string => text.normalize('NFC').toLowerCase()

const decoded = (text: string): string => {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text // a lone `%` stands for itself
    throw error
  }
}
