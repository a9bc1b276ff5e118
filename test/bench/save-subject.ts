import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readPost, savePost } from '../../electron/posts/post-file'

/** A post of about this many bytes; no two are the same. */
export const postOf = (bytes: number): string => {
  const paragraph = () =>
    `${randomBytes(24).toString('hex')} and some words that a person could have written.\n\n`
  return `---\ntitle: Bench\n---\n\n${Array.from({ length: Math.ceil(bytes / paragraph().length) }, paragraph).join('')}`
}

export interface Sample {
  readonly ms: number
  readonly written: number
}

/** The bytes that this process has written; NaN where the system does not count them. */
export const bytesWritten = (pid: number | 'self' = 'self'): number => {
  try {
    return Number(/^wchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1])
  } catch {
    return Number.NaN // only Linux counts
  }
}

/** Nobody saves faster than this; a file that changed a moment ago is read twice, because file times are coarse. */
const restMs = 60

const measure = async (work: () => Promise<unknown>): Promise<Sample> => {
  await sleep(restMs)
  const written = bytesWritten()
  const start = performance.now()
  await work()
  return { ms: performance.now() - start, written: bytesWritten() - written }
}

/**
 * What a save cannot do without: write a file beside, wait for the disk, rename. After a power cut its new name may be
 * gone again; `folderToo` waits for that as well.
 */
export const bareSave = (folder: string, text: string, folderToo: boolean): Promise<Sample> => {
  const bytes = Buffer.from(text)
  return measure(async () => {
    const temp = join(folder, '.bare.tmp')
    const file = openSync(temp, 'w')
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    fsyncSync(file)
    closeSync(file)
    renameSync(temp, join(folder, 'bare.md'))
    if (!folderToo) return
    const opened = openSync(folder, 'r')
    fsyncSync(opened)
    closeSync(opened)
  })
}

/** The save of the app, as main does it. */
export const ourSave = async (folder: string, text: string): Promise<Sample> => {
  const { format, revision } = await readPost(folder, 'ours.md')
  return measure(async () => {
    const { kind } = await savePost(folder, 'ours.md', { text, format, base: revision })
    if (kind !== 'saved') throw new Error(`The save answered ${kind}`)
  })
}

export interface Rounds {
  readonly bare: readonly Sample[]
  readonly bareAndFolder: readonly Sample[]
  readonly ours: readonly Sample[]
}

/** The three kinds of save in turn, so that other load on the machine affects all of them. */
export const saveRounds = async (folder: string, size: number, rounds: number): Promise<Rounds> => {
  await prepare(folder, postOf(size))
  const found = { bare: [] as Sample[], bareAndFolder: [] as Sample[], ours: [] as Sample[] }
  for (let round = 0; round < rounds; round++) {
    const text = postOf(size) + 'x'.repeat(round % 2) // as when typing, the length changes each time
    found.bare.push(await bareSave(folder, text, false))
    found.bareAndFolder.push(await bareSave(folder, text, true))
    found.ours.push(await ourSave(folder, text))
  }
  return found
}

/** The files that both start with. */
const prepare = async (folder: string, text: string): Promise<void> => {
  for (const name of ['bare.md', 'ours.md']) await writeFile(join(folder, name), text)
  await readFile(join(folder, 'ours.md'))
}
