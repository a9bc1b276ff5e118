import type MarkdownIt from 'markdown-it'
import type { StateBlock, Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { ruleNamed } from '../tags/rule-named'
import { lineEnd } from '../tags/state-lines'

/** Cells that a table may have beyond the characters of its source. */
const spare = 1000

/**
 * Rows shorter than the head are filled up with empty cells. If these outgrow the source by far, as in a
 * table of hundreds of columns and rows of one character, they are left out: browsers show the same, and
 * memory is bounded.
 */
export const shortRows = (md: MarkdownIt): void => {
  const table = ruleNamed(md, 'table')
  if (!table) throw new Error('There is a rule for tables')
  const limited = (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
    const from = state.tokens.length
    if (!table(state, startLine, endLine, silent)) return false
    if (silent) return true
    const source = lineEnd(state, state.line - 1) - itemAt(state.bMarks, startLine)
    if (state.tokens.length - from > 3 * (source + spare)) dropFilling(state.tokens, from)
    return true
  }
  md.block.ruler.at('table', limited, { alt: ['paragraph', 'reference'] })
}

// A cell is three tokens: it opens, holds text, and closes.
const dropFilling = (tokens: Token[], from: number): void => {
  let kept = from
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) continue
    if (token.type === 'tr_close') {
      while (tokens[kept - 1]?.type === 'td_close' && tokens[kept - 2]?.content === '') kept -= 3
    }
    tokens[kept++] = token
  }
  tokens.length = kept
}
