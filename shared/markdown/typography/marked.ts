import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

const begin = /(^|[-—/([{"\s])'/g
const beginDouble = /(^|[-—/([{‘\s])"/g

/** As hexo-renderer-marked: each text token separately, so a quote right after emphasis or code opens. */
export const markedTypography = (md: MarkdownIt): void => {
  md.core.ruler.after('replacements', 'marked_typography', (state) => {
    for (const block of state.tokens) {
      if (block.type !== 'inline' || !block.children || !/['"]|--|\.\.\./.test(block.content)) continue
      let addresses = 0
      let before: Token | undefined
      for (const token of block.children) {
        if (token.info === 'auto') addresses += token.nesting
        const behindEntity = before?.type === 'text_special' && before.info === 'entity'
        if (token.type === 'text' && addresses === 0)
          token.content = behindEntity ? curly(`;${token.content}`).slice(1) : curly(token.content)
        before = token
      }
    }
  })
}

const curly = (text: string): string =>
  text
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replace(begin, '$1‘')
    .replaceAll("'", '’')
    .replace(beginDouble, '$1“')
    .replaceAll('"', '”')
    .replaceAll('...', '…')
