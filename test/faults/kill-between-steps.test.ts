import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, bundle, can, long, mountSmallDisk, runScript } from '../support/fault-tools'
import { onePixelPng } from '../support/temp-site'
import { noteTrial } from '../support/trial'

// Each operation is killed between every two of its steps (every third one in the short run). The next start then finds
// the disk full, away, or a post read-only, and the one after it finds all well.

const before: Readonly<Record<string, string | Uint8Array>> = {
  'next.config.js': '',
  'posts/old-name.md': '---\ntitle: Old\nslug: old-name\n---\n\n![a](a.png) a colour\r\n',
  'posts/one.md': '---\ntitle: One\n---\r\n[old](./old-name.md) in colour\r\n',
  'posts/two.md': '---\ntitle: Two\n---\n[old](./old-name.md) of any colour\n',
  'posts/three.md': '---\ntitle: Three\n---\n[old](/posts/old-name) colour\n',
  'public/images/posts/old-name/a.png': onePixelPng,
}
const posts = ['old-name.md', 'one.md', 'two.md', 'three.md']
const kills = 'Kills between two steps of an operation'
const yearMs = 365 * 24 * 60 * 60 * 1000

let scripts = ''
let script = ''
beforeAll(async () => {
  scripts = await mkdtemp(join(tmpdir(), 'postwright-script-'))
  script = await bundle('test/support/operator-script.ts', scripts)
})
afterAll(() => rm(scripts, { recursive: true }))

let base = ''
let site = ''
let release: (() => void) | null = null
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'postwright-kills-'))
  site = join(base, 'site')
})
afterEach(async () => {
  release?.()
  release = null
  await rm(base, { recursive: true, force: true })
})

const writeSite = async (): Promise<void> => {
  await rm(join(base, 'records'), { recursive: true, force: true })
  for (const name of await readdir(site).catch(() => [])) await rm(join(site, name), { recursive: true })
  for (const [path, content] of Object.entries(before)) {
    await mkdir(join(site, path, '..'), { recursive: true })
    await writeFile(join(site, path), content)
  }
}

const contents = async (): Promise<Record<string, string>> => {
  const files: Record<string, string> = {}
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name !== 'filler') {
      const path = join(entry.parentPath, entry.name)
      files[path.slice(site.length + 1)] = (await readFile(path)).toString('latin1')
    }
  return files
}

const run = async (task: string, stop: number | null, ids: readonly string[] = [], setBack = false) => {
  const under = setBack ? ['env', `CLOCK_SET_BACK_MS=${yearMs}`] : []
  const args = [site, join(base, 'records'), task, stop === null ? '' : String(stop), ...ids]
  const { answers, ended } = runScript(script, args, under)
  const { errors } = await ended
  if (stop === null && answers.at(-1)?.kind !== 'done') throw new Error(errors)
  return answers
}
const recover = async (setBack = false): Promise<readonly Answer[]> =>
  (await run('recover', null, [], setBack)).filter(({ kind }) => kind === 'recovered')

const operations: readonly (readonly [task: string, ids: readonly string[]])[] = [
  ['rename', ['old-name.md', 'new-name', 'one.md', 'two.md', 'three.md']],
  ['replace', posts],
  ['bulk', posts],
]

/** The expected state after each number of steps: for a rename the new one, otherwise each file old or new. */
const expectWhole = async (task: string, after: Record<string, string>, old: Record<string, string>) => {
  const now = await contents()
  if (task === 'rename') return expect(now).toEqual(after)
  expect(Object.keys(now).sort()).toEqual(Object.keys(old).sort())
  for (const [path, text] of Object.entries(now)) expect([old[path], after[path]]).toContain(text)
}

const conditions: Readonly<
  Record<string, { readonly begin: () => Promise<void>; readonly end: () => Promise<void> }>
> = {
  'a full disk': {
    begin: async () => {
      for (let size = 1_000_000; size >= 1; size = Math.floor(size / 2))
        await writeFile(join(site, 'filler'), Buffer.alloc(size), { flag: 'a' }).catch(() => undefined)
    },
    end: () => rm(join(site, 'filler')),
  },
  'a disk that is away, its mount point empty': {
    begin: async () => {
      await rename(site, join(base, 'unplugged'))
      await mkdir(join(site, 'posts'), { recursive: true })
    },
    end: async () => {
      expect(await readdir(join(site, 'posts'))).toEqual([]) // nothing was put there
      await rm(site, { recursive: true })
      await rename(join(base, 'unplugged'), site)
    },
  },
  'a post that is read-only': {
    begin: () => chmod(join(site, 'posts/two.md'), 0o444),
    end: () => chmod(join(site, 'posts/two.md'), 0o644),
  },
}

describe.each(Object.entries(conditions))('the next start finds %s', (condition, { begin, end }) => {
  test.each(operations)(
    'after a %s was killed between any two steps',
    async (task, ids) => {
      if (condition === 'a full disk') {
        await mkdir(site)
        release = mountSmallDisk(site, 300_000)
        if (!can('a small disk of its own', release !== null)) return
      }
      await writeSite()
      const old = await contents()
      const count = (await run(task, null, ids))[0]?.count ?? 0
      const after = await contents()
      expect(count).toBeGreaterThan(3)
      const met = new Set<string | undefined>()
      for (let stop = 0; stop <= count; stop += long ? 1 : 3) {
        noteTrial(kills, { tried: 1 })
        await writeSite()
        await run(task, stop, ids)
        await begin()
        for (const { reason } of await recover()) met.add(reason) // it finishes, whatever the condition is
        await end()
        await recover()
        await expectWhole(task, after, old)
        expect(await recover(), `${task} killed after step ${stop}`).toEqual([])
        noteTrial(kills, { survived: 1 })
      }
    },
    600_000,
  )
})

test.each(operations)(
  'a %s that was killed is recovered, and taken back, by a clock that was set back a year',
  async (task, ids) => {
    await writeSite()
    const old = await contents()
    const count = (await run(task, null, ids))[0]?.count ?? 0
    for (let stop = 1; stop < count; stop += long ? 1 : 3) {
      noteTrial(kills, { tried: 1 })
      await writeSite()
      await run(task, stop, ids)
      const [found] = await recover(true)
      await run('undo', null, [found?.message ?? ''], true)
      expect(await contents(), `killed after step ${stop}`).toEqual(old)
      noteTrial(kills, { survived: 1 })
    }
  },
  600_000,
)
