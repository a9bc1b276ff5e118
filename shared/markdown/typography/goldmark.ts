import type MarkdownIt from 'markdown-it'
import type { StateInline } from 'markdown-it'
import { stopAt } from './text-rule'

const isPunctuation = (sign: string): boolean => /[\p{P}\p{S}]/u.test(sign)
const isSpace = (sign: string): boolean => sign === '' || /\s/.test(sign)

interface Flanks {
  readonly opens: boolean
  readonly closes: boolean
}

const flanksOf = (before: string, after: string): Flanks => {
  const left = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before))
  const right = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after))
  return { opens: left, closes: right }
}

const open = new WeakMap<StateInline, { single: number; double: number }>()

/** Goldmark's Typographer: dashes, ellipses, angle quotes, and quotes by the characters around them. */
export const goldmarkTypography = (md: MarkdownIt): void => {
  stopAt(md, `'".`)
  md.inline.ruler.push('goldmark_typography', (state, silent) => {
    const made = read(state)
    if (made === null) return false
    if (!silent) {
      // Kept apart from the text around it, as heading ids are made without it.
      const token = state.push('text_special', '', 0)
      token.content = made.text
      token.info = 'typography'
    }
    state.pos += made.length
    return true
  })
}

const replaced: readonly (readonly [written: string, text: string])[] = [
  ['---', '—'],
  ['...', '…'],
  ['<<', '«'],
  ['>>', '»'],
  ['--', '–'],
]

const read = (state: StateInline): { text: string; length: number } | null => {
  const { src, pos, posMax } = state
  for (const [written, text] of replaced)
    if (src.startsWith(written, pos) && pos + written.length <= posMax)
      return { text, length: written.length }
  const sign = src[pos]
  if (sign !== "'" && sign !== '"') return null
  const line = src.indexOf('\n', pos)
  const rest = src.slice(pos + 1, Math.min(line < 0 ? src.length : line + 1, pos + 5))
  const before = pos === 0 ? '' : String.fromCodePoint(codeBefore(src, pos))
  const flanks = flanksOf(before, Array.from(rest)[0] ?? '')
  if (!flanks.opens && !flanks.closes) return null
  const text =
    sign === "'" ? singleQuote(state, before, rest, flanks) : doubleQuote(state, before, rest, flanks)
  return text === null ? null : { text, length: 1 }
}

const codeBefore = (src: string, pos: number): number => {
  const last = src.charCodeAt(pos - 1)
  return last >= 0xdc00 && last <= 0xdfff && pos > 1 ? (src.codePointAt(pos - 2) ?? last) : last
}

const countsOf = (state: StateInline): { single: number; double: number } => {
  const known = open.get(state) ?? { single: 0, double: 0 }
  open.set(state, known)
  return known
}

const closesHere = (rest: string, { opens, closes }: Flanks): boolean =>
  closes &&
  (!opens ||
    (/^\p{P}/u.test(rest) && (rest.length === 1 || isSpace(rest.charAt(1)) || isPunctuation(rest.charAt(1)))))

const singleQuote = (state: StateInline, before: string, rest: string, flanks: Flanks): string | null => {
  const { opens, closes } = flanks
  if (opens && !closes && /^\d\ds(?=$|[\s\p{P}])/u.test(rest)) return '’'
  if (rest !== '' && (isSpace(before) || /\p{P}/u.test(before)) && /^[tenl]/.test(rest)) return '’'
  if (/[\p{L}\p{Nd}]/u.test(before) && /^\p{L}/u.test(rest)) return '’'
  const counts = countsOf(state)
  if (opens && !closes) {
    if (/^[smtd](?=$|[\s\p{P}])/u.test(rest) || /^(?:ve|ll|re)(?=$|[\s\p{P}])/u.test(rest)) return '’'
    counts.single++
    return '‘'
  }
  if (rest.length > 1 && !/^\p{Nd}/u.test(rest)) return '’'
  if (counts.single === 0 || !closesHere(rest, flanks)) return null
  counts.single--
  return '’'
}

const doubleQuote = (state: StateInline, before: string, rest: string, flanks: Flanks): string | null => {
  const counts = countsOf(state)
  if (flanks.opens && !flanks.closes) {
    counts.double++
    return '“'
  }
  if (counts.double === 0 || !closesHere(rest, flanks)) return null
  if (rest.startsWith('"') && /\p{Nd}/u.test(before)) return null
  counts.double--
  return '”'
}
