import { createHash, randomBytes } from 'node:crypto'
import { readdir, stat, unlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { codeOf, isNotThereNow } from './calls/codes'

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const pattern = /^\.postwright-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/
const dayMs = 24 * 60 * 60 * 1000
const alive = new Set<string>()

/**
 * A new name for a file that is being written: hidden, not a post to any generator, never longer than names may be,
 * and with the id of the process for the sweep.
 */
export const newTempName = (): string => {
  const name = `.postwright-${host}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`
  alive.add(name)
  return name
}

/** The temporary file has been renamed or removed; the sweep may remove one with its name again. */
export const forgetTemp = (path: string): void => {
  alive.delete(basename(path))
}

/** Removes temporary files that a crash left in a folder and below; never one that another process is writing. */
export const sweepTempFiles = async (root: string): Promise<readonly string[]> => {
  const swept: string[] = []
  const folders = [root]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') folders.push(path)
      if (entry.isFile() && (await isStale(path, entry.name)) && (await remove(path))) swept.push(path)
    }
  }
  return swept
}

const entriesOf = async (folder: string) => {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    // A folder that is gone or not accessible has nothing to sweep.
    if (isNotThereNow(error)) return []
    throw error
  }
}

const isStale = async (path: string, name: string): Promise<boolean> => {
  const match = pattern.exec(name)
  if (!match || alive.has(name)) return false
  if (match[1] === host && !isRunning(Number(match[2]))) return true
  // A process with this id is running, or the file is from another machine: temporary files never live for a day.
  const found = await stat(path).catch(() => null) // gone or not accessible: nothing to sweep
  return found !== null && Math.abs(Date.now() - found.mtimeMs) > dayMs
}

/** This process knows its own files; another file with its id is from an earlier process. */
const isRunning = (pid: number): boolean => {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const remove = (path: string): Promise<boolean> =>
  unlink(path).then(
    () => true,
    () => false, // already removed, or the folder is read-only; the next sweep tries again
  )
