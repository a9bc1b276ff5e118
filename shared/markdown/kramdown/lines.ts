/** Lines of a part of a post, without the marks of enclosing blocks; `number` is the line in the post. */
export interface Lines {
  readonly count: number
  /** Whether a block at this line counts as following a blank line. */
  readonly afterBoundary: (at: number) => boolean
  readonly text: (at: number) => string
  readonly number: (at: number) => number
  /** Opening marks (fences, `<!--`) known to have no closing mark, so that each is searched for only once. */
  readonly unclosed: Set<string>
  /** Called when the kind of a block depends on a closing mark missing in all the text after it. */
  readonly onOpenEnd?: () => void
}

export interface Line {
  readonly text: string
  readonly number: number
}

export const isBlank = (text: string): boolean => stripped(text) === ''

/** Lines taken out of the block that encloses them. */
export const innerLines = (lines: readonly Line[]): Lines => ({
  count: lines.length,
  afterBoundary: (at) => at === 0 || isBlank(lines[at - 1]?.text ?? ''),
  text: (at) => lines[at]?.text ?? '',
  number: (at) => lines[at]?.number ?? lines.at(-1)?.number ?? 0,
  unclosed: new Set(),
})

/** The same lines, one of them without its beginning. */
export const withLine = (lines: Lines, at: number, text: string): Lines => ({
  ...lines,
  afterBoundary: (line) => line === at || lines.afterBoundary(line),
  text: (line) => (line === at ? text : lines.text(line)),
})

/** Trims ASCII white space only: other blanks, such as no-break spaces, are part of the text. */
export const stripped = (text: string): string => text.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '')
