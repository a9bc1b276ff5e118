/**
 * Replaces the text of a block scalar and keeps its header, indentation, chomping and, for `>`, its line
 * width. `old` is the source starting at `|` or `>`. Null if a block cannot represent the text.
 */
export const blockScalarLike = (old: string, value: string, parentColumn: number): string | null => {
  const [header = '', ...body] = old.trimEnd().split('\n')
  const text = value.replace(/(?<!\n)\n+$/, '')
  if (text === '' || !isBlockText(text)) return null
  const indent = indentOf(header, body, parentColumn)
  const lines = header.startsWith('>') ? folded(text, widthOf(body) - indent.length) : text.split('\n')
  return [header, ...lines.map((line) => (line === '' ? '' : indent + line))].join('\n')
}

/** Text of several lines as a literal block below a key. Null if a block cannot represent it. */
export const newBlockScalar = (value: string, parentColumn: number): string | null =>
  blockScalarLike(value.endsWith('\n') ? '|' : '|-', value, parentColumn)

// biome-ignore lint/suspicious/noControlCharactersInRegex: a block has no escapes for these
const control = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/
const isBlockText = (text: string): boolean =>
  !/^[\s#]/.test(text) && !control.test(text) && !/^[ \t]+$/m.test(text)

const indentOf = (header: string, body: readonly string[], parentColumn: number): string => {
  const explicit = /^[|>][-+]?(\d)/.exec(header)?.[1]
  if (explicit) return ' '.repeat(parentColumn + Number(explicit))
  const first = body.find((line) => line.trim() !== '')
  return /^ */.exec(first ?? '')?.[0] || ' '.repeat(parentColumn + 2)
}

const widthOf = (body: readonly string[]): number =>
  body.length < 2 ? Number.POSITIVE_INFINITY : Math.max(40, ...body.map((line) => line.length))

// A folded block reads a single line break as a space, so each line break of the text is written as two.
const folded = (text: string, width: number): string[] =>
  text.split('\n').flatMap((line, at) => (at === 0 ? wrap(line, width) : ['', ...wrap(line, width)]))

const wrap = (line: string, width: number): string[] => {
  const lines: string[] = []
  let rest = line
  while (rest.length > width) {
    const head = rest.slice(0, width + 1)
    const inside = head.search(/\S[ ](?=\S*$)/)
    const cut = inside >= 0 && /^\S/.test(rest.slice(inside + 2)) ? inside + 1 : rest.search(/(?<=\S) (?=\S)/)
    if (cut < 0) break
    lines.push(rest.slice(0, cut))
    rest = rest.slice(cut + 1)
  }
  return [...lines, rest]
}
