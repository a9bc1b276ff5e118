import { type EditorState, Facet } from '@codemirror/state'
import type { ImageSource } from '../../../shared/markdown/links/links'

import type { Size } from './size'

/** What rendering a text needs from outside of it. */
export interface Surroundings {
  readonly imageOf: (reference: string) => ImageSource
  /** The sizes of images of the post by their references; null if unknown. Never rejects. */
  readonly sizesOf: (references: readonly string[]) => Promise<readonly (Size | null)[]>
  /** A formula as HTML; null while the engine is loading, which then redraws the text. */
  readonly formula: (tex: string, display: boolean) => string | null
  /** The title of the post that a link names; null if there is no such post. */
  readonly titleOf: (name: string) => string | null
  /** The reading direction of the post. */
  readonly directionOf: (state: EditorState) => 'ltr' | 'rtl'
}

/** The surroundings of the open post. */
export const surroundings = Facet.define<Surroundings, Surroundings>({
  combine: ([first]) =>
    first ?? {
      imageOf: () => ({ kind: 'refused' }),
      sizesOf: async () => [],
      formula: () => null,
      titleOf: () => null,
      directionOf: () => 'ltr',
    },
})
