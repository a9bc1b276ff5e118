import type MarkdownIt from 'markdown-it'
import { isHtmlName } from '../html/html-names'
import { isIndentedCode, textStart } from '../tags/state-lines'

const tag = /^<\/?([A-Za-z][\w-]*)(?=\s|\/?>|$)/
const oneLine =
  /^<[^\s>/]+(?:[\s/][^<>]*)?\/>|^<([A-Za-z][\w-]*)(?![\w-])(?:"[^"]*"|'[^']*'|[^'"<>])*>.*<\/\1\s*>/

/** A line that begins with the tag of a component is HTML up to the next blank line, as in VitePress. */
export const componentHtml = (md: MarkdownIt): void => {
  md.block.ruler.before(
    'html_block',
    'component_html',
    (state, startLine, endLine, silent) => {
      const start = textStart(state, startLine)
      if (isIndentedCode(state, startLine) || state.src.charCodeAt(start) !== 60) return false
      const line = state.src.slice(start, state.eMarks[startLine])
      const name = tag.exec(line)?.[1]
      if (name === undefined || isHtmlName(name)) return false
      if (silent) return true
      let end = startLine + 1
      const whole = oneLine.exec(line)
      if (!whole) while (end < endLine && !state.isEmpty(end)) end++
      const token = state.push('html_block', '', 0)
      token.content = whole ? whole[0] : state.getLines(startLine, end, state.blkIndent, true)
      token.map = [startLine, end]
      if (whole && whole[0].length < line.length) {
        const rest = state.push('inline', '', 0)
        rest.content = line.slice(whole[0].length)
        rest.map = [startLine, end]
        rest.children = []
      }
      state.line = end
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  )
}
