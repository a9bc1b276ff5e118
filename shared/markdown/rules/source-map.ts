import type MarkdownIt from 'markdown-it'
import type { MarkdownEnv } from '../options/env'

/**
 * Writes `data-line` on elements inside a block: the line they start in, counted from the first line of the
 * block, so that a block that an edit moves down keeps its HTML.
 */
export const sourceMap = (md: MarkdownIt): void => {
  md.core.ruler.push('source_map', (state) => {
    const { firstLine = 0 } = state.env as MarkdownEnv
    for (const token of state.tokens) {
      if (!token.map || token.nesting < 0 || token.type === 'inline') continue
      const line = token.map[0] - firstLine
      if (line > 0) token.attrSet('data-line', String(line))
    }
  })
}
