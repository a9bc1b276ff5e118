/** A stretch of a text, by offsets. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What stands for a piece of source, or beside it. */
export type Stand =
  | { readonly kind: 'task'; readonly ticked: boolean /** The words of the item. */; readonly name: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'image'; readonly reference: string; readonly alt: string; readonly isAlone: boolean }
  | { readonly kind: 'formula'; readonly tex: string; readonly display: boolean }
  | { readonly kind: 'chip'; readonly label: string; readonly name: string; readonly detail: string }
  | { readonly kind: 'note'; readonly label: string }
  | { readonly kind: 'text'; readonly text: string; readonly className: string }

/** What is drawn of a piece of text. Offsets count from its start. */
export type Mark =
  /** A class on a whole line, and by how many steps it is indented. */
  | { readonly kind: 'line'; readonly at: number; readonly className: string; readonly indent: number }
  | { readonly kind: 'style'; readonly from: number; readonly to: number; readonly className: string }
  /** Markup: in sight only while the selection touches `reach`, among the words or hung beside them. */
  | ({ readonly kind: 'markup'; readonly reach: Stretch; readonly hangs: boolean } & Stretch)
  /** Source that something stands for while the selection does not touch it. */
  | ({ readonly kind: 'swap'; readonly reach: Stretch; readonly stand: Stand } & Stretch)
  /** Something drawn at a place whatever is selected. */
  | { readonly kind: 'beside'; readonly at: number; readonly stand: Stand }
  /** Lines that give way, with all that is in them, to what stands on the line before or behind. */
  | { readonly kind: 'folded'; readonly at: number; readonly reach: Stretch }
  /** A cell of a table. */
  | ({
      readonly kind: 'cell'
      readonly className: string
      readonly isLast: boolean
      /** The pipe before it and the blanks around its words: never in sight. */
      readonly hidden: readonly Stretch[]
    } & Stretch)

/** Marks of one piece, in no order. */
export type Reading = readonly Mark[]
