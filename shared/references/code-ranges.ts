import { itemAt } from '../base/item-at'
import type { GeneratorId } from '../generators/shape/generator-id'
import { indentedCode } from './indented-code'

/** The code and comments of a text: alternating start and end offsets, ascending. */
export type CodeRanges = readonly number[]

/** The syntax of a text: MDX has no indented code, but has comments in braces. */
export type TextSyntax = 'markdown' | 'mdx'

/** The syntax of a post by its file name; Docusaurus reads all its files as MDX. */
export const syntaxOf = (name: string, profile: GeneratorId): TextSyntax =>
  /\.mdx$/i.test(name) || profile === 'docusaurus' ? 'mdx' : 'markdown'

interface Mark {
  readonly sign: string
  /** The end of what the sign opens, or of the sign if it opens nothing; the start of the code, or null. */
  readonly read: (text: string, at: number) => readonly [end: number, code: number | null]
}

/** Finds fences, code spans, indented code, comments and other literal text from an offset on. */
export const codeRanges = (text: string, from: number, syntax: TextSyntax = 'markdown'): CodeRanges => {
  const marks = syntax === 'mdx' ? mdxMarks : markdownMarks
  const next = marks.map(({ sign }) => text.indexOf(sign, from))
  const ranges: number[] = []
  for (;;) {
    const first = nearest(next)
    if (first < 0) break
    const at = next[first] ?? 0
    const [end, code] = marks[first]?.read(text, at) ?? [at + 1, null]
    if (code !== null) ranges.push(code, end)
    for (const [index, mark] of marks.entries()) {
      const place = next[index] ?? -1
      if (place >= 0 && place < end) next[index] = text.indexOf(mark.sign, end)
    }
  }
  return syntax === 'mdx' ? ranges : merged(ranges, indentedCode(text, from, ranges))
}

/** Returns a function that tells whether an offset is in code; it is fast for ascending offsets. */
export const codeAsker = (ranges: CodeRanges): ((offset: number) => boolean) => {
  let index = 0
  return (offset) => {
    if (index > 0 && offset < (ranges[index - 1] ?? 0)) index = 0
    while (index < ranges.length && (ranges[index + 1] ?? 0) <= offset) index += 2
    return index < ranges.length && (ranges[index] ?? 0) <= offset
  }
}

/**
 * The ranges in which template tags are not run. Templates are processed before markdown, so a tag in a fence
 * is run like any other.
 */
export const untouchedByTemplates = (text: string, from: number): CodeRanges => {
  const ranges: number[] = []
  for (const match of text.slice(from).matchAll(rawTemplates))
    ranges.push(from + match.index, from + match.index + match[0].length)
  return ranges
}

const rawTemplates =
  /\{%-?\s*(raw|comment)\s*-?%\}[\s\S]*?(?:\{%-?\s*end\1\s*-?%\}|$)|\{\{[<%]\/\*[\s\S]*?(?:\*\/[%>]\}\}|$)|\{\{-?\s*\/\*[\s\S]*?(?:\*\/\s*-?\}\}|$)/g

const nearest = (places: readonly number[]): number => {
  let found = -1
  for (const [index, place] of places.entries())
    if (place >= 0 && (found < 0 || place < (places[found] ?? 0))) found = index
  return found
}

const merged = (one: readonly number[], other: readonly number[]): CodeRanges => {
  if (other.length === 0) return one
  if (one.length === 0) return other
  const pairs: [number, number][] = []
  for (const ranges of [one, other])
    for (let index = 0; index < ranges.length; index += 2)
      pairs.push([itemAt(ranges, index), itemAt(ranges, index + 1)])
  return pairs.sort((a, b) => a[0] - b[0]).flat()
}

/** The end of the fence or code span that opens at `at`, or of the marks if they open none. */
const endOfMarks = (text: string, at: number): [end: number, code: number | null] => {
  const mark = text.charAt(at)
  const behind = endOfRun(text, at, mark)
  const marks = text.slice(at, behind)
  if (marks.length >= 3 && isIndent(text, at)) {
    const lineEnd = endOfLine(text, behind)
    if (mark === '~' || !text.slice(behind, lineEnd).includes('`'))
      return [endOfFence(text, lineEnd, marks), at]
  }
  const end = mark === '`' && text[at - 1] !== '\\' ? endOfSpan(text, behind, marks) : -1
  return end < 0 ? [behind, null] : [end, at]
}

// Fences also occur in lists and quotes, so any indent and quote marks may come before them.
const isIndent = (text: string, at: number): boolean => {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  return lineStart === at || /^[\s>]*(?:[-*+]\s+|\d{1,9}[.)]\s+)?$/.test(text.slice(lineStart, at))
}

const endOfFence = (text: string, from: number, marks: string): number => {
  for (let at = text.indexOf(marks, from); at >= 0; at = text.indexOf(marks, at + 1)) {
    const lineStart = text.lastIndexOf('\n', at - 1) + 1
    const lineEnd = endOfLine(text, at)
    const behind = endOfRun(text, at, marks.charAt(0))
    if (/^[\s>]*$/.test(text.slice(lineStart, at)) && text.slice(behind, lineEnd).trim() === '')
      return lineEnd
  }
  return text.length
}

const endOfSpan = (text: string, from: number, ticks: string): number => {
  const paragraph = text.indexOf('\n\n', from)
  const limit = paragraph < 0 ? text.length : paragraph
  for (let at = text.indexOf(ticks, from); at >= 0 && at < limit; ) {
    const end = endOfRun(text, at, '`')
    if (end - at === ticks.length) return end
    at = text.indexOf(ticks, end)
  }
  return -1
}

const upTo =
  (sign: string, mark: string): Mark['read'] =>
  (text, at) => {
    const end = text.indexOf(mark, at + sign.length)
    return [end < 0 ? text.length : end + mark.length, at]
  }

/** An element whose content is literal or hidden: `<pre>`, `<script>`. */
const element = (name: string): Mark[] =>
  [name, name.toUpperCase()].map((written) => ({
    sign: `<${written}`,
    read: (text, at) => {
      const opened = text.indexOf('>', at)
      const isName = /[\s>/]/.test(text[at + 1 + written.length] ?? ' ')
      // The attributes of the element are not part of its content.
      if (!isName || opened < 0) return [at + 1, null]
      const closed = text.indexOf(`</${written}`, opened)
      return [closed < 0 ? text.length : closed, opened]
    },
  }))

const tagged = (sign: string, opening: RegExp, closing: (name: string) => RegExp): Mark => ({
  sign,
  read: (text, at) => {
    opening.lastIndex = at
    const [opened, name] = opening.exec(text) ?? []
    if (opened === undefined || name === undefined) return [at + sign.length, null]
    const close = closing(name)
    close.lastIndex = at + opened.length
    const end = close.exec(text)
    return [end ? end.index + end[0].length : text.length, at]
  },
})

const ticks: readonly Mark[] = [
  { sign: '`', read: endOfMarks },
  { sign: '~~~', read: endOfMarks },
]

const markdownMarks: readonly Mark[] = [
  ...ticks,
  { sign: '<!--', read: upTo('<!--', '-->') },
  ...['pre', 'script', 'style', 'textarea'].flatMap(element),
  tagged(
    '{%',
    /\{%-?\s*(raw|comment|highlight|codeblock)\b[^%]*%\}/y,
    (name) => new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g'),
  ),
  { sign: '{{</*', read: upTo('{{</*', '*/>}}') },
  { sign: '{{%/*', read: upTo('{{%/*', '*/%}}') },
  tagged(
    '{{<',
    /\{\{<\s*(highlight)\b[^>]*>\}\}/y,
    (name) => new RegExp(`\\{\\{<\\s*/${name}\\s*>\\}\\}`, 'g'),
  ),
]

const mdxMarks: readonly Mark[] = [
  ...ticks,
  { sign: '{/*', read: upTo('{/*', '*/}') },
  { sign: '<!--', read: upTo('<!--', '-->') }, // Docusaurus still reads them
  ...['pre', 'script', 'style'].flatMap(element),
]

const endOfRun = (text: string, at: number, mark: string): number => {
  let end = at
  while (text[end] === mark) end++
  return end
}

const endOfLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
