import { itemAt } from '../../base/item-at'
/** An HTML tag in a text; `at` is its offset. */
export interface HtmlTag {
  readonly name: string
  readonly at: number
  readonly length: number
  readonly isEnd: boolean
  readonly isSelfClosed: boolean
  readonly attributes: readonly HtmlAttribute[]
}

export interface HtmlAttribute {
  readonly name: string
  /** Null if it has none. */
  readonly value: string | null
  /** The offset of the value, after its quote. */
  readonly at: number
}

const tag =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([A-Za-z][\w.-]*)(?![\w.-])((?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^'"<>{}]|<(?![A-Za-z])|\{(?![^{}]*\})|\})*)>/g
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** The tags in a piece of HTML, except in comments; `offset` is added to their offsets. */
export const htmlTags = (html: string, offset: number): HtmlTag[] => {
  const tags: HtmlTag[] = []
  let raw: string | null = null
  for (const match of html.matchAll(tag)) {
    const [all, end, name, rest = ''] = match
    if (name === undefined || (raw !== null && (end !== '/' || name.toLowerCase() !== raw))) continue
    raw = end !== '/' && isRaw.test(name) && !/\/\s*$/.test(rest) ? name.toLowerCase() : null
    const start = offset + match.index + 1 + (end?.length ?? 0) + name.length
    tags.push({
      name,
      at: offset + match.index,
      length: all.length,
      isEnd: end === '/',
      isSelfClosed: /\/\s*$/.test(rest),
      attributes: end === '/' ? [] : attributesOf(rest, start),
    })
  }
  return tags
}

/** Elements that contain no tags. */
const isRaw = /^(?:script|style|textarea|title)$/i

/** The attributes in a tag; `start` is the offset of the written text. */
export const attributesOf = (written: string, start: number): HtmlAttribute[] =>
  Array.from(written.matchAll(attribute), (match) => {
    const value = match[2] ?? match[3] ?? match[4] ?? null
    const inside = value === null ? 0 : match[0].length - value.length - (match[4] === undefined ? 1 : 0)
    return { name: itemAt(match, 1).toLowerCase(), value, at: start + match.index + inside }
  })

/** The attribute of a tag; null if it has none. */
export const attributeOf = ({ attributes }: HtmlTag, name: string): HtmlAttribute | null =>
  attributes.find((one) => one.name === name) ?? null

const withoutEnd = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Elements whose end tag may be omitted, or is added by browsers. */
const endMayMiss = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt html head body caption'.split(' '),
)

/** The tags of elements that are opened and never closed. */
export const openTags = (tags: readonly HtmlTag[]): HtmlTag[] => {
  const open: HtmlTag[] = []
  for (const one of tags) {
    const name = one.name.toLowerCase()
    if (withoutEnd.has(name) || one.isSelfClosed) continue
    if (!one.isEnd) open.push(one)
    else {
      const at = open.findLastIndex((other) => other.name.toLowerCase() === name)
      if (at >= 0) open.splice(at, 1)
    }
  }
  return open.filter(({ name }) => !endMayMiss.has(name.toLowerCase()))
}
