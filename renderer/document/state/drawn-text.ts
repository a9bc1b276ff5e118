import { Facet } from '@codemirror/state'

/** Whether the text is rendered in place, with markup out of sight that an edit must not remove unseen. */
export const isDrawn = Facet.define<boolean, boolean>({ combine: (values) => values.includes(true) })
