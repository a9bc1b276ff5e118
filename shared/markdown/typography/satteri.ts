import type MarkdownIt from 'markdown-it'
import { type FlatText, flatTypography, type Replacement } from './flat-text'

const signs = /'|"|-{2,}|\.{3}/g

/** Sätteri's smart punctuation: pairs quotes, and splits runs of dashes into em and en dashes. */
export const satteriTypography = (md: MarkdownIt): void =>
  flatTypography(md, find, { escaped: false, links: false })

const isSpace = (sign: string): boolean => sign === '' || /\s/.test(sign)
const isPunctuation = (sign: string): boolean => /[\p{P}\p{S}]/u.test(sign) && sign !== '\uE000'

const isLetter = (sign: string): boolean => !isSpace(sign) && !isPunctuation(sign)

const find = ({ text, mayChange }: FlatText): Replacement[] => {
  const found: Replacement[] = []
  const open: Partial<Record<string, number>> = {}
  for (const { 0: sign, index: at } of text.matchAll(signs)) {
    if (!mayChange(at)) continue
    const put = (shown: string): number => found.push({ from: at, to: at + sign.length, text: shown }) - 1
    if (sign === '...') put('…')
    else if (sign.startsWith('-')) put(dashes(sign.length))
    else {
      const before = text.charAt(at - 1)
      const after = text.charAt(at + 1)
      // Inside a word an apostrophe stays one, while `"` begins and ends quotations there, except behind a number (2").
      const isInWord = sign === '"' && isLetter(before) && isLetter(after)
      const closes = isInWord || (!isSpace(before) && (isSpace(after) || isPunctuation(after)))
      const isBehind = sign === "'" && /[\])]/.test(before) // a bracket that closes begins no quotation
      const opens = isInWord
        ? !/\d/.test(before)
        : !isSpace(after) && (isSpace(before) || isPunctuation(before)) && !isBehind
      const other = open[sign]
      if (closes && other !== undefined) {
        const opener = found[other]
        if (opener) found[other] = { ...opener, text: sign === '"' ? '“' : '‘' }
        put(sign === '"' ? '”' : '’')
        delete open[sign]
        continue
      }
      const own = put(sign === "'" || (closes && !opens) ? (sign === '"' ? '”' : '’') : '“')
      if (opens) open[sign] = own
    }
  }
  return found
}

const dashes = (length: number): string => {
  const two = length % 3 === 0 ? 0 : length % 3 === 2 ? 1 : 2
  return '—'.repeat((length - 2 * two) / 3) + '–'.repeat(two)
}
