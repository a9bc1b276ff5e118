import { AppError } from '../../shared/app-error'
import { writeAtomically } from '../disk/atomic-write'

/** Writes an exported page completely or not at all; an existing file is replaced. */
export const writeExport = async (path: string, html: string): Promise<void> => {
  const bytes = new TextEncoder().encode(html)
  try {
    await writeAtomically(path, bytes, { create: true })
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'already-exists') throw error
    await writeAtomically(path, bytes)
  }
}
