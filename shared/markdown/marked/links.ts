import type MarkdownIt from 'markdown-it'
import { itemAt } from '../../base/item-at'

const mailWithoutPeriod = /<[^<>@:\s]+@[^<>.\s]+>/y
const closes = /^\s*(?:\)|$)|^\s+["'(]/
/** Longest address that is looked through for its closing bracket. */
const longestAddress = 4_000

/** Links as marked reads them: brackets in an address need no partner, and a link may contain another. */
export const markedLinks = (md: MarkdownIt): void => {
  const { parseLinkDestination, parseLinkLabel } = md.helpers
  // markdown-it provides `helpers` for such overrides; only this instance is changed.
  Object.defineProperty(md, 'helpers', {
    value: {
      ...md.helpers,
      parseLinkLabel: (state: Parameters<typeof parseLinkLabel>[0], start: number) =>
        parseLinkLabel(state, start, false),
      parseLinkDestination: (src: string, start: number, max: number) => {
        const usual = parseLinkDestination(src, start, max)
        if (
          src[start] === '<' ||
          (usual.ok && closes.test(src.slice(usual.pos, Math.min(max, usual.pos + 20))))
        )
          return usual
        const run = /^\S*/.exec(src.slice(start, Math.min(max, start + longestAddress)))?.[0] ?? ''
        const hasTitle = /^\s+["'(]/.test(
          src.slice(start + run.length, Math.min(max, start + run.length + 20)),
        )
        const end = hasTitle ? run.length : run.lastIndexOf(')')
        return end < 0 ? usual : { ...usual, ok: true, pos: start + end, str: run.slice(0, end) }
      },
    },
  })
  md.inline.ruler.before('autolink', 'mail_without_period', (state, silent) => {
    mailWithoutPeriod.lastIndex = state.pos
    const found = mailWithoutPeriod.exec(state.src)
    if (!found || mailWithoutPeriod.lastIndex > state.posMax) return false
    if (!silent) state.pending += '<'
    state.pos++
    return true
  })
  md.core.ruler.before('inline', 'heading_blanks', ({ tokens }) => {
    for (const [at, { type }] of tokens.entries()) {
      if (type !== 'heading_open') continue
      const inline = itemAt(tokens, at + 1)
      inline.content = inline.content.trim()
    }
  })
}
