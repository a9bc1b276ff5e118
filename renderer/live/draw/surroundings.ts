import { Facet } from '@codemirror/state'
import type { ImageSource } from '../../../shared/markdown/links/links'

/** What is drawn in a text beside its own words comes from around it. */
export interface Surroundings {
  readonly imageOf: (reference: string) => ImageSource
  /** A formula as HTML; null while the engine is loaded, which draws the text again. */
  readonly formula: (tex: string, display: boolean) => string | null
}

/** The surroundings of the open post. */
export const surroundings = Facet.define<Surroundings, Surroundings>({
  combine: ([first]) => first ?? { imageOf: () => ({ kind: 'refused' }), formula: () => null },
})
