import type { Heading } from '../options/env'

/** The place of a block: its first line, counted from 0, to the line after its last. Its HTML has the same key. */
export interface BlockPlace {
  readonly key: number
  readonly line: number
  readonly endLine: number
}

/** The changes for a page that shows the previous state. */
export interface PagePatch {
  /** In this order: blocks that are removed and inserted, and by how many lines everything after them moves. */
  readonly splices: readonly {
    readonly at: number
    readonly removed: number
    readonly inserted: readonly BlockPlace[]
    readonly shift: number
  }[]
  /** The HTML of new and changed blocks by key; `lone` ones are paragraphs that a `ParagraphRenderer` renders as well. */
  readonly drawn: readonly { readonly key: number; readonly html: string; readonly lone: boolean }[]
  /** The page defines abbreviations, which mark words in any paragraph. */
  readonly abbreviates: boolean
  /** The notes at the end of the page, if they have changed. */
  readonly footnotes: string | null
  /** Blocks that are shown as source, and why. */
  readonly problems: readonly { readonly line: number; readonly message: string }[]
}

/** A whole page. */
export interface RenderedPost {
  /** Safe HTML of the body with footnotes, without front matter. */
  readonly html: string
  readonly headings: readonly Heading[]
  /** Image references as written in the text, each once. */
  readonly images: readonly string[]
  readonly links: readonly string[]
  /** Some code or formulas are shown as source, because their engine was not loaded. */
  readonly waits: boolean
}
