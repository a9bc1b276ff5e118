/**
 * The languages a head can be written in; `meta` is `Key: value` lines, `dotted` is `.. key: value` lines.
 */
export type HeadLanguage = 'yaml' | 'toml' | 'json' | 'meta' | 'dotted'

/** Offsets in the post's text, where every line ends with LF. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** Why something cannot be read, with the 1-based line of the post to go to. */
export interface HeadProblem {
  readonly message: string
  readonly line: number
}
