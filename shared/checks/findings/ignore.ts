import { lineCounter } from '../../references/line-counter'

/** Lines in which some checks are ignored; `names` null means all checks. */
export interface IgnoredLines {
  readonly from: number
  readonly to: number
  readonly names: readonly string[] | null
}

const inBody = /(?:<!--|\{\/\*)[ \t]*postwright-ignore(-post)?(?![\w-])([\w/, \t-]*?)(?:(?<!-)--+>|\*\/\})/g
const inHead = /#[ \t]*postwright-ignore(-post)?(?![\w-])([\w/, \t-]*)$/gm

/**
 * Reads `<!-- postwright-ignore image-alt -->`: on a line with other text it applies to that line, on its own
 * to the following lines up to an empty one; `postwright-ignore-post` applies to the whole post, and no name
 * means every check. In MDX it is written in braces, in front matter after `#`.
 */
export const ignoredLines = (text: string, bodyFrom: number): readonly IgnoredLines[] => {
  if (!text.includes('postwright-ignore')) return []
  const lineOf = lineCounter(text)
  const found: IgnoredLines[] = []
  const read = (pattern: RegExp, start: number, part: string) => {
    for (const match of part.matchAll(pattern)) {
      const [all, post, written = ''] = match
      const names = written.split(/[\s,]+/).filter((name) => name !== '')
      const lines = post ? everyLine : linesMeant(text, start + match.index, all.length, lineOf)
      found.push({ ...lines, names: names.length === 0 ? null : names })
    }
  }
  read(inHead, 0, text.slice(0, bodyFrom))
  read(inBody, bodyFrom, text.slice(bodyFrom))
  return found
}

/** Whether a check is ignored on a line. */
export const isIgnored = (ignored: readonly IgnoredLines[], line: number, check: string): boolean =>
  ignored.some(
    ({ from, to, names }) =>
      from <= line &&
      line <= to &&
      (names === null || names.some((name) => name === check || check.startsWith(`${name}/`))),
  )

const everyLine = { from: 0, to: Number.MAX_SAFE_INTEGER }

const linesMeant = (
  text: string,
  at: number,
  length: number,
  lineOf: (offset: number) => number,
): Pick<IgnoredLines, 'from' | 'to'> => {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = endOfLine(text, at + length)
  const own = lineOf(at)
  const last = lineOf(at + length)
  const isAlone = text.slice(start, at).trim() === '' && text.slice(at + length, end).trim() === ''
  if (!isAlone) return { from: own, to: last }
  let line = last
  let next = end + 1
  let begun = false
  while (next < text.length) {
    const stop = endOfLine(text, next)
    const isEmpty = text.slice(next, stop).trim() === ''
    if (isEmpty && begun) break
    begun ||= !isEmpty
    line += 1
    next = stop + 1
  }
  return { from: own, to: line }
}

const endOfLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
