import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const deepest = 4
const maxFolders = 80

/** Which files to find: by their name, the likely ones first. */
interface Wanted {
  readonly name: RegExp
  /** Paths that come first, as only so many files are wanted. */
  readonly first: RegExp
  readonly most: number
}

/** Files of a site in these folders and those below, as paths from its root. A folder may be missing. */
export const filesBelow = async (
  root: string,
  folders: readonly string[],
  { name, first, most }: Wanted,
): Promise<readonly string[]> => {
  const queue = folders.map((folder) => ({ folder, depth: 0 }))
  const found: string[] = []
  for (let seen = 0; seen < maxFolders; seen += 1) {
    const next = queue.shift()
    if (next === undefined) break
    for (const entry of await entriesIn(join(root, next.folder))) {
      const path = `${next.folder}/${entry.name}`
      if (entry.isFile() && name.test(entry.name)) found.push(path)
      else if (entry.isDirectory() && next.depth < deepest && !/^(?:[.]|node_modules$)/.test(entry.name))
        queue.push({ folder: path, depth: next.depth + 1 })
    }
  }
  const likely = found.filter((path) => first.test(path))
  return [...likely, ...found.filter((path) => !first.test(path))].slice(0, most)
}

// A folder that is missing or not accessible has no files.
const entriesIn = async (path: string): Promise<readonly Dirent[]> => {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}
