import { itemAt } from '../../base/item-at'
import { type JsxTag, jsxTagAt } from '../../markdown/mdx/jsx-tag'
import { codeAsker, codeRanges } from '../../references/code-ranges'
import { imagesInCode } from '../../references/references'
import type { Gathered } from './gathered'
import { attributesOf, type HtmlTag } from './html-tags'
import { rangesBetween, sortedRanges } from './ranges'

/** The parts of a body in MDX that are not markdown. */
export interface MdxParts {
  /** The body with blanks in place of these parts, so that offsets stay the same. */
  readonly markdown: string
  /** The tags, with offsets in the post. */
  readonly tags: readonly HtmlTag[]
  /** Imports, exports, comments and indented code blocks: alternating starts and ends, as offsets in the body. */
  readonly hidden: readonly number[]
}

/** Reads the imports, exports, comments and tags of a body in MDX that starts at an offset of the post. */
export const readMdx = (body: string, bodyFrom: number): MdxParts => {
  const code = codeRanges(body, 0, 'mdx')
  const hidden = sortedRanges([
    ...modules(body, codeAsker(code)),
    ...indentedFences(body, code),
    ...rangesBetween(body, '{/*', '*/}'),
    ...rangesBetween(body, '<!--', '-->'),
  ])
  const isNoTag = codeAsker(sortedRanges([...hidden, ...code]))
  const tags: HtmlTag[] = []
  const places: number[] = []
  for (let at = body.indexOf('<'), next = 0; at >= 0; at = body.indexOf('<', next)) {
    next = at + 1
    if (isNoTag(at) || body.charAt(at - 1) === '\\') continue
    const tag = jsxTagAt(body, at, body.length)
    if (!tag) continue
    next = tag.end
    places.push(at, tag.end)
    if (tag.name !== '') tags.push(htmlTag(body, at, tag, bodyFrom))
  }
  return { markdown: blanked(body, sortedRanges([...hidden, ...places])), tags, hidden }
}

/** Collects the images of imports and expressions: `require('@site/static/a.png')`. */
export const readImagesInCode = (all: Gathered, bodyFrom: number): void => {
  for (const { target, from, to } of imagesInCode(all.text, bodyFrom)) {
    const place = all.place(from, to)
    all.images.push({
      ...place,
      kind: 'image',
      target,
      whole: place,
      words: null,
      wordsAt: to,
      written: 'html',
    })
  }
}

const htmlTag = (body: string, at: number, { name, kind, end }: JsxTag, bodyFrom: number): HtmlTag => {
  const afterName = body.indexOf(name, at) + name.length
  return {
    name,
    at: bodyFrom + at,
    length: end - at,
    isEnd: kind === 'close',
    isSelfClosed: kind === 'empty',
    attributes: kind === 'close' ? [] : attributesOf(body.slice(afterName, end - 1), bodyFrom + afterName),
  }
}

/** Closed fences that are indented like the tags around them, which a CommonMark parser does not close. */
const indentedFences = (body: string, code: readonly number[]): readonly number[] => {
  const ranges: number[] = []
  for (let index = 0; index < code.length; index += 2) {
    const from = itemAt(code, index)
    const to = itemAt(code, index + 1)
    const line = body.slice(body.lastIndexOf('\n', from - 1) + 1, from)
    if (/^(?: {4}|[ ]*\t)\s*$/.test(line) && closedFence.test(body.slice(from, to))) ranges.push(from, to)
  }
  return ranges
}

const closedFence = /^(`{3,}|~{3,})[\s\S]*\n[ \t]*\1[`~]*[ \t]*$/

const moduleStart =
  /^(?:import\s*['"{*\w]|export\s+(?:(?:const|let|var|default|function|async|class)\b|[{*]))/gm

/** Imports and exports, up to an empty line outside all brackets. */
const modules = (body: string, isCode: (at: number) => boolean): readonly number[] => {
  const ranges: number[] = []
  for (const { index } of body.matchAll(moduleStart)) {
    if (
      index < (ranges.at(-1) ?? 0) ||
      isCode(index) ||
      !/(?:^|\n)[ \t]*\n$|^$/.test(body.slice(Math.max(0, index - 100), index))
    )
      continue
    ranges.push(index, endOfModule(body, index))
  }
  return ranges
}

const endOfModule = (body: string, from: number): number => {
  let depth = 0
  for (let at = from; at < body.length; at++) {
    const sign = body.charAt(at)
    if (/[{([]/.test(sign)) depth += 1
    else if (/[})\]]/.test(sign)) depth -= 1
    else if (sign === '\n' && depth <= 0 && /^\n[ \t]*(?:\n|$)/.test(body.slice(at, at + 100))) return at
  }
  return body.length
}

const blanked = (text: string, ranges: readonly number[]): string => {
  let result = ''
  let from = 0
  for (let index = 0; index < ranges.length; index += 2) {
    const start = itemAt(ranges, index)
    const end = itemAt(ranges, index + 1)
    result += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, ' ')
    from = end
  }
  return result + text.slice(from)
}
