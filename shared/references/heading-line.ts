import { slug } from 'github-slugger'
import { codeRanges } from './code-ranges'
import { headingsIn } from './headings'
import { lineCounter } from './line-counter'

/** The 1-based line of the heading that `#anchor` leads to, as pages number headings of one name; null without one. */
export const lineOfAnchor = (text: string, from: number, anchor: string): number | null => {
  const wanted = anchor.toLowerCase()
  const times = new Map<string, number>()
  const lineOf = lineCounter(text)
  for (const heading of headingsIn(text, from, codeRanges(text, from))) {
    const end = text.indexOf('\n', heading.from)
    const written = /\{#([^}\s]+)[^}]*\}\s*$/.exec(text.slice(heading.from, end < 0 ? text.length : end))?.[1]
    const name = written ?? slug(heading.text)
    const before = times.get(name) ?? 0
    times.set(name, before + 1)
    if ((before === 0 ? name : `${name}-${before}`).toLowerCase() === wanted) return lineOf(heading.from)
  }
  return null
}
