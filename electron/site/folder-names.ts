import { readdir, stat } from 'node:fs/promises'

/** The names in a folder, found without regard to case and composition. */
export interface FolderNames {
  /** A name as it is spelled there: as asked for where that stands there, else one that reads the same; null where none does. */
  readonly spelled: (name: string) => string | null
}

/** Folders whose names are kept; a page full of missing images asks for the same few over and over. */
const maxKept = 32
/** A folder that changed so lately may change again without its time telling: some disks count whole seconds. */
const settledMs = 2500

interface Kept {
  readonly changedMs: number
  readonly names: FolderNames
}

const kept = new Map<string, Kept>()

/**
 * Reads the names in a folder, or answers those it read before where the folder has not changed since. Rejects with
 * what the system says where it cannot be read.
 */
export const namesInFolder = async (folder: string): Promise<FolderNames> => {
  const changedMs = (await stat(folder)).mtimeMs // before the names: what comes meanwhile counts as a change
  const known = kept.get(folder)
  if (known?.changedMs === changedMs) return known.names
  const names = byFold(await readdir(folder))
  kept.delete(folder)
  if (Date.now() - changedMs < settledMs) return names
  kept.set(folder, { changedMs, names })
  const [oldest] = kept.keys()
  if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest)
  return names
}

/** What these names are called by; of two that read the same, the first is meant by a third spelling. */
export const byFold = (names: readonly string[]): FolderNames => {
  const exact = new Set(names)
  const folded = new Map<string, string>()
  for (const name of names) {
    const fold = foldOf(name)
    if (!folded.has(fold)) folded.set(fold, name)
  }
  return { spelled: (name) => (exact.has(name) ? name : (folded.get(foldOf(name)) ?? null)) }
}

const ascii = /^[ -~]*$/
const foldOf = (name: string): string => (ascii.test(name) ? name : name.normalize('NFC')).toLowerCase()
