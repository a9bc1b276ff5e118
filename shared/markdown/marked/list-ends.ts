import type MarkdownIt from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { ruleNamed } from '../tags/rule-named'
import { lineEnd, textStart } from '../tags/state-lines'

const htmlBegins = /^<(?:[a-z].*>|!--)/i

/** A marker with one blank and nothing else begins no list. */
const alone = /^(?:[*+-]|\d{1,9}[.)])[ \t]$/

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
  const list = ruleNamed(md, 'list')
  if (!list) throw new Error('There is a rule for lists')
  md.block.ruler.at(
    'list',
    (state, startLine, endLine, silent) => {
      const isItem = silent && itemAt(state.sCount, startLine) < state.blkIndent // of a list that has begun
      const isAlone = alone.test(state.src.slice(textStart(state, startLine), lineEnd(state, startLine)))
      return (isItem || !isAlone) && list(state, startLine, endLine, silent)
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  )
}
