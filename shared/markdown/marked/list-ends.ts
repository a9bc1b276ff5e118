import type MarkdownIt from 'markdown-it'
import { itemAt } from '../../base/item-at'

const htmlBegins = /^<(?:[a-z].*>|!--)/i

/** HTML on a line not indented as an item ends the list; in other renderers it can continue the paragraph. */
export const listEnds = (md: MarkdownIt): void => {
  md.block.ruler.before(
    'html_block',
    'list_end',
    (state, startLine, _endLine, silent) => {
      const indent = itemAt(state.sCount, startLine)
      if (!silent || state.blkIndent === 0 || indent >= state.blkIndent || indent > 3) return false
      const from = itemAt(state.bMarks, startLine) + itemAt(state.tShift, startLine)
      return htmlBegins.test(state.src.slice(from, state.eMarks[startLine]))
    },
    { alt: ['paragraph'] },
  )
}
