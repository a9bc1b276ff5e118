import { type CodeRanges, codeAsker } from './code-ranges'

/** A heading of a post. */
export interface Heading {
  readonly level: number
  /** Without its marks. */
  readonly text: string
  /** Where its line starts in the text. */
  readonly from: number
}

/** The headings of a body, with `#` or underlined, except those in code. */
export const headingsIn = (text: string, from: number, code: CodeRanges): Heading[] => {
  const inCode = codeAsker(code)
  const headings: Heading[] = []
  for (let at = from; at >= 0 && at < text.length; at = nextLine(text, at)) {
    const mark = skipSpaces(text, at)
    const letter = text[mark]
    if ((letter !== '#' && letter !== '=' && letter !== '-') || mark - at > 3) continue
    const end = lineEnd(text, mark)
    const found = letter === '#' ? marked(text.slice(mark, end), at) : underlined(text, from, at, mark, end)
    if (found && !inCode(found.from)) headings.push(found)
  }
  return headings
}

const marked = (line: string, from: number): Heading | null => {
  const [, marks, written] = /^(#{1,6})(?:[ \t]+(.*))?$/.exec(line) ?? []
  return marks === undefined ? null : { level: marks.length, text: headingText(written ?? ''), from }
}

const noText = /^\s{0,3}(?:[>#|]|[-*+]\s|\d+[.)]\s|={2,}\s*$|-{2,}\s*$|```|~~~)|^\s*$/

const underlined = (text: string, first: number, at: number, mark: number, end: number): Heading | null => {
  if (at <= first || !/^(?:=+|-+)[ \t]*$/.test(text.slice(mark, end))) return null
  const above = text.lastIndexOf('\n', at - 2) + 1
  const line = text.slice(above, at - 1)
  if (above < first || noText.test(line)) return null
  return { level: text[mark] === '=' ? 1 : 2, text: headingText(line), from: above }
}

/** Longer than any heading: the patterns for its marks take quadratic time, too slow for a hostile line. */
const longestHeading = 1000

const headingText = (written: string): string =>
  written
    .slice(0, longestHeading)
    .replace(/(?<![ \t])[ \t]+#+[ \t]*$/, '')
    .replace(/(?<!\s)\s*\{[#.][^{}]*\}\s*$/, '') // `{#id .class}`
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(`+|\*\*|__|~~)(.+?)\1/g, '$2')
    .replace(/(?<![\w*])\*([^*]+)\*(?!\w)/g, '$1')
    .trim()

const nextLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? -1 : end + 1
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

const skipSpaces = (text: string, at: number): number => {
  let to = at
  while (text[to] === ' ') to++
  return to
}
