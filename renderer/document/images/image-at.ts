// Alt text with pairs of brackets in it; the address between angle brackets, or with pairs of parentheses, and by
// mistake with blanks; a title; a size (`=100x200`); attributes that follow.
const alt = /!\[(?:\\.|[^[\]\\\n]|\[[^[\]\n]*\])*\]/
const inAngles = /<((?:\\.|[^<>\\\n])*)>/
const plain =
  /((?:\\.|[^\s()<>\\]|\([^\s()]*\))+(?: (?!\((?:\\.|[^()\\\n])*\)\s*\))(?:\\.|[^\s()<>\\"'=]|\([^\s()]*\))+)*)/
const title = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\((?:\\.|[^()\\\n])*\)/
const written = new RegExp(
  `${alt.source}\\(\\s*(?:${inAngles.source}|${plain.source})(?:\\s+(?:${title.source}))?(?:\\s+=[\\dx%]+)?\\s*\\)(?:\\{[^{}\\n]*\\})?` +
    `|<img\\b(?:[^>"'\\n]|"[^"\\n]*"|'[^'\\n]*')*>`,
  'gi',
)
const source = /\ssrc\s*=\s*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"'>]+))/i
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
    const [whole, angled, bare] = match
    const to = match.index + whole.length
    const markdown = (angled ?? bare)?.replace(/\\([!-/:-@[-`{-~])/g, '$1')
    const [, double, single, unquoted] = source.exec(whole) ?? []
    const reference = markdown ?? double ?? single ?? unquoted ?? ''
    if (at >= match.index && at <= to && reference !== '') return { reference, from: match.index, to }
  }
  return null
}
