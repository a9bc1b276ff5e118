import type { LinkReference } from '../options/env'
import type { TagKind } from '../tags/tag-at'
import type { Lines } from './lines'
import type { Attributes } from './text/attribute-list'

interface Placed {
  /** First line, and the line after the last. */
  readonly from: number
  readonly to: number
  attributes?: Attributes
}

export interface Paragraph extends Placed {
  readonly kind: 'paragraph'
  text: string
  /** In a tight list: drawn without `<p>`. */
  bare?: boolean
}

/** An item of a list, or a definition of a term. */
export interface Item extends Placed {
  readonly children: Node[]
}

export interface TableRow {
  readonly cells: readonly string[]
  readonly line: number
}

export interface Table extends Placed {
  readonly kind: 'table'
  readonly align: readonly (string | null)[]
  readonly parts: readonly {
    readonly tag: 'thead' | 'tbody' | 'tfoot'
    readonly rows: readonly TableRow[]
  }[]
}

export interface Definitions extends Placed {
  readonly kind: 'definitions'
  readonly entries: readonly (string | Item)[]
}

interface Heading extends Placed {
  readonly kind: 'heading'
  readonly level: number
  readonly text: string
  readonly id: string | null
  /** The signs before the text, or one sign of the line below it. */
  readonly markup: string
}

/** A block of kramdown. */
export type Node =
  | Paragraph
  | Table
  | Definitions
  | Heading
  | (Placed & { readonly kind: 'blank'; readonly lines: number })
  | (Placed & { readonly kind: 'end' })
  | (Placed & { readonly kind: 'rule' })
  | (Placed & {
      readonly kind: 'code'
      readonly text: string
      readonly language: string | null
      /** The opening fence; empty for code without one. */
      readonly markup: string
    })
  | (Placed & { readonly kind: 'quote'; readonly children: readonly Node[] })
  | (Placed & { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Item[] })
  | (Placed & { readonly kind: 'html'; readonly text: string })
  | (Placed & { readonly kind: 'span'; readonly text: string })
  | (Placed & { readonly kind: 'math'; readonly text: string })
  | (Placed & { readonly kind: 'footnote'; readonly label: string; readonly children: readonly Node[] })
  | (Placed & { readonly kind: 'reference'; readonly label: string; readonly reference: LinkReference })
  | (Placed & { readonly kind: 'abbreviation'; readonly word: string; readonly title: string })
  | (Placed & { readonly kind: 'named-attributes'; readonly name: string; readonly written: string })
  | (Placed & { readonly kind: 'pair'; readonly tag: string; readonly inner: string })
  | (Placed & { readonly kind: 'hidden' })

/** Settings and nesting that decide how blocks are read. */
export interface Reading {
  /** Tags of templates that are run before kramdown reads the post. */
  readonly tags: readonly TagKind[]
  /** Names of paired tags whose content is shown. */
  readonly templates: ReadonlySet<string>
  readonly definitionLists: boolean
  /** Number of enclosing lists, quotes and footnotes. */
  readonly depth: number
}

/** Blocks that were read, and where the next begins. */
export interface Read {
  readonly nodes: Node[]
  readonly next: number
  /** The lines to go on with, if the next one has been read in part. */
  readonly rest?: Lines | null
}

/** The lines of a block that ends before `next`. */
export const placed = (lines: Lines, from: number, next: number) => ({
  from: lines.number(from),
  to: lines.number(Math.max(from, next - 1)) + 1,
})

/** A single block. */
export const one = (node: Node, next: number): Read => ({ nodes: [node], next })
