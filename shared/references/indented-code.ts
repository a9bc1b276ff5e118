/** Lines of indented code (CommonMark 4.4): after a blank line, four columns more than the list around. */
export const indentedCode = (text: string, from: number, other: readonly number[]): readonly number[] => {
  if (!mayHoldCode.test(from === 0 ? text : text.slice(from))) return []
  const ranges: number[] = []
  const lists: number[] = []
  let afterBlank = true
  let inCode = false
  let skip = 0
  for (let at = from; at < text.length; ) {
    const end = lineEnd(text, at)
    while (skip < other.length && (other[skip + 1] ?? 0) <= at) skip += 2
    const within = skip < other.length && (other[skip] ?? 0) < at // in a fence or a comment
    const { indent, content } = columns(text, at, end)
    if (within || content === end) {
      if (!within) afterBlank = true
      at = end + 1
      continue
    }
    if (afterBlank || isMarker(text, content, end))
      while (lists.length > 0 && indent < (lists.at(-1) ?? 0)) lists.pop()
    const base = lists.at(-1) ?? 0
    inCode = indent >= base + 4 && (afterBlank || inCode)
    if (inCode) ranges.push(at, Math.min(end + 1, text.length))
    else {
      const width = markerWidth(text, content, end)
      if (width > 0) lists.push(indent + width)
    }
    afterBlank = false
    at = end + 1
  }
  return ranges
}

const mayHoldCode = /(?:^|\n)[ \t>]*(?: {4}|\t)/

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** The indent of a line in columns, without quote marks, and where its content starts. */
const columns = (text: string, at: number, end: number): { indent: number; content: number } => {
  let indent = 0
  let place = at
  for (; place < end; place++) {
    const letter = text[place]
    if (letter === ' ') indent += 1
    else if (letter === '\t') indent += 4 - (indent % 4)
    else if (letter === '>' && indent < 4) {
      indent = 0
      if (text[place + 1] === ' ') place++
    } else break
  }
  return { indent, content: place }
}

const marker = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/y

const isMarker = (text: string, at: number, end: number): boolean => markerWidth(text, at, end) > 0

/** The columns from a list marker to the content of its item; 0 if there is no marker. */
const markerWidth = (text: string, at: number, end: number): number => {
  marker.lastIndex = at
  const found = marker.exec(text)?.[0]
  if (found === undefined || at + found.length > end) return 0
  let spaces = 0
  while (text[at + found.length + spaces] === ' ') spaces++
  return found.length + (spaces === 0 || spaces > 4 ? 1 : spaces)
}
