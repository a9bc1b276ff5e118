/** Path of a file relative to the root of the site, `/` separated. */
export type SitePath = string

/** The data of a head that determine the address and names of its page. */
export interface AddressHead {
  readonly url?: string
  readonly slug?: string
  readonly permalink?: string
  readonly id?: string
  readonly title?: string
  /** As written, starting with YYYY-MM-DD. */
  readonly date?: string
  /** Addresses that lead to the page as well. */
  readonly aliases?: readonly string[]
  readonly categories?: readonly string[]
  readonly language?: string
  /** It has no address: Eleventy's `permalink: false`. */
  readonly isHidden?: true
}

/** A page of the site: a post, a section, or another markdown file. */
export interface Page {
  readonly path: SitePath
  /** Its address without the base path; null if unknown. */
  readonly address: string | null
  readonly aliases: readonly string[]
  /** The last part of its address as far as it is known: from the head, else from the file name. */
  readonly slug: string
  /** Null if the site has only one language. */
  readonly language: string | null
  /** Its head sets the address. */
  readonly isPinned: boolean
  /** Its head says that it has no address. */
  readonly isHidden?: true
}

type Written = Exclude<keyof AddressHead, 'isHidden'>

const keys: Readonly<Record<Written, readonly string[]>> = {
  url: ['url'],
  slug: ['slug'],
  permalink: ['permalink', 'path'],
  id: ['id'],
  title: ['title'],
  date: ['date', 'pubdate', 'publishdate', 'published_at', 'publishedat'],
  aliases: ['aliases', 'redirect_from', 'alias', 'redirectfrom'],
  categories: ['categories', 'category'],
  language: ['lang', 'language', 'locale'],
}

/** Whether a field contains further addresses of the page. */
export const isRedirectKey = (key: string): boolean => keys.aliases.includes(key.toLowerCase())

/** Reads the address data of a head, ignoring the case of its keys. */
export const addressHead = (data: Readonly<Record<string, unknown>>): AddressHead => {
  const byKey = new Map(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]))
  const text = (name: Written) =>
    keys[name].map((key) => textOf(byKey.get(key))).find((value) => value !== undefined)
  const all = (name: Written) => keys[name].flatMap((key) => textsOf(byKey.get(key)))
  const head = {
    url: text('url'),
    slug: text('slug'),
    permalink: text('permalink'),
    id: text('id'),
    title: text('title'),
    date: text('date'),
    language: text('language'),
    aliases: all('aliases'),
    categories: all('categories'),
  }
  const filled = Object.entries(head).filter(([, value]) => value !== undefined && value.length > 0)
  return { ...Object.fromEntries(filled), ...(byKey.get('permalink') === false && { isHidden: true }) }
}

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'number' ? String(value) : undefined
}

const textsOf = (value: unknown): readonly string[] => {
  if (!Array.isArray(value)) return textOf(value) === undefined ? [] : [String(textOf(value))]
  return value.flatMap((item) => textOf(item) ?? [])
}
