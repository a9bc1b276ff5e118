import { parseFrontMatter } from '../../front-matter/read/parse'
import { type SplitPost, splitPost } from '../../front-matter/read/split'
import { lineCounter } from '../../references/line-counter'
import { applyTextChanges, type TextChange } from '../../text/text-change'
import type { Finding } from './finding'
import { ignoredLines, isIgnored } from './ignore'

/**
 * The comment that ignores a finding where it is, as a change of the text; null where no comment can stand: in a JSON
 * head, in a value of several lines. The values of the head and the text that readers see stay the same.
 */
export const ignoreHere = (
  text: string,
  { from, check }: Pick<Finding, 'from' | 'check'>,
  isMdx: boolean,
): TextChange | null => {
  const split = splitPost(text)
  const at = Math.min(from, text.length)
  const change =
    at < split.bodyFrom ? inHead(text, split, at, check) : inBody(text, split.bodyFrom, at, check, isMdx)
  if (change === null) return null
  const after = applyTextChanges(text, [change])
  const place = at >= change.from ? at + change.insert.length : at
  const { bodyFrom } = splitPost(after)
  const isKept = sameHead(text, after) && bodyFrom > 0 === split.bodyFrom > 0
  return isKept && isIgnored(ignoredLines(after, bodyFrom), lineCounter(after)(place), check) ? change : null
}

const sameHead = (before: string, after: string): boolean => {
  const [one, other] = [parseFrontMatter(before), parseFrontMatter(after)]
  if (one.kind !== 'parsed' || other.kind !== 'parsed') return one.kind === other.kind
  return JSON.stringify(one.data) === JSON.stringify(other.data)
}

/** After the value, or for what is missing in the head, below its first line for the whole post. */
const inHead = (
  text: string,
  { language, content }: SplitPost,
  at: number,
  check: string,
): TextChange | null => {
  if (language !== 'yaml' && language !== 'toml') return null
  if (at < content.from) return insertion(content.from, `# postwright-ignore-post ${check}\n`)
  const end = endOfLine(text, at)
  return insertion(end - trailing(text.slice(at, end)), ` # postwright-ignore ${check}`)
}

const trailing = (line: string): number => line.length - line.trimEnd().length

/** On a line of its own above the paragraph, list or table, indented as its first line. */
const inBody = (text: string, bodyFrom: number, at: number, check: string, isMdx: boolean): TextChange => {
  let start = text.lastIndexOf('\n', at - 1) + 1
  while (start > bodyFrom) {
    const above = text.lastIndexOf('\n', start - 2) + 1
    if (above < bodyFrom || text.slice(above, start).trim() === '') break
    start = above
  }
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? ''
  const comment = isMdx ? `{/* postwright-ignore ${check} */}` : `<!-- postwright-ignore ${check} -->`
  return insertion(start, `${indent}${comment}\n`)
}

const insertion = (at: number, insert: string): TextChange => ({ from: at, to: at, insert })

const endOfLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
