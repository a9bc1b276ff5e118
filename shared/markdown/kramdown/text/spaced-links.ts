import type MarkdownIt from 'markdown-it'
import type { StateInline } from 'markdown-it'
import type { MarkdownEnv } from '../../options/env'

/** `linkLevel` is missing from the library's types. */
type StateInLink = StateInline & { linkLevel?: number }

const label = /\s+\[([^\]]*)\]/y

/** `[text] [label]`: kramdown allows blanks between the two. If the label is undefined, it is not a link. */
export const spacedLinks = (md: MarkdownIt): void => {
  md.inline.ruler.before('link', 'kramdown_spaced_link', (state: StateInLink, silent) => {
    if (state.src.charCodeAt(state.pos) !== 91 || (state.linkLevel ?? 0) > 0) return false
    const start = state.pos
    const end = md.helpers.parseLinkLabel(state, start, true)
    if (end < 0) return false
    label.lastIndex = end + 1
    const found = label.exec(state.src)
    if (!found || label.lastIndex > state.posMax) return false
    const { references = {} } = state.env as MarkdownEnv & {
      references?: Record<string, { href: string; title: string }>
    }
    const text = state.src.slice(start + 1, end)
    const reference = references[md.utils.normalizeReference(found[1] || text)]
    if (!reference) {
      if (!silent) state.pending += '['
      state.pos = start + 1
      return true
    }
    const after = label.lastIndex
    if (!silent) {
      const { posMax } = state
      const opening = state.push('link_open', 'a', 1)
      opening.attrs = [['href', reference.href]]
      if (reference.title) opening.attrs.push(['title', reference.title])
      state.pos = start + 1
      state.posMax = end
      state.linkLevel = (state.linkLevel ?? 0) + 1
      md.inline.tokenize(state)
      state.linkLevel--
      state.push('link_close', 'a', -1)
      state.posMax = posMax
    }
    state.pos = after
    return true
  })
}
