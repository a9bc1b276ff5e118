import type MarkdownIt from 'markdown-it'
import type { StateInline } from 'markdown-it'

const tilde = 126
/** Runs of one and of two tildes only close their own kind, so they are two marks to the pairing of delimiters. */
const single = 1 + tilde

/** `~~gone~~` and `~gone~`: one or two tildes on both sides, as GitHub, Goldmark and remark-gfm read them. */
export const strikethrough = (md: MarkdownIt): void => {
  md.inline.ruler.at('strikethrough', (state, silent) => {
    if (silent || state.src.charCodeAt(state.pos) !== tilde) return false
    const { length, can_open, can_close } = state.scanDelims(state.pos, true)
    const token = state.push('text', '', 0)
    token.content = '~'.repeat(length)
    state.pos += length
    if (length > 2) return true
    state.delimiters.push({
      marker: length === 2 ? tilde : single,
      length: 0,
      token: state.tokens.length - 1,
      end: -1,
      open: can_open,
      close: can_close,
    })
    return true
  })
  md.inline.ruler2.at('strikethrough', (state) => {
    pair(state, state.delimiters)
    for (const meta of state.tokens_meta) if (meta?.delimiters) pair(state, meta.delimiters)
    return true
  })
}

const pair = (state: StateInline, delimiters: StateInline['delimiters']): void => {
  for (const { marker, end, token } of delimiters) {
    const closing = delimiters[end]
    if ((marker !== tilde && marker !== single) || !closing) continue
    for (const [at, nesting] of [
      [token, 1],
      [closing.token, -1],
    ] as const) {
      const mark = state.tokens[at]
      if (!mark) continue
      mark.type = nesting === 1 ? 's_open' : 's_close'
      mark.tag = 'del'
      mark.nesting = nesting
      mark.markup = mark.content
      mark.content = ''
    }
  }
}
