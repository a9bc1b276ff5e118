/** A range of a text. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What replaces a piece of source, or is shown beside it. */
export type Stand =
  | { readonly kind: 'task'; readonly ticked: boolean /** The text of the item. */; readonly name: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'image'; readonly reference: string; readonly alt: string; readonly isAlone: boolean }
  | { readonly kind: 'formula'; readonly tex: string; readonly display: boolean }
  | { readonly kind: 'chip'; readonly label: string; readonly name: string; readonly detail: string }
  | { readonly kind: 'note'; readonly label: string }
  /** A link to a post by its name, shown by its title. */
  | { readonly kind: 'post'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string; readonly className: string }

/** Among the words, hung beside their line, or over what is drawn on it. */
export type MarkupPlace = 'among' | 'beside' | 'over'

/** What is drawn of a piece of text. Offsets count from its start. */
export type Mark =
  /** A class for a whole line, and its indent level. */
  | { readonly kind: 'line'; readonly at: number; readonly className: string; readonly indent: number }
  | { readonly kind: 'style'; readonly from: number; readonly to: number; readonly className: string }
  /** Markup: in sight only while the selection touches `reach`, and where it stands then. */
  | ({ readonly kind: 'markup'; readonly reach: Stretch; readonly stands: MarkupPlace } & Stretch)
  /** Source that something stands for while the selection does not touch it. */
  | ({ readonly kind: 'swap'; readonly reach: Stretch; readonly stand: Stand } & Stretch)
  /** Something drawn at a position regardless of the selection. */
  | { readonly kind: 'beside'; readonly at: number; readonly stand: Stand }
  /** Lines that are replaced completely by something on the line before or after. */
  | { readonly kind: 'folded'; readonly at: number; readonly reach: Stretch }
  /** A cell of a table. */
  | ({
      readonly kind: 'cell'
      readonly className: string
      readonly isLast: boolean
      /** The number of cells in its row. */
      readonly columns: number
      /** The length of its longest word, in characters. */
      readonly widestWord: number
      /** The pipe before it and the spaces around its text: never shown. */
      readonly hidden: readonly Stretch[]
    } & Stretch)

/** The marks of one piece, unordered. */
export type Reading = readonly Mark[]
