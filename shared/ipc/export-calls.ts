import { z } from 'zod'
import { postId } from '../posts/post'
import { call, event, returns } from './define'

/** What an export came to; `path` is null when the dialog was dismissed. */
export interface Exported {
  readonly path: string | null
  /** Images that were not found and stand as a labelled placeholder. */
  readonly missingImages: readonly string[]
  /** How many Mermaid diagrams stand as their source. */
  readonly undrawnDiagrams: number
}

/** Characters of the SVG of a diagram; a larger one stands as its source. */
export const maxOfDiagram = 2_000_000

const svg = z.string().startsWith('<svg').max(maxOfDiagram)

/** A Mermaid diagram that the page has drawn, as only a page can. */
const drawnDiagram = z.object({ source: z.string(), light: svg, dark: svg })
export type DrawnDiagram = z.infer<typeof drawnDiagram>

/** More diagrams than this stand as their source. */
export const maxDiagrams = 100

export const exportCalls = {
  /**
   * Asks for a file name, then writes one self-contained HTML file of the text as it stands in the editor, its
   * diagrams as they were drawn.
   */
  exportHtml: call(
    z.tuple([postId, z.string().max(100_000_000), z.array(drawnDiagram).max(maxDiagrams).optional()]),
    returns<Exported>(),
  ),
  /** Stops the export that is running; its call rejects with `cancelled` and nothing is written. */
  cancelExport: call(z.tuple([]), returns<void>()),
} as const

export const exportEvents = {
  /** The writer has named the file and the page is being made. */
  exportStarted: event<{ readonly name: string }>(),
} as const
