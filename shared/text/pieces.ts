/** Limit for length times number of marks; prose full of links stays below it up to 5,000 characters. */
const maxWork = 2_000_000

const blank = 32
const lineEnd = 10
const marks = new Set([...'[]()<*_~^`:@'].map((mark) => mark.charCodeAt(0)))

/**
 * Splits the markdown of a paragraph so that no piece is too slow for a parser that scans all of it from each
 * mark. Splits at blanks and line ends if there are any.
 */
export const piecesOf = (text: string): readonly string[] => {
  if (text.length ** 2 <= maxWork) return [text]
  const pieces: string[] = []
  let from = 0
  let found = 0
  let gap = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isGap = code === blank || code === lineEnd
    if (isGap) gap = at
    // In a run of blanks, each could start a hard break.
    if (isGap ? text.charCodeAt(at - 1) === blank : marks.has(code)) found++
    if (found * (at + 1 - from) <= maxWork) continue
    const cut = gap > from ? gap : at
    pieces.push(text.slice(from, cut))
    at = cut - 1 // marks after the gap are counted for the next piece
    from = gap = cut
    found = 0
  }
  pieces.push(text.slice(from))
  return pieces
}
