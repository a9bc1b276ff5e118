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
 * A new name for a file that is being written: hidden, no post to any generator, short enough beside a name of 255
 * bytes, and telling the sweep who made it.
 */
export const newTempName = (): string => {
  const name = `.postwright-${host}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`
  alive.add(name)
  return name
}

/** The temporary file has been renamed or removed; from now on the sweep may take one of its name. */
export const forgetTemp = (path: string): void => {
  alive.delete(basename(path))
}

/** Removes what a crash of ours left in a folder and below; never the file another process is writing just now. */
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
    // A folder that went away or is closed to us holds nothing that we could sweep.
    if (isNotThereNow(error)) return []
    throw error
  }
}

const isStale = async (path: string, name: string): Promise<boolean> => {
  const match = pattern.exec(name)
  if (!match || alive.has(name)) return false
  if (match[1] === host && !isRunning(Number(match[2]))) return true
  // A process of this number runs, or the file came from another machine: nothing of ours lives for a day.
  const found = await stat(path).catch(() => null) // gone by itself, or out of reach: nothing to sweep
  return found !== null && Math.abs(Date.now() - found.mtimeMs) > dayMs
}

/** This process knows its own files, so one with its number that it does not know is of an earlier life. */
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
    () => false, // somebody was faster, or the folder is read-only; the next sweep tries again
  )
