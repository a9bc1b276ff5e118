import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

const imageAlone = (children: readonly Token[]): Token | null => {
  const [first, second, third] = children
  if (children.length === 1) return first?.type === 'image' ? first : null
  const linked = first?.type === 'link_open' && second?.type === 'image' && third?.type === 'link_close'
  return children.length === 3 && linked ? second : null
}

/**
 * An image alone in its paragraph becomes a figure with its title as the caption. The alternative text is not
 * used: it is for readers who cannot see the image.
 */
export const figures = (md: MarkdownIt): void => {
  md.core.ruler.after('inline', 'figures', (state) => {
    const tokens = state.tokens
    for (let i = 1; i < tokens.length - 1; i++) {
      const [open, inline, close] = [tokens[i - 1], tokens[i], tokens[i + 1]]
      if (open?.type !== 'paragraph_open' || open.hidden || !inline?.children || !close) continue
      const image = imageAlone(inline.children)
      if (!image) continue
      open.type = 'figure_open'
      open.tag = 'figure'
      close.type = 'figure_close'
      close.tag = 'figure'
      const title = image.attrGet('title')
      if (!title) continue
      image.attrs = (image.attrs ?? []).filter(([name]) => name !== 'title')
      const caption = new state.Token('text', '', 0)
      caption.content = String(title)
      inline.children.push(
        new state.Token('figcaption_open', 'figcaption', 1),
        caption,
        new state.Token('figcaption_close', 'figcaption', -1),
      )
    }
  })
}
