import { readdir, stat } from 'node:fs/promises'
import { LRUCache } from 'lru-cache'

/** The names in a folder, found regardless of case and Unicode form. */
export interface FolderNames {
  /** The name as it is spelled in the folder: an exact match, otherwise one that differs in case or form; null if none. */
  readonly spelled: (name: string) => string | null
}

/** How many listings are cached; a page full of missing images requests the same few again and again. */
const maxKept = 32
/** A folder that changed this recently may change again with the same time: some disks count whole seconds. */
const settledMs = 2500

interface Kept {
  readonly changedMs: number
  readonly names: FolderNames
}

const kept = new LRUCache<string, Kept>({ max: maxKept })

/**
 * Reads the names in a folder, from the cache if it has not changed. Rejects with the system's error.
 */
export const namesInFolder = async (folder: string): Promise<FolderNames> => {
  const changedMs = (await stat(folder)).mtimeMs // before the names: what appears meanwhile counts as a change
  const known = kept.get(folder)
  if (known?.changedMs === changedMs) return known.names
  const names = byFold(await readdir(folder))
  kept.delete(folder)
  if (Date.now() - changedMs < settledMs) return names
  kept.set(folder, { changedMs, names })
  return names
}

/** Finds names regardless of case; of two that differ only in case, the first matches a third spelling. */
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
