import { z } from 'zod'
import { postId } from '../posts/post'
import { call, event, returns } from './define'

/** The result of an export; `path` is null if the dialog was canceled. */
export interface Exported {
  readonly path: string | null
  /** Images that were not found and became labeled placeholders. */
  readonly missingImages: readonly string[]
  /** How many Mermaid diagrams stayed as source. */
  readonly undrawnDiagrams: number
}

/** The limit for the SVG of a diagram in characters; a larger one stays as source. */
export const maxOfDiagram = 2_000_000

const svg = z.string().startsWith('<svg').max(maxOfDiagram)

/** A Mermaid diagram drawn by the page. */
const drawnDiagram = z.object({ source: z.string(), light: svg, dark: svg })
export type DrawnDiagram = z.infer<typeof drawnDiagram>

/** Further diagrams stay as source. */
export const maxDiagrams = 100

export const exportCalls = {
  /**
   * Asks for a file name, then writes the text in the editor and its drawn diagrams as one self-contained HTML file.
   */
  exportHtml: call(
    z.tuple([postId, z.string().max(100_000_000), z.array(drawnDiagram).max(maxDiagrams).optional()]),
    returns<Exported>(),
  ),
  /** Stops the export that is running; its call rejects with `cancelled` and nothing is written. */
  cancelExport: call(z.tuple([]), returns<void>()),
} as const

export const exportEvents = {
  /** The file was named and rendering has started. */
  exportStarted: event<{ readonly name: string }>(),
} as const
