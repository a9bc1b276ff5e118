import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { messageOf } from '../../shared/app-error'
import { isMissing } from '../disk/calls/codes'

const marker = z.object({
  version: z.literal(1),
  folder: z.string(),
  starts: z.number().int().positive(),
})

/** Records on the disk that a folder is being opened at start, until the window has shown it. */
export interface StartMarker {
  /** Marks the folder; returns how many previous starts in a row failed to show it. */
  readonly begin: (folder: string) => number
  /** The window has shown the folder, or was closed. */
  readonly reached: () => void
}

/**
 * The marker in the user-data folder. Written synchronously and in place: whatever keeps the start from finishing may
 * stop this process, and losing the marker in a power cut costs only one more attempt.
 */
export const createStartMarker = (userData: string, note: (message: string) => void): StartMarker => {
  const path = join(userData, 'unfinished-start.json')
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch (error) {
      if (!isMissing(error)) note(`The mark of an unfinished start: ${messageOf(error)}`)
      return otherwise
    }
  }
  return {
    begin: (folder) => {
      const found = attempt(() => marker.safeParse(JSON.parse(readFileSync(path, 'utf8'))), null)
      const before = found?.success && found.data.folder === folder ? found.data.starts : 0
      const text = JSON.stringify({ version: 1, folder, starts: before + 1 })
      attempt(() => writeFileSync(path, text), undefined)
      return before
    },
    reached: () => attempt(() => rmSync(path, { force: true }), undefined),
  }
}
