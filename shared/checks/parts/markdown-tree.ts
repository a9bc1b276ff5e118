import type { Tree } from '@lezer/common'
import { parser } from '@lezer/markdown'
import { piecesOf } from '../../text/pieces'
import { plainBlocks } from '../../text/plain-blocks'

const quickParser = (remove: readonly string[]) => {
  const quick = parser.configure({
    // Checks do not need emphasis and line breaks, which take a third of the time.
    remove: ['Emphasis', 'HardBreak', 'Entity', ...remove],
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
  return quick
}

const markdown = quickParser([])
const mdx = quickParser(['IndentedCode', 'HTMLBlock'])

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
  return markdown.parse(withFootnotes(tagged))
}

/** The same for the markdown of a body in MDX, which has no indented code and no HTML. */
export const treeOfMdx = (body: string): Tree => mdx.parse(withFootnotes(body))

const withFootnotes = (body: string): string => {
  const plain = body.includes('\t') ? body.replace(tabAfterMark, '$1 ') : body
  return plain.includes('[^') ? footnotesAsQuotes(plain) : plain
}

/** The parser does not let a paragraph that is indented with a tab continue an item whose mark a tab follows. */
const tabAfterMark = /^([ \t>]*(?:[-*+]|\d{1,9}[.)]))\t/gm

const noteStart = /^([ >]*)\[(\^[^\]\s]+)\]:/
const otherBlock = /^ {0,3}(?:#|>|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}|<)/
const isIndented = /^(?: {4}|\t)/

/**
 * The text with footnotes in a form that a CommonMark parser reads as prose, with the same offsets: a note is
 * no link definition, and its indented paragraphs are quotes, not code.
 */
const footnotesAsQuotes = (text: string): string => {
  const lines = text.split('\n')
  let isInNote = false
  let isAfterEmpty = false
  const quoted: number[] = []
  for (const [index, line] of lines.entries()) {
    if (noteStart.test(line)) {
      lines[index] = line.replace(noteStart, '$1($2):')
      isInNote = true
      isAfterEmpty = false
    } else if (line.trim() === '') isAfterEmpty = true
    else if (isIndented.test(line) && isInNote && isAfterEmpty) quoted.push(index)
    else if (isAfterEmpty || otherBlock.test(line)) isInNote = false
  }
  // A quote would end at the empty lines of a code block in it.
  if (quoted.some((index) => /^\s*(?:`{3}|~{3})/.test(lines[index] ?? ''))) return lines.join('\n')
  for (const index of quoted) lines[index] = `>${(lines[index] ?? '').slice(1)}`
  return lines.join('\n')
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
