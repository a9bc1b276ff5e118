import type MarkdownIt from 'markdown-it'
import type { StateInline } from 'markdown-it'
import { stopAt } from './text-rule'

const symbols: readonly (readonly [written: string, text: string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['...', '…'],
  ['<< ', '«\u00a0'],
  ['<<', '«'],
  ['>>', '»'],
]

/** kramdown's typographic symbols, and its smart quotes, chosen by the characters before and after. */
export const kramdownTypography = (md: MarkdownIt): void => {
  stopAt(md, `'".`)
  // Before the other rules that begin with `<`, because of angle quotes.
  md.inline.ruler.before('autolink', 'kramdown_symbols', (state, silent) => {
    for (const [written, text] of symbols) {
      if (!state.src.startsWith(written, state.pos) || state.pos + written.length > state.posMax) continue
      if (!silent) add(state, written, text)
      state.pos += written.length
      return true
    }
    return false
  })
  md.inline.ruler.push('kramdown_quotes', (state, silent) => {
    const sign = state.src[state.pos]
    if (sign !== "'" && sign !== '"') return false
    const { text, length } = quote(state)
    if (!silent) append(state, text)
    state.pos += length
    return true
  })
}

const add = (state: StateInline, written: string, text: string): void => {
  if (written === '>>' && state.pending.endsWith(' ')) state.pending = `${state.pending.slice(0, -1)}\u00a0`
  append(state, text)
}

const longestPending = 500

/** Appends to text of bounded length: reading the end of a string built bit by bit copies all of it. */
const append = (state: StateInline, text: string): void => {
  if (state.pending.length > longestPending) state.pushPending() // such pieces are joined at the end
  state.pending += text
}

const opening = (sign: string): string => (sign === '"' ? '“' : '‘')
const closing = (sign: string): string => (sign === '"' ? '”' : '’')

// kramdown's rules in order. A character that another rule consumed does not count as the one before.
const quote = (state: StateInline): { readonly text: string; readonly length: number } => {
  const { src, pos, pending } = state
  const sign = src.charAt(pos)
  const before = pending !== '' && pending.at(-1) === src[pos - 1] ? src.charAt(pos - 1) : ''
  const rest = src.slice(pos + 1, Math.min(state.posMax, pos + 5))
  const one = (text: string) => ({ text, length: 1 })
  if (before === '') {
    if (/^[_*]{1,2}\S/.test(rest)) return one(opening(sign))
    if (/^[!"#$%'()*+,\-./:;<=>?@[\\\]^_`{|}~](?!\.\.)(?!\w)/.test(rest)) return one(closing(sign))
  }
  if (before === '' || /\s/.test(before)) {
    if (sign === '"' && /^'\w/.test(rest)) return { text: '“‘', length: 2 }
    if (sign === "'" && /^"\w/.test(rest)) return { text: '‘“', length: 2 }
    if (sign === "'" && /^\d\ds/.test(rest)) return one('’')
  }
  if (/\s/.test(before) && /^\w/.test(rest)) return one(opening(sign))
  if (before !== '' && !/[ \\\t\r\n[{(-]/.test(before)) return one(closing(sign))
  if (before === '' && (rest === '' || /^(?:\s|s\b)/.test(rest))) return one(closing(sign))
  return one(opening(sign))
}
