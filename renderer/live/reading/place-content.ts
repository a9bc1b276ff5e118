/** The lines of a text with their offsets. */
export interface PieceLines {
  readonly texts: readonly string[]
  readonly starts: readonly number[]
}

/** The lines of a text. */
export const linesOf = (text: string): PieceLines => {
  const texts = text.split('\n')
  const starts: number[] = []
  let at = 0
  for (const line of texts) {
    starts.push(at)
    at += line.length + 1
  }
  return { texts, starts }
}

/** The offset in the piece of an offset in the parser's content; null if they do not match. */
export type Place = (offset: number) => number

const pieceOf = (line: string, content: string, column: number): number[] | null => {
  const places: number[] = []
  let at = column
  for (const character of content) {
    // In table cells the parser removes the backslash before a pipe.
    if (line[at] !== character[0] && line[at] === '\\' && line[at + 1] === character[0]) at++
    if (!line.startsWith(character, at)) return null
    for (let unit = 0; unit < character.length; unit++) places.push(at + unit)
    at += character.length
  }
  places.push(at)
  return places
}

/**
 * Finds the content of an inline token in its lines: each line of it is the end of a line of the piece, without the
 * prefixes of quotes and lists. `from` is the column where its first line is searched.
 */
export const placeContent = (
  content: string,
  { texts, starts }: PieceLines,
  firstLine: number,
  from: number | null = null,
): Place | null => {
  const places: number[] = []
  for (const [index, part] of content.split('\n').entries()) {
    const line = texts[firstLine + index]
    const start = starts[firstLine + index]
    if (line === undefined || start === undefined) return null
    const column = index === 0 && from !== null ? from : line.lastIndexOf(part)
    if (column < 0) return null
    const found = pieceOf(line, part, column)
    if (found === null) return null
    for (const at of found) places.push(start + at)
  }
  return (offset) => places[Math.min(offset, places.length - 1)] ?? 0
}
