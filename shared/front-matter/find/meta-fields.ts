import { itemAt } from '../../base/item-at'
/** A field of a head with one field per line; offsets are in the content. */
export interface MetaField {
  readonly key: string
  /** One value per line; indented lines continue the field. */
  readonly values: readonly { readonly from: number; readonly to: number; readonly text: string }[]
  /** The range of the field's lines, with their line breaks. */
  readonly from: number
  readonly to: number
  /** The offset of the key. */
  readonly keyFrom: number
}

/** `Key: value` lines, and the `.. key: value` lines of Nikola. */
export type LineLanguage = 'meta' | 'dotted'

// Python-Markdown's META_RE and META_MORE_RE; Nikola's own pattern.
const metaLine = /^( {0,3})([A-Za-z0-9_-]+):([ \t]*)(.*)$/
const moreLine = /^( {4,})(\S.*)$/
const dottedLine = /^([ \t]*\.\. )([^\s:]+):([ \t]*)(.*)$/

/** Key and value of a `Key: value` line; null for any other line. */
export const asMetaLine = (line: string): { readonly key: string; readonly value: string } | null => {
  const [, , key, , value] = metaLine.exec(line) ?? []
  return key === undefined || value === undefined ? null : { key, value: value.trim() }
}

const known = new Set(
  'title date modified tags keywords category categories slug author authors summary status lang template save_as url description subtitle'.split(
    ' ',
  ),
)

/** True for keys with a meaning in Pelican or MultiMarkdown; `key` must be in lower case. */
export const isKnownKey = (key: string): boolean => known.has(key)

// Keys that do not occur at the start of ordinary text. A title and an author do, for example in a review.
const surely = new Set(
  'date modified tags keywords category categories slug status lang template save_as'.split(' '),
)

/** True if `Key: value` lines can only be a head; with only a title they may be the start of a text. */
export const isSurelyHead = (content: string): boolean =>
  metaFields(content, 'meta').some(({ key }) => surely.has(key.toLowerCase()))

/** The fields of a head with one field per line, with their positions. Duplicate keys are all listed. */
export const metaFields = (content: string, language: LineLanguage): MetaField[] => {
  const fields: MetaField[] = []
  let from = 0
  for (const line of content.split(/(?<=\n)/)) {
    const text = line.replace(/\n$/, '')
    const [, start = '', key, gap = '', value = ''] =
      (language === 'meta' ? metaLine : dottedLine).exec(text) ?? []
    const last = fields.at(-1)
    const more = language === 'meta' ? moreLine.exec(text) : null
    if (key !== undefined) {
      const at = from + start.length + key.length + 1 + gap.length
      const keyFrom = from + start.length
      fields.push({ key, values: [valueAt(at, value)], from, to: from + line.length, keyFrom })
    } else if (more && last)
      fields[fields.length - 1] = {
        ...last,
        values: [...last.values, valueAt(from + itemAt(more, 1).length, itemAt(more, 2))],
        to: from + line.length,
      }
    from += line.length
  }
  return fields
}

const valueAt = (from: number, value: string) => {
  const text = value.trimEnd()
  return { from, to: from + text.length, text }
}
