import type MarkdownIt from 'markdown-it'
import type { StateInline } from 'markdown-it'
import type { MarkdownFeatures } from '../options/features'

type Delimiter = MarkdownFeatures['mathDelimiters'][number]

const closings: Readonly<Record<Delimiter, string>> = { $$: '$$', '\\[': '\\]', '\\(': '\\)', $: '$' }
const longestFirst: readonly Delimiter[] = ['$$', '\\[', '\\(', '$']

/**
 * Formulas between the delimiters that a site configures, within one paragraph, as Hugo's passthrough extension reads
 * them (https://github.com/gohugoio/hugo-goldmark-extensions).
 */
export const passthrough = (md: MarkdownIt, delimiters: readonly Delimiter[]): void => {
  const used = longestFirst.filter((one) => delimiters.includes(one))
  md.inline.ruler.before('escape', 'passthrough', (state, silent) => {
    const { src, pos, posMax } = state
    const first = src[pos]
    if (first !== '$' && first !== '\\') return false
    const open = used.find((one) => src.startsWith(one, pos))
    const end = open === undefined ? -1 : closingOf(state, closings[open], pos + open.length)
    if (open === undefined || end < 0 || end + open.length > posMax) {
      const run = first === '$' ? (/^\$+/.exec(src.slice(pos, pos + 20))?.[0].length ?? 1) : 0
      if (run === 0) return false
      if (!silent) state.pending += '$'.repeat(run)
      state.pos += run
      return true
    }
    if (!silent) {
      const isDisplay = open === '$$' || open === '\\['
      const token = state.push(isDisplay ? 'math_inline_double' : 'math_inline', 'math', 0)
      token.markup = open
      token.content = src.slice(pos + open.length, end)
    }
    state.pos = end + open.length
    return true
  })
}

const lastClosings = new WeakMap<StateInline, Map<string, number>>()

/** Where the last closing delimiter is: openings behind it are not searched for theirs. */
const lastClosing = (state: StateInline, close: string): number => {
  const known = lastClosings.get(state) ?? new Map<string, number>()
  lastClosings.set(state, known)
  const last = known.get(close) ?? state.src.lastIndexOf(close)
  known.set(close, last)
  return last
}

const closingOf = (state: StateInline, close: string, from: number): number => {
  if (lastClosing(state, close) <= from) return -1
  const found = state.src.indexOf(close, from)
  return found <= from ? -1 : found
}
