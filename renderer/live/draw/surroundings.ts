import { type EditorState, Facet } from '@codemirror/state'
import type { ImageSource } from '../../../shared/markdown/links/links'

import type { Size } from './size'

/** What is drawn in a text beside its own words comes from around it. */
export interface Surroundings {
  readonly imageOf: (reference: string) => ImageSource
  /** How large images of the post are, by their references; null where nobody knows. Never rejects. */
  readonly sizesOf: (references: readonly string[]) => Promise<readonly (Size | null)[]>
  /** A formula as HTML; null while the engine is loaded, which draws the text again. */
  readonly formula: (tex: string, display: boolean) => string | null
  /** Where the page of the post reads to. */
  readonly directionOf: (state: EditorState) => 'ltr' | 'rtl'
}

/** The surroundings of the open post. */
export const surroundings = Facet.define<Surroundings, Surroundings>({
  combine: ([first]) =>
    first ?? {
      imageOf: () => ({ kind: 'refused' }),
      sizesOf: async () => [],
      formula: () => null,
      directionOf: () => 'ltr',
    },
})
