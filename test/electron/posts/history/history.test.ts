import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { revisionOf } from '../../../../electron/disk/revision'
import { createHistory, type History } from '../../../../electron/posts/history/history'
import { thinVersions } from '../../../../electron/posts/history/thin-versions'
import { fc } from '../../../support/properties'
import { withTempFolder } from '../../../support/temp-folder'

const tempFolder = withTempFolder()
let folder = ''
let clock = 0
let limit = 1e9
let history: History
const site = '/blog'
const open = (): History => createHistory({ folder, limitBytes: () => limit, now: () => clock })

beforeEach(async () => {
  folder = tempFolder()
  clock = Date.UTC(2024, 0, 1)
  limit = 1e9
  history = open()
})

const keep = (id: string, text: string) => history.keep(site, id, Buffer.from(text))
const texts = async (id: string, from = history): Promise<string[]> => {
  const found: string[] = []
  for (const { revision } of await from.versions(site, id))
    found.push(Buffer.from(await from.read(revision)).toString())
  return found
}
const files = async (below: string): Promise<string[]> =>
  (await readdir(join(folder, below), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('history', () => {
  test('keeps versions, newest first, through a restart; the same twice in a row is one', async () => {
    for (const text of ['one', 'two', 'two', 'one']) expect(await keep('a.md', text)).toBeUndefined()
    expect(await texts('a.md', open())).toEqual(['one', 'two', 'one'])
    expect(await files('versions')).toHaveLength(2)
  })

  test('lists the posts of a site and no other', async () => {
    await keep('a.md', 'x')
    clock += 1000
    await keep('b.md', 'x')
    await history.keep('/other', 'c.md', Buffer.from('x'))
    expect((await history.posts(site)).map(({ id }) => id)).toEqual(['b.md', 'a.md'])
  })

  test('follows a rename, also onto a name that had versions', async () => {
    await keep('b.md', 'earlier')
    await keep('a.md', 'one')
    await history.move(site, 'a.md', 'b.md')
    expect(await texts('a.md')).toEqual([])
    expect(await texts('b.md')).toEqual(['one', 'earlier'])
  })

  test('stays under its limit, lets the oldest go and the newest of each post last', async () => {
    const noise = (seed: number) =>
      Array.from({ length: 800 }, (_, at) => `${(at + 7) ** (seed % 5) * seed}`).join()
    await keep('quiet.md', 'the only version')
    for (let index = 0; index < 30; index++) {
      clock += 60_000
      if (index === 15) limit = 20_000
      await keep('busy.md', noise(index + 2))
    }
    const sizes = await Promise.all(
      (await files('versions')).map(async (path) => (await readFile(path)).length),
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limit)
    expect((await texts('busy.md'))[0]).toBe(noise(31))
    expect(await texts('quiet.md')).toEqual(['the only version'])
  })

  test('a clock that was set back a year changes neither the order nor what is let go', async () => {
    const noise = (seed: number) =>
      Array.from({ length: 800 }, (_, at) => `${(at + 7) ** (seed % 5) * seed}`).join()
    for (let index = 0; index < 30; index++) {
      clock += 60_000
      if (index === 15) clock -= 365 * 86_400_000
      if (index === 20) limit = 20_000
      await keep('a.md', noise(index + 2))
    }
    const left = await texts('a.md')
    expect(left.length).toBeGreaterThan(2)
    expect(left).toEqual(left.map((_, index) => noise(31 - index)))
  })

  test('a damaged version says so, the others open, and a save mends it', async () => {
    await keep('a.md', 'one')
    await keep('a.md', 'two')
    const revision = revisionOf(Buffer.from('one'))
    const path = join(folder, 'versions', revision.slice(0, 2), revision.slice(2))
    const whole = await readFile(path)
    for (let cut = 0; cut < whole.length; cut++) {
      await truncate(path, cut)
      await expect(history.read(revision)).rejects.toMatchObject({
        kind: 'failed',
        message: expect.stringMatching(/damaged/),
      })
      await writeFile(path, whole)
    }
    await writeFile(path, 'rubbish')
    await keep('a.md', 'one')
    expect(await texts('a.md')).toEqual(['one', 'two', 'one'])
    await rm(path)
    await expect(history.read(revision)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a list cut at any byte keeps its whole lines and takes new ones', async () => {
    await keep('a.md', 'one')
    await keep('a.md', 'two')
    const [path = ''] = await files('posts')
    const whole = await readFile(path)
    for (let cut = 0; cut <= whole.length; cut++) {
      await writeFile(path, whole.subarray(0, cut))
      await keep('a.md', 'three')
      const found = await texts('a.md', open())
      expect(found[0], `cut at ${cut}`).toBe('three')
      expect(['two', 'one'].filter((text) => found.includes(text)).length).toBe(found.length - 1)
      await truncate(path, 0)
    }
  })

  test('rubbish in a list is passed over, and a list nobody owns still holds its versions', async () => {
    await keep('a.md', 'one')
    const [path = ''] = await files('posts')
    await appendFile(path, '\0\0\0\n12345678 {"revision":"x"}\n\n')
    await keep('a.md', 'two')
    expect(await texts('a.md')).toEqual(['two', 'one'])
    await writeFile(path, (await readFile(path, 'utf8')).replace('"site"', '"sight"'))
    limit = 1
    await keep('b.md', 'three')
    limit = 1e9
    expect(await texts('b.md')).toEqual([])
    await keep('b.md', 'three')
    expect(await texts('b.md')).toEqual(['three'])
  })

  test('a folder that cannot be used is told in words and tried again', async () => {
    const path = join(folder, 'place')
    await writeFile(path, '')
    const broken = createHistory({ folder: join(path, 'history'), limitBytes: () => 1e9 })
    expect(await broken.keep(site, 'a.md', Buffer.from('x'))).toMatch(/a\.md could not be added/)
    await rm(path)
    await mkdir(path)
    expect(await broken.keep(site, 'a.md', Buffer.from('x'))).toBeUndefined()
  })
})

describe('thinVersions', () => {
  const minute = 60_000
  const at = (savedMs: number) => ({ revision: `${savedMs}`, savedMs, size: 1 })

  test('a year of saving each minute becomes a few hundred versions, dense where it is recent', () => {
    const now = 525_600 * minute
    const versions = Array.from({ length: 525_600 }, (_, index) => at(index * minute))
    const kept = thinVersions(versions, now)
    expect(kept.length).toBeLessThan(450)
    expect(kept[0]).toBe(versions[0])
    expect(kept.at(-1)).toBe(versions.at(-1))
    expect(kept.filter(({ savedMs }) => now - savedMs <= 60 * minute)).toHaveLength(60)
  })

  test('keeps order, ends, and every version of the last minutes and of the future; thinning twice is thinning once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e7, max: 1e11 })), (times) => {
        const versions = times.map(at)
        const kept = thinVersions(versions, 1e11)
        expect(versions.filter((version) => kept.includes(version))).toEqual(kept)
        expect([kept[0], kept.at(-1)]).toEqual([versions[0], versions.at(-1)])
        for (const version of versions)
          if (1e11 - version.savedMs <= 10 * minute) expect(kept).toContain(version)
        expect(thinVersions(kept, 1e11)).toEqual(kept)
      }),
    )
  })
})
