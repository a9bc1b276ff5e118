import type MarkdownIt from 'markdown-it'
import type { StateInline } from 'markdown-it'

/** A mark on both sides of a text. */
interface DoubleMark {
  readonly name: string
  readonly sign: string
  /** The allowed numbers of signs; both sides have the same number. */
  readonly lengths: readonly number[]
  readonly tag: string
  readonly token: string
}

/** Reads a mark such as `++text++`; it may begin and end where emphasis may. */
const doubleMark = (md: MarkdownIt, { name, sign, lengths, tag, token }: DoubleMark): void => {
  const code = sign.charCodeAt(0)
  // A run closes only a run of the same length, so each length gets a separate marker for pairing.
  const markerOf = (length: number): number => code + 0x10000 * length
  const read = (state: StateInline, silent: boolean): boolean => {
    if (silent || state.src.charCodeAt(state.pos) !== code) return false
    const { length, can_open, can_close } = state.scanDelims(state.pos, true)
    const text = state.push('text', '', 0)
    text.content = sign.repeat(length)
    state.pos += length
    if (!lengths.includes(length)) return true
    state.delimiters.push({
      marker: markerOf(length),
      length: 0,
      token: state.tokens.length - 1,
      end: -1,
      open: can_open,
      close: can_close,
    })
    return true
  }
  const markers = new Set(lengths.map(markerOf))
  const pair = (state: StateInline, delimiters: StateInline['delimiters']): void => {
    for (const { marker, end, token: opening } of delimiters) {
      const closing = delimiters[end]
      if (!markers.has(marker) || !closing) continue
      for (const [at, nesting] of [
        [opening, 1],
        [closing.token, -1],
      ] as const) {
        const mark = state.tokens[at]
        if (!mark) continue
        mark.type = `${token}_${nesting === 1 ? 'open' : 'close'}`
        mark.tag = tag
        mark.nesting = nesting
        mark.markup = mark.content
        mark.content = ''
      }
    }
  }
  const pairAll = (state: StateInline): boolean => {
    pair(state, state.delimiters)
    for (const meta of state.tokens_meta) if (meta?.delimiters) pair(state, meta.delimiters)
    return true
  }
  const isKnown = name === 'strikethrough' // markdown-it already has a rule of that name
  if (isKnown) md.inline.ruler.at(name, read)
  else md.inline.ruler.before('emphasis', name, read)
  if (isKnown) md.inline.ruler2.at(name, pairAll)
  else md.inline.ruler2.before('emphasis', name, pairAll)
}

/** `++inserted++` */
export const insert = (md: MarkdownIt): void =>
  doubleMark(md, { name: 'insert', sign: '+', lengths: [2], tag: 'ins', token: 'insert' })

/** `~~gone~~` and `~gone~`: one or two tildes on both sides, as GitHub, Goldmark and remark-gfm read them. */
export const strikethrough = (md: MarkdownIt): void =>
  doubleMark(md, { name: 'strikethrough', sign: '~', lengths: [1, 2], tag: 'del', token: 's' })
