import { syntaxTree } from '@codemirror/language'
import type { EditorState, Line } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'

/** The direction of a line, and its parts that are always left to right: code, formulas and addresses. */
export interface LineReading {
  readonly at: number
  readonly dir: 'ltr' | 'rtl' | 'auto'
  readonly isolates: readonly { readonly from: number; readonly to: number }[]
}

const rightToLeft = /[\u0591-\u08ff\ufb1d-\ufdfd\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const letter = /\p{L}/gu
/** How much of a paragraph is searched for its first letter. */
const maxLooked = 2000

/** Whether a text has right-to-left letters. */
export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text)

// Text that is not prose on the page: code is isolated there, marks and addresses are not shown.
const noWords = new Set(['InlineCode', 'TaskMarker', 'ListMark', 'QuoteMark', 'Image'])
const htmlTag = /<\/?[a-z][^<>]*>/gi
// As in pandoc: no space inside the marks, no digit after them.
const formula = /(?<![\\$])(\$\$?)(?![\s$])(?:\\.|[^$\\\n])*?(?<!\s)\1(?![\d$])/g
const codeBlocks = new Set(['FencedCode', 'CodeBlock'])
const textBlock = /^(?:Paragraph|Task|ATXHeading\d|SetextHeading\d|TableCell)$/

/**
 * The directions of the lines of a range if any has right-to-left letters: a paragraph as on the page, by its first
 * letter; code left to right.
 */
export const readingDirections = (state: EditorState, from: number, to: number): readonly LineReading[] => {
  const readings: LineReading[] = []
  let block: { readonly to: number; readonly dir: LineReading['dir'] } | null = null
  for (let at = from; at <= to; ) {
    const line = state.doc.lineAt(at)
    at = line.to + 1
    const has = hasRightToLeft(line.text)
    if (!has && (block === null || line.from > block.to)) continue
    if (block === null || line.from > block.to) block = blockAt(state, line)
    readings.push({ at: line.from, dir: block.dir, isolates: has ? codeIn(state, line) : [] })
  }
  return readings
}

/** The block that determines the direction of a line; for a table row, the line itself. */
const blockAt = (
  state: EditorState,
  line: Line,
): { readonly to: number; readonly dir: LineReading['dir'] } => {
  const start = line.from + (/^\s*/.exec(line.text)?.[0].length ?? 0)
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(start, 1)
  let found: SyntaxNode | null = null
  for (; node !== null; node = node.parent) {
    if (codeBlocks.has(node.name)) return { to: line.to, dir: 'ltr' }
    if (textBlock.test(node.name)) found = node
  }
  // A list item begins with its mark, and the paragraph follows it.
  found ??= blockBehind(state, line)
  if (found === null || found.name === 'TableCell')
    return { to: line.to, dir: firstLetter(state, line.from, line.to) }
  return { to: found.to, dir: firstLetter(state, found.from, found.to) }
}

const blockBehind = (state: EditorState, line: Line): SyntaxNode | null => {
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(line.to, -1); node; node = node.parent)
    if (textBlock.test(node.name) && node.from >= line.from) return node
  return null
}

const firstLetter = (state: EditorState, from: number, to: number): LineReading['dir'] => {
  const end = Math.min(to, from + maxLooked)
  const text = state.doc.sliceString(from, end)
  const left = [
    ...rangesOf(state, from, end, noWords),
    ...formulasIn(text, from),
    ...Array.from(text.matchAll(htmlTag), ({ index, 0: tag }) => ({
      from: from + index,
      to: from + index + tag.length,
    })),
  ]
  for (const { index, 0: found } of text.matchAll(letter)) {
    const at = from + index
    if (!left.some((range) => range.from <= at && at < range.to))
      return rightToLeft.test(found) ? 'rtl' : 'ltr'
  }
  return 'auto'
}

const codeIn = (state: EditorState, { from, to, text }: Line): LineReading['isolates'] => {
  const code = rangesOf(state, from, to, new Set(['InlineCode'])).filter(
    (range) => range.from >= from && range.to <= to,
  )
  const formulas = formulasIn(text, from).filter((one) =>
    code.every((range) => range.to <= one.from || one.to <= range.from),
  )
  return [...code, ...formulas].sort((a, b) => a.from - b.from)
}

const formulasIn = (text: string, start: number): LineReading['isolates'] =>
  Array.from(text.matchAll(formula), ({ index, 0: found }) => ({
    from: start + index,
    to: start + index + found.length,
  }))

const rangesOf = (state: EditorState, from: number, to: number, names: ReadonlySet<string>) => {
  const ranges: { readonly from: number; readonly to: number }[] = []
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      const isAddress = node.name === 'URL' && node.node.parent?.name === 'Link'
      if (!names.has(node.name) && !isAddress) return
      ranges.push({ from: node.from, to: node.to })
    },
  })
  return ranges
}
