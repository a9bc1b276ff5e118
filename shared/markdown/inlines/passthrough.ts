import type MarkdownIt from 'markdown-it'
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
    const end = open === undefined ? -1 : closingOf(src, closings[open], pos + open.length)
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

// A paragraph with many openings and no closing would be searched to its end for each.
const furthest = 5000

const closingOf = (src: string, close: string, from: number): number => {
  const text = src.slice(from, from + furthest)
  const found = text.indexOf(close)
  return found <= 0 ? -1 : from + found
}
