import type MarkdownIt from 'markdown-it'
import { itemAt } from '../../base/item-at'

/**
 * A line that is not marked or indented as part of its quote or list does not continue the paragraph there,
 * as in old versions of remark. In CommonMark it is a lazy continuation.
 */
export const ownLines = (md: MarkdownIt): void => {
  const paragraph = md.block.ruler.getRules('').at(-1)
  if (!paragraph) throw new Error('There is a rule for paragraphs')
  md.block.ruler.at('paragraph', (state, startLine, endLine, silent) => {
    let end = startLine + 1
    while (end < endLine && !state.isEmpty(end) && itemAt(state.sCount, end) >= state.blkIndent) end++
    const { lineMax } = state
    if (end < endLine && !state.isEmpty(end)) state.lineMax = end
    const found = paragraph(state, startLine, state.lineMax < endLine ? state.lineMax : endLine, silent)
    state.lineMax = lineMax
    return found
  })
}
