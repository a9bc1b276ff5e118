import type MarkdownIt from 'markdown-it'
import type { StateBlock } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { isIndentedCode } from '../tags/state-lines'

/** Runs `read` as if the indentation of a line were that of its container. */
const unindented = <T>(state: StateBlock, line: number, read: () => T): T => {
  const { blkIndent } = state
  state.blkIndent = itemAt(state.sCount, line)
  const result = read()
  state.blkIndent = blkIndent
  return result
}

/** Without indented code, as in MDX, blocks may be indented by any number of blanks. */
export const indentedBlocks = (md: MarkdownIt): void => {
  const { ruler } = md.block
  ruler.before('table', 'mdx_indented', (state, line, endLine, silent) => {
    if (silent || !isIndentedCode(state, line)) return false
    unindented(state, line, () => state.md.block.tokenize(state, line, endLine))
    return true
  })
  const paragraph = ruler.getRules('').at(-1)
  if (!paragraph) throw new Error('There is a rule for paragraphs')
  // Such a block also ends a paragraph.
  ruler.at('paragraph', (state, startLine, endLine, silent) => {
    const end = endOfParagraph(state, startLine, endLine)
    const { lineMax } = state
    state.lineMax = Math.min(lineMax, end)
    const found = paragraph(state, startLine, end, silent)
    state.lineMax = lineMax
    return found
  })
}

/** How many lines of a paragraph may be looked at: else each of many is compared with all lines below. */
const mostLines = 500

const endOfParagraph = (state: StateBlock, startLine: number, endLine: number): number => {
  const { parentType } = state
  state.parentType = 'paragraph'
  const rules = state.md.block.ruler.getRules('paragraph')
  const last = Math.min(endLine, startLine + mostLines)
  let found = endLine
  for (let line = startLine + 1; line < last && found === endLine; line++) {
    if (state.isEmpty(line) || itemAt(state.sCount, line) < state.blkIndent) break
    const at = line
    if (!isIndentedCode(state, at)) continue
    if (unindented(state, at, () => rules.some((rule) => rule(state, at, endLine, true)))) found = at
  }
  state.parentType = parentType
  return found
}
