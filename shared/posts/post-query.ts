import { foldText } from '../text/fold-text'
import type { PostSummary } from './post'

/** A condition on a field: `tag:docker`, `-featured:true`, `before:2024-01-01`. */
export interface PostFilter {
  readonly field: FilterField
  readonly value: string
  readonly negated: boolean
}

/** A word, or a quoted phrase, to find in the text. */
export interface QueryWord {
  readonly text: string
  readonly phrase: boolean
  readonly negated: boolean
}

/** What was typed in the search box, taken apart. */
export interface PostQuery {
  readonly words: readonly QueryWord[]
  readonly filters: readonly PostFilter[]
}

const fields = [
  'tag',
  'featured',
  'draft',
  'scheduled',
  'before',
  'after',
  'folder',
  'path',
  'title',
  'slug',
  'has',
  'missing',
  'problem',
] as const
export type FilterField = (typeof fields)[number]

const part = /(-?)(?:([a-z]+):)?(?:"([^"]*)("|$)|(\S+))/giu

// One letter is in nearly every text; in these scripts it is a word.
const wordOfOneLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/** Whether a query says enough to look for it in the texts, and to be kept. */
export const saysEnough = (text: string): boolean => text.length >= 2 || wordOfOneLetter.test(text)

/**
 * What a replace of this search replaces: the words as they are typed, without the conditions that only
 * choose the posts, and a phrase without its quotes.
 */
export const textToReplace = (text: string, regex: boolean): string => {
  if (regex) return text
  const parts = partsOf(text)
  const kept = parts.filter((part) => {
    const { words, filters } = parsePostQuery(part)
    return filters.length === 0 && !words.some(({ negated }) => negated)
  })
  const [only] = kept
  const phrase = kept.length === 1 && only !== undefined ? parsePostQuery(only).words[0] : undefined
  if (phrase?.phrase) return phrase.text
  return kept.length === parts.length ? text : kept.join(' ')
}

/** The words and conditions of a query, each as it is written. */
export const partsOf = (text: string): readonly string[] =>
  Array.from(text.matchAll(part), ([whole]) => whole)

/** Takes a query apart. What is no known field stays a word, so that `http://x` can be searched for. */
export const parsePostQuery = (text: string): PostQuery => {
  const words: QueryWord[] = []
  const filters: PostFilter[] = []
  for (const [whole, minus, name, quoted, , bare] of text.matchAll(part)) {
    const value = quoted ?? bare ?? ''
    const field = fields.find((known) => known === name?.toLowerCase())
    if (field && value !== '') filters.push({ field, value, negated: minus === '-' })
    else if (name === undefined && quoted !== undefined) {
      if (quoted.trim() !== '') words.push({ text: quoted, phrase: true, negated: minus === '-' })
    } else if (name === undefined && minus === '-' && value !== '') {
      words.push({ text: value, phrase: false, negated: true })
    } else if (!isUnfinished(whole)) words.push({ text: whole, phrase: false, negated: false })
  }
  return { words, filters }
}

/** A field whose value is still to be typed. */
const isUnfinished = (text: string): boolean =>
  fields.some((field) => /^-?([a-z]+):$/i.exec(text)?.[1]?.toLowerCase() === field)

/** A value as a condition can say it: between quotes there is no room for more of them. */
export const asValue = (text: string): string => text.replaceAll('"', '')

/** Whether a post meets every filter of a query. `keysOf` answers the keys of its head, for `has:` and `missing:`. */
export const matchesFilters = (
  post: PostSummary,
  filters: readonly PostFilter[],
  keysOf: (post: PostSummary) => readonly string[] = keysOfSummary,
): boolean => filters.every((filter) => matches(post, filter, keysOf) !== filter.negated)

/** The fields that a summary itself shows to be there, by the names the filters know them by. */
export const keysOfSummary = (post: PostSummary): readonly string[] => [
  ...(post.title === '' ? [] : ['title']),
  ...(post.date === '' ? [] : ['date']),
  ...(post.image === '' ? [] : ['image']),
  ...(post.excerpt === '' ? [] : ['excerpt']),
  ...(post.tags.length === 0 ? [] : ['tags']),
]

const rolesInSummary = ['date', 'image', 'tags']

/** Whether a summary alone tells if a post has this field: it does for roles, whatever the site calls their keys. */
export const isInSummary = (field: string): boolean => rolesInSummary.includes(foldText(field))

const matches = (
  post: PostSummary,
  { field, value }: PostFilter,
  keysOf: (post: PostSummary) => readonly string[],
): boolean => {
  const wanted = foldText(value)
  switch (field) {
    case 'tag':
      return post.tags.some((tag) => foldText(asValue(tag)) === wanted)
    case 'featured':
    case 'draft':
    case 'scheduled':
      return post[field] === isYes(wanted)
    case 'before':
      return post.dateMs !== null && post.dateMs < startOf(value)
    case 'after':
      return post.dateMs !== null && post.dateMs >= endOf(value)
    case 'folder':
      return foldText(`/${asValue(folderOf(post.id))}/`).includes(`/${wanted.replace(/^\/+|\/+$/g, '')}/`)
    case 'path':
      return foldText(post.id).includes(wanted)
    case 'title':
      return foldText(post.title).includes(wanted)
    case 'slug':
      return [post.slug, post.ownSlug ?? ''].some((slug) => foldText(slug).includes(wanted))
    case 'has':
      return keysOf(post).some((key) => foldText(asValue(key)) === wanted)
    case 'missing':
      return !keysOf(post).some((key) => foldText(asValue(key)) === wanted)
    case 'problem':
      return /^(?:true|yes|any)$/.test(wanted)
        ? post.problems.length > 0
        : /^(?:false|no|none)$/.test(wanted)
          ? post.problems.length === 0
          : post.problems.some(({ check }) => foldText(check).includes(wanted))
  }
}

const isYes = (value: string): boolean => !/^(?:false|no|off|0)$/.test(value)
const folderOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('/')))

const datePattern = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/

// `after:2023` means after that year, as a person means it; a whole date is that day.
const startOf = (value: string): number => bound(value, 0)
const endOf = (value: string): number => bound(value, 1)

const bound = (value: string, next: 0 | 1): number => {
  const [, year, month, day] = datePattern.exec(value) ?? []
  if (year === undefined) return Number.NaN
  if (month === undefined) return Date.UTC(Number(year) + next, 0, 1)
  if (day === undefined) return Date.UTC(Number(year), Number(month) - 1 + next, 1)
  return Date.UTC(Number(year), Number(month) - 1, Number(day) + next)
}
