import { type AddressHead, addressHead } from '../../addresses/rules/page'
import { isRecord } from '../../base/is-record'
import { itemAt } from '../../base/item-at'
import { memoized } from '../../base/memoized'
import type { FrontMatter, HeadData } from '../../front-matter/read/parse'
import type { SplitPost } from '../../front-matter/read/split'
import { charactersOf } from '../../text/words'
import { type CommonFieldValues, commonFieldsOf } from './common-values'
import { type Place, placesIn } from './place'

/** A field of the front matter as checks see it. */
export interface HeadField {
  /** A dotted path inside a group. */
  readonly key: string
  readonly kind: 'empty' | 'text' | 'list' | 'other'
  /** Texts, numbers and booleans: the value, or the items of a list; long ones are truncated. */
  readonly values: readonly string[]
  /** Length of a text. */
  readonly length: number
  /** The place of its value, or of its key if the value is on the lines below. */
  readonly at: Place
  /** The place of each value in the text; null if it is not written literally, for example with escapes. */
  readonly places: readonly (Place | null)[]
}

/** The front matter of a post as checks see it. */
export interface HeadParts {
  /** Why it cannot be read; null if it can. */
  readonly problem: { readonly message: string; readonly line: number } | null
  readonly exists: boolean
  readonly common: CommonFieldValues
  /** The values that its address depends on. */
  readonly addresses: AddressHead
  readonly fields: readonly HeadField[]
  /** The place for reports of missing fields: the first line. */
  readonly at: Place
}

const longestValue = 500
const maxItems = 100

/** Reads the head of a post for the checks. */
export const readHeadParts = (text: string, split: SplitPost, read: FrontMatter): HeadParts => {
  const place = placesIn(text)
  const firstLine = Math.max(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'))
  const at = place(0, Math.max(firstLine, Math.min(1, text.length)))
  const problem = read.kind === 'broken' ? { message: read.message, line: read.line } : null
  const data: HeadData = read.kind === 'parsed' ? read.data : {}
  const find = finderIn(text.slice(split.content.from, split.content.to), split.content.from)
  const fields = Object.entries(data).flatMap(([key, value]) => {
    const own = fieldOf(key, value, find(key, null), text, place)
    if (!isRecord(value)) return [own]
    return [
      own,
      ...Object.entries(value).map(([name, inner]) =>
        fieldOf(`${key}.${name}`, inner, find(name, key), text, place),
      ),
    ]
  })
  return {
    problem,
    exists: split.language !== 'none',
    common: commonFieldsOf(data),
    addresses: addressHead(data),
    fields,
    at,
  }
}

interface Extent {
  readonly from: number
  /** End of the line with the key. */
  readonly lineEnd: number
  /** End of the value with all its lines. */
  readonly to: number
  readonly keyFrom: number
}

type Find = (key: string, group: string | null) => Extent | null

/** Finds keys by line patterns. Used only to underline findings, not to decide them. */
const finderIn = (content: string, offset: number): Find => {
  const find = (key: string, from: number, to: number): Extent | null => {
    const part = content.slice(from, to)
    const match = keyPattern(key).exec(part)
    if (!match) return table(key, part, from)
    const start = from + match.index + match[0].length
    const keyFrom = from + match.index + itemAt(match, 1).length + itemAt(match, 2).length
    const indent = itemAt(match, 2).length
    const end = content.indexOf('\n', start)
    const lineEnd = end < 0 ? content.length : end
    return {
      keyFrom: keyFrom + offset,
      from: start + offset,
      lineEnd: lineEnd + offset,
      to: below(lineEnd, indent) + offset,
    }
  }
  const table = (key: string, part: string, from: number): Extent | null => {
    const match = new RegExp(`(?:^|\\n)\\[+[ \\t]*(${escaped(key)})[ \\t]*\\]+[^\\n]*`).exec(part)
    if (!match) return null
    const start = from + match.index + match[0].indexOf('[')
    const lineEnd = from + match.index + match[0].length
    const next = content.slice(lineEnd).search(/\n\[/)
    return {
      keyFrom: start + offset,
      from: lineEnd + offset,
      lineEnd: lineEnd + offset,
      to: (next < 0 ? content.length : lineEnd + next) + offset,
    }
  }
  const below = (lineEnd: number, indent: number): number => {
    let end = lineEnd
    while (end < content.length) {
      const next = content.indexOf('\n', end + 1)
      const line = content.slice(end + 1, next < 0 ? content.length : next)
      const depth = line.length - line.trimStart().length
      if (line.trim() !== '' && depth <= indent && !/^[ \t]*[-\]})]/.test(line)) break
      end = next < 0 ? content.length : next
    }
    return end
  }
  return (key, group) => {
    if (group === null) return find(key, 0, content.length)
    const around = find(group, 0, content.length)
    return around && find(key, around.from - offset, around.to - offset)
  }
}

/** Cached, because the posts of a site have the same keys. */
const keyPattern = memoized(
  500,
  (key) => new RegExp(`(^|[\\n{,])([ \\t]*)(["']?)${escaped(key)}\\3[ \\t]*[:=][ \\t]*`),
)

const escaped = (key: string): string => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** In characters as readers see them, which matters only for long texts. */
const lengthOf = (text: string): number => (text.length > shortText ? charactersOf(text) : text.length)

const shortText = 100

const fieldOf = (
  key: string,
  value: unknown,
  extent: Extent | null,
  text: string,
  place: (from: number, to: number) => Place,
): HeadField => {
  const items = Array.isArray(value) ? value.slice(0, maxItems) : [value]
  const values = items.flatMap((item) =>
    ['string', 'number', 'boolean'].includes(typeof item) ? [String(item).slice(0, longestValue)] : [],
  )
  let from = extent?.from ?? 0
  const places = values.map((written) => {
    if (!extent || written === '') return null
    const at = text.indexOf(written, from)
    if (at < 0 || at + written.length > extent.to) return null
    from = at + written.length
    return place(at, from)
  })
  const kind = Array.isArray(value)
    ? 'list'
    : values.length > 0 && typeof value !== 'boolean'
      ? 'text'
      : 'other'
  const isEmpty =
    value === null ||
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  const line = extent && text.slice(extent.from, extent.lineEnd).trimEnd()
  return {
    key,
    kind: isEmpty ? 'empty' : kind,
    values,
    length: typeof value === 'string' ? lengthOf(value.trim()) : 0,
    at:
      (values.length === 1 ? places[0] : null) ??
      (extent
        ? line
          ? place(extent.from, extent.from + line.length)
          : place(extent.keyFrom, extent.lineEnd)
        : place(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'))),
    places,
  }
}
