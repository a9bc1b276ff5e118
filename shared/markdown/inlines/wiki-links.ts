import type MarkdownIt from 'markdown-it'

const link = /(!?)\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,300}))?\]\](?![([])/y
const picture = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i
const size = /^\d{1,5}(?:x\d{1,5})?$/

/** Obsidian's `[[post]]`, `[[post#heading|label]]` and `![[image.png|300]]`; an embedded note is a link. */
export const wikiLinks = (md: MarkdownIt): void => {
  md.inline.ruler.before('link', 'wiki_link', (state, silent) => {
    const sign = state.src.charCodeAt(state.pos)
    if (sign !== 91 && sign !== 33) return false
    link.lastIndex = state.pos
    const found = link.exec(state.src)
    if (!found || state.pos + found[0].length > state.posMax) return false
    const [all, embeds, target = '', label] = found
    if (!silent) {
      const address = md.normalizeLink(target.trim())
      if (embeds && picture.test(target.trim())) {
        const image = state.push('image', 'img', 0)
        const [width = '', height] = label && size.test(label) ? label.split('x') : []
        image.attrs = [
          ['src', address],
          ['alt', ''],
        ]
        if (width) image.attrs.push(['width', width])
        if (height) image.attrs.push(['height', height])
        image.content = width ? '' : (label ?? '')
        const text = new state.Token('text', '', 0)
        text.content = image.content
        image.children = [text]
      } else {
        const shown = label?.trim() || target.trim().replace(/^#/, '').replace('#', ' > ')
        state.push('link_open', 'a', 1).attrs = [['href', address]]
        state.push('text', '', 0).content = shown
        state.push('link_close', 'a', -1)
      }
    }
    state.pos += all.length
    return true
  })
}
