import { slug } from 'github-slugger'
import { codeRanges } from './code-ranges'
import { type Heading, headingsIn } from './headings'
import { lineCounter } from './line-counter'

/** A heading, and the part after `#` of links to it. */
export interface Anchor {
  readonly anchor: string
  readonly heading: Heading
}

/** The anchors of a body; repeated names are numbered as on the page. */
export const anchorsIn = (text: string, from: number): Anchor[] => {
  const times = new Map<string, number>()
  return headingsIn(text, from, codeRanges(text, from)).map((heading) => {
    const end = text.indexOf('\n', heading.from)
    const written = /\{#([^{}\s]+)(?:\s[^{}]*)?\}\s*$/.exec(
      text.slice(heading.from, end < 0 ? text.length : end),
    )?.[1]
    const name = written ?? slug(heading.text)
    const before = times.get(name) ?? 0
    times.set(name, before + 1)
    return { anchor: before === 0 ? name : `${name}-${before}`, heading }
  })
}

/** The 1-based line of the heading that `#anchor` leads to; null if there is none. */
export const lineOfAnchor = (text: string, from: number, anchor: string): number | null => {
  const wanted = anchor.toLowerCase()
  const found = anchorsIn(text, from).find((each) => each.anchor.toLowerCase() === wanted)
  return found ? lineCounter(text)(found.heading.from) : null
}
