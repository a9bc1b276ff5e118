import type { ReadableHeads } from '../../front-matter/find/forms'
import type { MarkdownFeatures } from './features'

/** Code as HTML, highlighted once it is `final`. */
interface HighlightedCode {
  readonly html: string
  readonly final: boolean
}

/** How a page is rendered. Everything that is not pure is passed in. */
export interface MarkdownOptions {
  readonly features: MarkdownFeatures
  /** The forms of front matter that the site reads; all of them if unknown. */
  readonly heads?: ReadableHeads | undefined
  /** The address that shows the image `reference` of this post; null leaves a labelled placeholder. */
  readonly assetUrl: (reference: string) => string | null
  /** Images from other servers: shown, or held back behind a placeholder. */
  readonly remoteImages: 'show' | 'hold'
  /** Writes `data-line` on elements inside a block, for scroll sync. Off by default. */
  readonly sourceMap?: boolean
  /** Check boxes of task lists can be ticked. Off by default. */
  readonly tickable?: boolean
  /** Code as safe HTML. Code that is not `final` is drawn again when its language has been loaded. */
  readonly highlight?: (code: string, language: string) => HighlightedCode
  /** A formula as safe HTML, or null while the engine is not loaded (the source is shown). */
  readonly math?: (tex: string, display: boolean) => string | null
  /** A Mermaid diagram as safe HTML, or null if it was not drawn (the source is shown). */
  readonly diagram?: (source: string) => string | null
  /** Called with the first line of each block before it is parsed. */
  readonly onBlock?: (firstLine: string) => void
  /** `<br />` instead of `<br>`, as in the specification's examples. */
  readonly xhtml?: boolean
  /** Keeps link schemes we would refuse; only for the specification's examples. */
  readonly anyLink?: boolean
}
