import { z } from 'zod'
import { postId } from '../post'
import { call, returns } from './define'

/** What an export came to; `path` is null when the dialog was dismissed. */
export interface Exported {
  readonly path: string | null
  /** Images that were not found and stand as a labelled placeholder. */
  readonly missingImages: readonly string[]
}

export const exportCalls = {
  /** Asks for a file name, then writes one self-contained HTML file of the text as it stands in the editor. */
  exportHtml: call(z.tuple([postId, z.string().max(100_000_000)]), returns<Exported>()),
} as const
