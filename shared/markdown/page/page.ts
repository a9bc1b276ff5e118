import type { Heading } from '../options/env'

/** Where a block stands: from its first line, counted from 0, to the line behind its last. Its HTML comes under its key. */
export interface BlockPlace {
  readonly key: number
  readonly line: number
  readonly endLine: number
}

/** What to change on a page that shows the state before. */
export interface PagePatch {
  /** In this order: blocks that go and come, and by how many lines all behind them move. */
  readonly splices: readonly {
    readonly at: number
    readonly removed: number
    readonly inserted: readonly BlockPlace[]
    readonly shift: number
  }[]
  /** HTML of blocks that came or changed, by key; `lone` ones are paragraphs a `ParagraphRenderer` draws as well. */
  readonly drawn: readonly { readonly key: number; readonly html: string; readonly lone: boolean }[]
  /** Some words of any paragraph stand for others. */
  readonly abbreviates: boolean
  /** The notes at the end of the page, where they changed. */
  readonly footnotes: string | null
  /** Blocks that stand as source, and why. */
  readonly problems: readonly { readonly line: number; readonly message: string }[]
}

/** A whole page. */
export interface RenderedPost {
  /** Safe HTML of the body, footnotes included, front matter not. */
  readonly html: string
  readonly headings: readonly Heading[]
  /** Image references as they are written in the text, once each. */
  readonly images: readonly string[]
  readonly links: readonly string[]
  /** Some code or formulas stood as source because their engine was not loaded. */
  readonly waits: boolean
}
