/** Where a text is code or a comment: start and end offsets in turn, ascending. */
export type CodeRanges = readonly number[]

/** Fences, code spans and HTML comments from an offset on. */
export const codeRanges = (text: string, from: number): CodeRanges => {
  const ranges: number[] = []
  let tick = text.indexOf('`', from)
  let tilde = text.indexOf('~~~', from)
  let comment = text.indexOf('<!--', from)
  while (tick >= 0 || tilde >= 0 || comment >= 0) {
    const at = Math.min(...[tick, tilde, comment].filter((offset) => offset >= 0))
    const [end, isCode] = at === comment ? [endOfComment(text, at), true] : endOfMarks(text, at)
    if (isCode) ranges.push(at, end)
    if (tick >= 0 && tick < end) tick = text.indexOf('`', end)
    if (tilde >= 0 && tilde < end) tilde = text.indexOf('~~~', end)
    if (comment >= 0 && comment < end) comment = text.indexOf('<!--', end)
  }
  return ranges
}

/** Answers whether an offset is in code; quick when asked in ascending order. */
export const codeAsker = (ranges: CodeRanges): ((offset: number) => boolean) => {
  let index = 0
  return (offset) => {
    if (index > 0 && offset < (ranges[index - 1] ?? 0)) index = 0
    while (index < ranges.length && (ranges[index + 1] ?? 0) <= offset) index += 2
    return index < ranges.length && (ranges[index] ?? 0) <= offset
  }
}

/** The end of what the marks at `at` open, or of the marks themselves where they open nothing. */
const endOfMarks = (text: string, at: number): [end: number, isCode: boolean] => {
  const mark = text[at] ?? ''
  const behind = endOfRun(text, at, mark)
  const marks = text.slice(at, behind)
  if (marks.length >= 3 && isIndent(text, at)) {
    const lineEnd = endOfLine(text, behind)
    if (mark === '~' || !text.slice(behind, lineEnd).includes('`'))
      return [endOfFence(text, lineEnd, marks), true]
  }
  const end = mark === '`' ? endOfSpan(text, behind, marks) : -1
  return end < 0 ? [behind, false] : [end, true]
}

// Fences also stand in lists and quotes, so any indent and quote marks may come before them.
const isIndent = (text: string, at: number): boolean => {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  return lineStart === at || /^[\s>]*(?:[-*+]\s+|\d{1,9}[.)]\s+)?$/.test(text.slice(lineStart, at))
}

const endOfFence = (text: string, from: number, marks: string): number => {
  for (let at = text.indexOf(marks, from); at >= 0; at = text.indexOf(marks, at + 1)) {
    const lineStart = text.lastIndexOf('\n', at - 1) + 1
    const lineEnd = endOfLine(text, at)
    const behind = endOfRun(text, at, marks[0] ?? '')
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

const endOfComment = (text: string, from: number): number => {
  const end = text.indexOf('-->', from)
  return end < 0 ? text.length : end + 3
}

const endOfRun = (text: string, at: number, mark: string): number => {
  let end = at
  while (text[end] === mark) end++
  return end
}

const endOfLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
