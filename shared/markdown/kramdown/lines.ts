/** Lines of a piece of a post, without what encloses them; `number` is the line in the post. */
export interface Lines {
  readonly count: number
  /** Whether a block may begin like one behind a blank line. */
  readonly afterBoundary: (at: number) => boolean
  readonly text: (at: number) => string
  readonly number: (at: number) => number
  /** Marks of fences that nothing behind a line closes; to be asked once, not for each of them. */
  readonly unclosed: Set<string>
  /** Told that a block is what it is because something is missing down to the end. */
  readonly onOpenEnd?: () => void
}

export interface Line {
  readonly text: string
  readonly number: number
}

export const isBlank = (text: string): boolean => text.trim() === ''

/** Lines that were taken out of what encloses them. */
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

/** Without the blanks of ASCII around it: others, such as those that do not break, are part of a text. */
export const stripped = (text: string): string => text.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '')
