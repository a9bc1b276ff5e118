import type MarkdownIt from 'markdown-it'
import { type FlatText, flatTypography, type Replacement } from './flat-text'

const isWord = (part: string | undefined): boolean => part !== undefined && /[\p{L}\p{N}\uE000]/u.test(part)
const isSpace = (part: string | undefined): boolean => part !== undefined && /^\s/.test(part)
const isSign = (part: string | undefined): boolean => part !== undefined && !isWord(part) && !isSpace(part)

// A run of one character is one part; a word includes the apostrophes and dots between its letters.
const parts = /[\p{L}\p{N}\p{M}\uE000]+(?:['’.&\-_](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*|\s+|([^\s])\1*/gu

/**
 * remark-smartypants with its defaults: two dashes become an em dash, three stay. `separate`: each text between other
 * elements for itself, as gatsby-remark-smartypants reads it.
 */
export const smartypants = (md: MarkdownIt, { separate }: { readonly separate: boolean }): void =>
  flatTypography(md, (flat) => find(flat, separate), {
    escaped: true,
    links: true,
    skipsImages: true,
    separate,
  })

const find = ({ text }: FlatText, isOld: boolean): Replacement[] => {
  const found: Replacement[] = []
  const all = [...text.matchAll(parts)].map((match) => ({ part: match[0], at: match.index }))
  const quoted = all.map(({ part }) => part)
  const isDot = (index: number): boolean => quoted[index] === '.'
  let after = 0
  for (const [index, { part, at }] of all.entries()) {
    if (index < after) continue
    const put = (shown: string) => found.push({ from: at, to: at + part.length, text: shown })
    if (isWord(part)) {
      for (const { index: inside } of part.matchAll(/'/g))
        found.push({ from: at + inside, to: at + inside + 1, text: '’' })
      for (const { index: inside } of part.matchAll(/"/g))
        found.push({ from: at + inside, to: at + inside + 1, text: '”' })
    } else if (
      isDot(index) &&
      isSpace(quoted[index + 1]) &&
      isDot(index + 2) &&
      isSpace(quoted[index + 3]) &&
      isDot(index + 4)
    ) {
      after = index + 5
      found.push({ from: at, to: (all[index + 4]?.at ?? at) + 1, text: '…' })
    } else if (part === '--') put('—')
    else if (/^\.{3,}$/.test(part)) put('…')
    else if (part === '``') put('“')
    else if (part === "''") put('”')
    else if (quoted[index] === '"' || quoted[index] === "'") put(quote(quoted, index, part, isOld))
  }
  return found
}

const opening = (sign: string): string => (sign === '"' ? '“' : '‘')
const closing = (sign: string): string => (sign === '"' ? '”' : '’')

const quote = (all: readonly string[], index: number, sign: string, isOld: boolean): string => {
  const [previous, next, afterNext] = [all[index - 1], all[index + 1], all[index + 2]]
  // The version that Gatsby uses needs something behind the next sign.
  if (isSign(next) && !isWord(afterNext) && !(isOld && afterNext === undefined)) return closing(sign)
  if ((next === '"' || next === "'") && isWord(afterNext)) return opening(sign)
  if (next !== undefined && /^\d\ds$/.test(next)) return closing(sign)
  if ((isSpace(previous) || isSign(previous)) && isWord(next)) return opening(sign)
  if (isWord(previous)) return closing(sign)
  if (next === undefined || isSpace(next) || (sign === "'" && next === 's')) return closing(sign)
  return opening(sign)
}
