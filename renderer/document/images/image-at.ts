const written =
  /!\[[^\]\n]*\]\(\s*<?([^)\s<>]+(?: [^)\s<>"]+)*)>?(?:\s+"[^"\n]*")?\s*\)|<img\b[^>\n]*?\bsrc=["']([^"'\n]+)["'][^>\n]*>/gi
const longestLine = 5000

interface ImageAt {
  readonly reference: string
  readonly from: number
  readonly to: number
}

/** The image at a position in a line, with its range; null if there is none. */
export const imageAt = (line: string, at: number): ImageAt | null => {
  if (line.length > longestLine) return null
  for (const match of line.matchAll(written)) {
    const to = match.index + match[0].length
    const reference = match[1] ?? match[2] ?? ''
    if (at >= match.index && at <= to && reference !== '') return { reference, from: match.index, to }
  }
  return null
}
