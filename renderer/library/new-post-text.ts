import { writeDateLike } from '../../shared/front-matter/dates'
import { editField, removeField, setFlag } from '../../shared/front-matter/edit'
import type { Edit, FieldValue } from '../../shared/front-matter/edit-types'
import { parseFrontMatter } from '../../shared/front-matter/parse'
import type { FieldSchema, SiteSchema } from '../../shared/front-matter/site-schema'
import { splitPost } from '../../shared/front-matter/split'
import { applyTextChanges } from '../../shared/text-change'

/** What a new post is made of. */
export interface NewPost {
  readonly title: string
  readonly slug: string
  readonly now: number
  /** Minutes east of UTC, for a date that has no zone of its own. */
  readonly offset: number
  /** The text of the newest post, whose habits the new one takes on; null in an empty folder. */
  readonly neighbour: string | null
  readonly schema: SiteSchema
}

const applied = (text: string, edit: Edit): string | null =>
  edit.kind === 'changes' ? applyTextChanges(text, edit.changes) : null

/** The first of the edits that is possible; the text as it was where none is. */
const firstOf = (text: string, ...edits: readonly ((text: string) => Edit)[]): string => {
  for (const edit of edits) {
    const changed = applied(text, edit(text))
    if (changed !== null) return changed
  }
  return text
}

const set = (key: string, value: FieldValue) => (text: string) => editField(text, key, value)
const without = (key: string) => (text: string) => removeField(text, key)

/** A value that most posts share, such as the author or the layout, is one of the site and not of the post. */
const isOfSite = (field: FieldSchema, value: unknown, posts: number): boolean => {
  const [most] = field.values
  return most !== undefined && most.value === String(value) && most.count * 2 > posts && most.count > 1
}

const dateIn = (written: unknown, { now, offset }: NewPost): string =>
  (typeof written === 'string' ? writeDateLike(written, now, offset) : null) ??
  new Date(now + offset * 60_000).toISOString().slice(0, 10)

const emptied = (text: string, key: string, field: FieldSchema | undefined, value: unknown): string => {
  const empty: FieldValue = Array.isArray(value) ? [] : ''
  return field?.required ? firstOf(text, set(key, empty)) : firstOf(text, without(key), set(key, empty))
}

const withField = (text: string, key: string, value: unknown, post: NewPost): string => {
  const field = post.schema.fields.find((known) => known.key === key)
  const role = field?.role ?? (key === 'title' || key === 'date' ? key : null)
  if (role === 'title') return firstOf(text, set(key, post.title))
  if (role === 'date') return firstOf(text, set(key, dateIn(value, post)))
  if (role === 'slug') return firstOf(text, set(key, post.slug))
  if (role === 'draft') return firstOf(text, (before) => setFlag(before, key, key !== 'published'))
  if (typeof value === 'boolean') return firstOf(text, (before) => setFlag(before, key, false))
  if (role === 'author' || field?.type === 'nested') return text
  if (field && isOfSite(field, value, post.schema.posts)) return text
  return emptied(text, key, field, value)
}

const plain = (post: NewPost): string =>
  firstOf(firstOf('---\ntitle: x\ndate: x\n---\n', set('title', post.title)), set('date', dateIn(null, post)))

/** The text of a new post, written as the newest one is: its keys in its order, quotes and date style. */
export const newPostText = (post: NewPost): string => {
  const split = splitPost(post.neighbour ?? '')
  const head = (post.neighbour ?? '').slice(0, split.bodyFrom)
  const known = parseFrontMatter(head)
  if (known.kind !== 'parsed') return `${plain(post)}\n`
  const text = Object.entries(known.data).reduce(
    (before, [key, value]) => withField(before, key, value, post),
    head.endsWith('\n') ? head : `${head}\n`,
  )
  return `${text}\n`
}
