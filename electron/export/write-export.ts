import { AppError } from '../../shared/app-error'
import { writeAtomically } from '../disk/atomic-write'

/** Writes an exported page whole or not at all; a file that is there already is replaced. */
export const writeExport = async (path: string, html: string): Promise<void> => {
  const bytes = new TextEncoder().encode(html)
  try {
    await writeAtomically(path, bytes, { create: true })
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'already-exists') throw error
    await writeAtomically(path, bytes)
  }
}
