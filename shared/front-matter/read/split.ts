import { endOfJsonHead } from './json-head-end'

/** The languages a head can be written in. */
export type HeadLanguage = 'yaml' | 'toml' | 'json'

/** Offsets in the post's text, where every line ends with LF. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** Why something cannot be read, with the 1-based line of the post to go to. */
export interface HeadProblem {
  readonly message: string
  readonly line: number
}

/** Where the head of a post is. Offsets only: nothing is copied out of the text. */
export interface SplitPost {
  /** `other` is a head in a language that is not read (`---js`), `none` a post without a head. */
  readonly language: HeadLanguage | 'other' | 'none'
  /** The whole head with its delimiters and the line break after the last one; empty when there is none. */
  readonly head: TextRange
  /** What stands between the delimiters; for JSON the object itself. */
  readonly content: TextRange
  /** Where the body starts; 0 when there is no head. */
  readonly bodyFrom: number
  /** The 0-based line the body starts in. */
  readonly bodyLine: number
  /** Set when the head cannot be trusted: without an end, or in a language that is not read. */
  readonly problem: HeadProblem | null
}

const nothing: TextRange = { from: 0, to: 0 }
const withoutHead = (problem: HeadProblem | null = null): SplitPost => ({
  language: 'none',
  head: nothing,
  content: nothing,
  bodyFrom: 0,
  bodyLine: 0,
  problem,
})

const keyLine = /^(?:[\w$"'][^\n:=]*[:=](?:[ \t]|$)|#|$)/m
const languages: Readonly<Record<string, HeadLanguage>> = {
  '': 'yaml',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
}

/** Finds the head of a post by its first line: `---` YAML, `+++` TOML, `{` JSON. Never throws. */
export const splitPost = (text: string): SplitPost => {
  if (text.startsWith('---') && text[3] !== '-') return splitFenced(text, '---')
  if (text.startsWith('+++') && text[3] !== '+') return splitFenced(text, '+++')
  return text.startsWith('{') ? splitJson(text) : withoutHead()
}

const splitFenced = (text: string, fence: '---' | '+++'): SplitPost => {
  const firstLine = text.indexOf('\n')
  if (firstLine < 0) return withoutHead()
  const name = text.slice(3, firstLine).trim().toLowerCase()
  const end = findEnd(text, firstLine, fence)
  if (!end) return unclosed(text, firstLine, name)
  if (fence === '+++' && name !== '') return withoutHead()
  const language = fence === '+++' ? 'toml' : (languages[name] ?? 'other')
  const content = { from: firstLine + 1, to: Math.max(firstLine + 1, end.from) }
  return {
    language,
    head: { from: 0, to: end.to },
    content,
    bodyFrom: end.to,
    bodyLine: lineAt(text, end.to),
    problem: end.unclear
      ? {
          message: `Line ${lineAt(text, end.from) + 1} starts with ${fence} and goes on: tools differ on where the front matter ends`,
          line: lineAt(text, end.from) + 1,
        }
      : language === 'other'
        ? { message: `The front matter is written in “${name}”, which is never run here`, line: 1 }
        : null,
  }
}

interface HeadEnd extends TextRange {
  readonly unclear: boolean
}

// gray-matter ends a head at the first line that starts with the fence; the generators want the line to be
// only the fence, and YAML's own `...` too. Where these disagree, nobody may write.
const findEnd = (text: string, firstLine: number, fence: string): HeadEnd | null => {
  let unclear: HeadEnd | null = null
  for (let at = firstLine; at >= 0 && at < text.length; at = text.indexOf('\n', at + 1)) {
    const from = at + 1
    const isFence = text.startsWith(fence, from)
    if (!isFence && !(fence === '---' && text.startsWith('...', from))) continue
    const lineEnd = endOfLine(text, from)
    if (text.slice(from + 3, lineEnd).trim() === '') {
      const to = Math.min(lineEnd + 1, text.length)
      return unclear ? { ...unclear, to } : { from, to, unclear: false }
    }
    if (isFence) unclear ??= { from, to: Math.min(lineEnd + 1, text.length), unclear: true }
  }
  return unclear
}

const unclosed = (text: string, firstLine: number, name: string): SplitPost => {
  const second = text.slice(firstLine + 1, endOfLine(text, firstLine + 1))
  const meant = (name === '' || name in languages) && keyLine.test(second) && second !== ''
  return withoutHead(
    meant ? { message: `The front matter has no end: a line ${text.slice(0, 3)} is missing`, line: 1 } : null,
  )
}

const splitJson = (text: string): SplitPost => {
  const end = endOfJsonHead(text)
  if (end === null) return withoutHead()
  const to = Math.min(endOfLine(text, end) + 1, text.length)
  return {
    language: 'json',
    head: { from: 0, to },
    content: { from: 0, to: end },
    bodyFrom: to,
    bodyLine: lineAt(text, to),
    problem: null,
  }
}

const endOfLine = (text: string, at: number): number => {
  const found = text.indexOf('\n', at)
  return found < 0 ? text.length : found
}

/** The 0-based line of an offset. */
export const lineAt = (text: string, offset: number): number => {
  let line = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
