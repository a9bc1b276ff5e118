import { dateParts } from '../dates/dates'
import type { HeadLanguage } from '../find/types'
import { type FrontMatter, type HeadData, parseFrontMatter } from '../read/parse'
import { type SplitPost, splitPost } from '../read/split'
import { flagOf } from '../values/flag'
import type { Quoting } from '../values/types'
import { type ScannedKey, scanHead } from '../yaml/scan-head'

/** The type of one value by itself, before the site's other posts are considered. */
export type ValueType =
  | 'text'
  | 'long-text'
  | 'date'
  | 'boolean'
  | 'number'
  | 'list'
  | 'image'
  | 'nested'
  | 'raw'
  | 'empty'

/** The type, style and values of one key in one post. */
export interface FieldFacts {
  readonly key: string
  /** A top-level key that contains a dot, not a path. */
  readonly literal?: true
  readonly type: ValueType
  /** Null inside a group, where it is not determined. */
  readonly quoting: Quoting | null
  readonly listStyle: 'flow' | 'block' | null
  /** The value, or the items of a list, if short enough to be offered as choices. */
  readonly values: readonly string[]
  readonly length: number
}

/** What one post contributes to the site's schema. Plain data, so that it can be cached. */
export interface PostFacts {
  readonly language: HeadLanguage | null
  /** The top-level keys in order. */
  readonly order: readonly string[]
  readonly fields: readonly FieldFacts[]
}

const noFacts: PostFacts = { language: null, order: [], fields: [] }
const maxValue = 80
const maxItems = 50

/**
 * What a post contributes to the site's schema; nothing if its head is broken. Pass what is already parsed.
 */
export const factsOf = (
  text: string,
  read: FrontMatter = parseFrontMatter(text),
  split: SplitPost = splitPost(text),
): PostFacts => {
  if (read.kind !== 'parsed') return noFacts
  const content = text.slice(split.content.from, split.content.to)
  const scanned = scanHead(content, read.language)
  const written = new Map(scanned.map((key) => [key.key, key]))
  const order = scanned.map((key) => key.key).filter((key) => Object.hasOwn(read.data, key))
  for (const key of Object.keys(read.data)) if (!written.has(key)) order.push(key)
  return {
    language: read.language,
    order,
    fields: order.flatMap((key) => factsOfKey(key, read.data[key], written.get(key))),
  }
}

const factsOfKey = (key: string, value: unknown, written: ScannedKey | undefined): FieldFacts[] => {
  const facts = {
    ...factsOfValue(key, value, written),
    ...(key.includes('.') ? { literal: true as const } : {}),
  }
  if (facts.type !== 'nested') return [facts]
  const inner = Object.entries(value as HeadData)
  return [facts, ...inner.map(([name, item]) => factsOfValue(`${key}.${name}`, item, undefined))]
}

const factsOfValue = (key: string, value: unknown, written: ScannedKey | undefined): FieldFacts => {
  const type = typeOfValue(value, written?.form)
  const items = Array.isArray(value) ? value.slice(0, maxItems) : [value]
  const offered = type === 'long-text' || type === 'nested' || type === 'raw' ? [] : items.filter(isOffered)
  return {
    key,
    type,
    quoting: written?.quoting ?? null,
    listStyle:
      type !== 'list' || !written || items.length === 0
        ? null
        : written.form === 'flow-list'
          ? 'flow'
          : 'block',
    values: offered.map(String),
    length: typeof value === 'string' ? value.length : 0,
  }
}

const isOffered = (value: unknown): boolean =>
  (typeof value === 'string' && value !== '' && value.length <= maxValue) || typeof value === 'number'

/** The type of a value by itself. */
export const typeOfValue = (value: unknown, form?: ScannedKey['form']): ValueType => {
  if (value === null || value === undefined || value === '') return 'empty'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'string') return typeOfText(value, form === 'block-text')
  if (Array.isArray(value)) return value.every(isTerm) ? 'list' : 'raw'
  return Object.values(value).every((item) => typeof item !== 'object' || item === null) ? 'nested' : 'raw'
}

const isTerm = (item: unknown): boolean => typeof item === 'string' || typeof item === 'number'
const imageName = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)(?:[?#].*)?$/i

const typeOfText = (text: string, isBlock: boolean): ValueType => {
  if (isBlock || text.length > 160 || text.includes('\n')) return 'long-text'
  if (flagOf(text) !== null) return 'boolean'
  if (/^\S+$/.test(text) && imageName.test(text)) return 'image'
  return /\d/.test(text) && text.length < 60 && dateParts(text) ? 'date' : 'text'
}
