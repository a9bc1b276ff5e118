import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

/**
 * hexo-renderer-marked's description lists: a paragraph with a line that begins with `: `. The text before
 * the last such line is the term, the rest the description.
 */
export const descriptionLists = (md: MarkdownIt): void => {
  md.core.ruler.after('inline', 'description_lists', (state) => {
    for (let at = 0; at + 2 < state.tokens.length; at++) {
      const [open, inline, close] = state.tokens.slice(at, at + 3)
      if (open?.type !== 'paragraph_open' || open.hidden || !inline?.children || !close) continue
      const mark = lastMark(inline.children)
      if (mark === null) continue
      const [term, description] = [inline.children.slice(0, mark), inline.children.slice(mark + 1)]
      if (!isLong(term, 0) || !isLong(description, 2)) continue
      const text = inline.children[mark + 1]
      if (text) text.content = text.content.replace(/^:\s+/, '')
      const make = (type: string, tag: string, nesting: Token['nesting']): Token => {
        const token = new state.Token(type, tag, nesting)
        token.block = true
        token.map = open.map
        return token
      }
      const part = (children: Token[]): Token => {
        const token = make('inline', '', 0)
        token.children = children
        return token
      }
      state.tokens.splice(
        at,
        3,
        ...[make('dl_open', 'dl', 1), make('dt_open', 'dt', 1), part(term)],
        ...[make('dt_close', 'dt', -1), make('dd_open', 'dd', 1), part(description)],
        ...[make('dd_close', 'dd', -1), make('dl_close', 'dl', -1)],
      )
    }
  })
}

/** Its pattern needs two characters on both sides, behind the `: `; elements are always longer. */
const isLong = (children: readonly Token[], skipped: number): boolean =>
  children.some(({ type }) => type !== 'text') ||
  children
    .map(({ content }) => content)
    .join('')
    .trim().length -
    skipped >
    1

const lastMark = (children: readonly Token[]): number | null => {
  for (let at = children.length - 2; at > 0; at--) {
    const isBreak = children[at]?.type === 'softbreak' || children[at]?.type === 'hardbreak'
    const next = children[at + 1]
    if (isBreak && next?.type === 'text' && /^:\s+(?:\S|$)/.test(next.content)) return at
  }
  return null
}
