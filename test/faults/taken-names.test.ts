import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test, vi } from 'vitest'
import { long } from '../support/fault-tools'
import { withTempFolder } from '../support/temp-folder'
import { noteTrial } from '../support/trial'

const disk = vi.hoisted(() => ({ hasLinks: true }))
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof import('node:fs/promises')>()
  return {
    ...real,
    link: async (from: string, to: string) => {
      if (!disk.hasLinks) throw Object.assign(new Error('EPERM: link'), { code: 'EPERM' })
      return real.link(from, to)
    },
  }
})
const { moveToFreeName } = await import('../../electron/disk/calls/take-name')

const folder = withTempFolder()
const tries = long ? 2_000 : 200

/** Another program that creates a file at some moment, and reports whether it did. */
const other = `
  const { parentPort } = require('node:worker_threads')
  const { writeFileSync } = require('node:fs')
  parentPort.on('message', ({ path, microseconds }) => {
    const end = process.hrtime.bigint() + BigInt(microseconds) * 1000n
    while (process.hrtime.bigint() < end);
    try {
      writeFileSync(path, 'theirs', { flag: 'wx' })
      parentPort.postMessage(true)
    } catch {
      parentPort.postMessage(false)
    }
  })`

test.each([true, false])(
  'a file that appears at the new name at any moment stays (a disk with links: %s)',
  async (hasLinks) => {
    disk.hasLinks = hasLinks
    const worker = new Worker(other, { eval: true })
    const told = { moved: 0, refused: 0, lost: 0 }
    for (let n = 0; n < tries; n++) {
      const [from, to] = [join(folder(), `from-${n}`), join(folder(), `to-${n}`)]
      await writeFile(from, 'mine')
      const made = new Promise<boolean>((resolve) => worker.once('message', resolve))
      worker.postMessage({ path: to, microseconds: (n * 7) % 600 })
      const moved = await moveToFreeName(from, to).then(
        () => true,
        () => false,
      )
      told[moved ? 'moved' : 'refused'] += 1
      const isTheirs = await made
      const now = await readFile(to, 'utf8')
      if (now !== (isTheirs ? 'theirs' : 'mine')) told.lost += 1
      if (isTheirs && (await readFile(from, 'utf8')) !== 'mine') told.lost += 1
      for (const path of [from, to]) await rm(path, { force: true })
    }
    await worker.terminate()
    const what = 'Files that appear at a name that is about to be taken'
    noteTrial(what, { tried: tries, survived: tries - told.lost })
    expect(told.lost).toBe(0)
    expect(told.moved + told.refused).toBe(tries)
  },
)
