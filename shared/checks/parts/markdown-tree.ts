import type { Tree } from '@lezer/common'
import { parser } from '@lezer/markdown'
import { piecesOf } from '../../text/pieces'
import { plainBlocks } from '../../text/plain-blocks'
import { footnotesAsQuotes } from './footnotes-as-quotes'

// Checks do not need emphasis and line breaks, which take a third of the time.
const quick = parser.configure({
  remove: ['Emphasis', 'HardBreak', 'Entity'],
  parseBlock: [plainBlocks(Number.POSITIVE_INFINITY)],
})

// Most prose has no character that starts inline syntax, and scanning it one by one is most of the work.
const parseInline = quick.parseInline.bind(quick)
quick.parseInline = (text, offset) => {
  if (!/[[\]`<\\]/.test(text)) return []
  let at = offset
  return piecesOf(text).flatMap((piece) => {
    at += piece.length
    return parseInline(piece, at - piece.length)
  })
}

const templateTag = /\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}/g

/**
 * The syntax tree of a body, with offsets in the body. Generators expand template tags before they parse
 * markdown, so each tag is treated as one word here: an address with a tag in it stays an address.
 */
export const treeOf = (body: string): Tree => {
  const tagged =
    body.includes('{{') || body.includes('{%')
      ? body.replace(templateTag, (tag) => tag.replace(/[^\w{}%]/g, '_'))
      : body
  return quick.parse(tagged.includes('[^') ? footnotesAsQuotes(tagged) : tagged)
}

/** The start of a block that generators do not parse as markdown, with the name that its end repeats. */
const opening =
  /\{%-?[ \t]*(highlight|raw|comment|codeblock|math)\b[^%]*%\}|\{\{[<%][ \t]*(highlight|math|raw)\b[^{}]*[>%]\}\}|(\$\$|\{\{\/\*)/g

const endOf = (tag = '', shortcode = '', sign = ''): string => {
  if (tag !== '') return String.raw`\{%-?[ \t]*end${tag}[ \t]*-?%\}`
  if (shortcode !== '') return String.raw`\{\{[<%][ \t]*\/[ \t]*${shortcode}[ \t]*[>%]\}\}`
  return sign === '$$' ? String.raw`\$\$` : String.raw`\*\/\}\}`
}

/** Alternating starts and ends of text that generators do not parse as markdown: code in tags, formulas. */
export const quietRanges = (body: string): readonly number[] => {
  const ranges: number[] = []
  if (!body.includes('{%') && !body.includes('{{') && !body.includes('$$')) return ranges
  const neverEnds = new Set<string>()
  for (const { index, 0: begin, 1: tag, 2: shortcode, 3: sign } of body.matchAll(opening)) {
    const source = endOf(tag, shortcode, sign)
    if (index < (ranges.at(-1) ?? 0) || neverEnds.has(source)) continue
    const end = new RegExp(source, 'g')
    end.lastIndex = index + begin.length
    if (end.test(body)) ranges.push(index, end.lastIndex)
    else neverEnds.add(source)
  }
  return ranges
}
