import type MarkdownIt from 'markdown-it'
import type { StateBlock } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { isIndentedCode, lineEnd, textStart } from '../tags/state-lines'

/** Most terms before a description, so that a long paragraph is not searched from each of its lines. */
const mostTerms = 100

/** Where the text of a description begins, whose `:` begins the line; null for any other line. */
const textOfDescription = (state: StateBlock, line: number): number | null => {
  if (state.isEmpty(line) || itemAt(state.sCount, line) !== state.blkIndent) return null
  const start = textStart(state, line)
  const text = /^:[ \t]+(?=[^ \t])/.exec(state.src.slice(start, lineEnd(state, line)))?.[0]
  return text === undefined ? null : start + text.length
}

const firstFilled = (state: StateBlock, line: number, endLine: number): number => {
  let at = line
  while (at < endLine && state.isEmpty(at)) at++
  return at
}

/** The line of the first description of the paragraph at `line`, each line of which is a term; null without one. */
const descriptionOf = (state: StateBlock, line: number, endLine: number): number | null => {
  let terms = line
  while (terms < endLine && terms - line < mostTerms && !state.isEmpty(terms)) {
    if (textOfDescription(state, terms) !== null) break
    terms++
  }
  const found = firstFilled(state, terms, endLine)
  if (terms === line || found >= endLine || textOfDescription(state, found) === null) return null
  return isOneParagraph(state, line, terms, endLine) ? found : null
}

const isOneParagraph = (state: StateBlock, line: number, end: number, endLine: number): boolean => {
  const { parentType } = state
  state.parentType = 'paragraph'
  const rules = state.md.block.ruler.getRules('paragraph')
  let isOne = true
  for (let at = line + 1; at < end && isOne; at++) {
    isOne =
      itemAt(state.sCount, at) >= state.blkIndent &&
      (isIndentedCode(state, at) || !rules.some((rule) => rule(state, at, endLine, true)))
  }
  state.parentType = parentType
  return isOne
}

const pushTerm = (state: StateBlock, line: number): void => {
  state.push('dt_open', 'dt', 1).map = [line, line + 1]
  const inline = state.push('inline', '', 0)
  inline.map = [line, line + 1]
  inline.content = state.getLines(line, line + 1, state.blkIndent, false).trim()
  inline.children = []
  state.push('dt_close', 'dt', -1)
}

const readDescription = (state: StateBlock, line: number, endLine: number, isLoose: boolean): void => {
  const from = textOfDescription(state, line) ?? textStart(state, line)
  const open = state.push('dd_open', 'dd', 1)
  const first = state.tokens.length
  const { tight, ddIndent, blkIndent, parentType } = state
  const [tShift, sCount] = [itemAt(state.tShift, line), itemAt(state.sCount, line)]
  const indent = blkIndent + Math.min(from - textStart(state, line), 5)
  state.ddIndent = blkIndent
  state.blkIndent = indent
  state.tShift[line] = from - itemAt(state.bMarks, line)
  state.sCount[line] = indent
  state.md.block.tokenize(state, line, endLine)
  Object.assign(state, { tight, ddIndent, blkIndent, parentType })
  state.tShift[line] = tShift
  state.sCount[line] = sCount
  open.map = [line, state.line]
  const [paragraph, , close] = state.tokens.slice(first, first + 3)
  if (!isLoose && paragraph?.type === 'paragraph_open' && close) paragraph.hidden = close.hidden = true
  state.push('dd_close', 'dd', -1)
}

const readList = (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
  // A description ends the paragraph of the one before.
  if (silent) {
    if (state.ddIndent < 0 || itemAt(state.sCount, startLine) >= state.blkIndent) return false
    const { blkIndent } = state
    state.blkIndent = state.ddIndent
    const isNext = textOfDescription(state, startLine) !== null
    state.blkIndent = blkIndent
    return isNext
  }
  let line = startLine
  let next = isIndentedCode(state, line) ? null : descriptionOf(state, line, endLine)
  if (next === null) return false
  const open = state.push('dl_open', 'dl', 1)
  while (next !== null) {
    for (; line < next && !state.isEmpty(line); line++) pushTerm(state, line)
    for (line = next; line < endLine && textOfDescription(state, line) !== null; line = state.line)
      readDescription(state, line, endLine, state.isEmpty(line - 1))
    const isInside = line < endLine && itemAt(state.sCount, line) >= state.blkIndent
    next = isInside && !isIndentedCode(state, line) ? descriptionOf(state, line, endLine) : null
    const others = next === null ? [] : state.md.block.ruler.getRules('paragraph')
    if (others.some((rule) => rule(state, line, endLine, true))) next = null
  }
  open.map = [startLine, line]
  state.push('dl_close', 'dl', -1)
  state.line = line
  return true
}

/** Goldmark's definition lists: each line of a paragraph is a term, and `: ` begins each description. */
export const definitionLists = (md: MarkdownIt): void => {
  md.block.ruler.before('paragraph', 'dl', readList, { alt: ['paragraph', 'reference', 'blockquote'] })
}
