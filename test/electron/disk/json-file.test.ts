import { cp, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadJson } from '../../../electron/disk/json-file'
import { loadAppState } from '../../../electron/workspace/app-state'
import { withTempFolder } from '../../support/temp-folder'

const schema = z.object({ theme: z.enum(['light', 'dark']), size: z.number() })
const fallback = { theme: 'light', size: 13 } as const
const folder = withTempFolder()

const load = (name: string) => loadJson(join(folder(), name), schema, fallback)

test('a missing file is the fallback, without a word', async () => {
  const { file, notice } = await load('none.json')
  expect(file.value()).toEqual(fallback)
  expect(notice).toBeNull()
})

test('what was set is there after a restart', async () => {
  const first = await load('a.json')
  await Promise.all([
    first.file.set({ theme: 'dark', size: 14 }),
    first.file.set({ theme: 'dark', size: 15 }),
  ])
  const second = await load('a.json')
  expect(second.file.value()).toEqual({ theme: 'dark', size: 15 })
})

test('one bad key falls back alone and is named', async () => {
  await writeFile(join(folder(), 'b.json'), '{ "theme": "purple", "size": 20 }')
  const { file, notice } = await load('b.json')
  expect(file.value()).toEqual({ theme: 'light', size: 20 })
  expect(notice).toContain('theme')
})

test('a file that is not JSON is set aside whole, with a notice', async () => {
  await writeFile(join(folder(), 'c.json'), '{ "theme": "da')
  const { file, notice } = await load('c.json')
  expect(file.value()).toEqual(fallback)
  expect(notice).toContain('c.json.damaged')
  expect(await readFile(join(folder(), 'c.json.damaged'), 'utf8')).toBe('{ "theme": "da')
})

test('what is written names its version, and keys that it does not know stay', async () => {
  await writeFile(join(folder(), 'd.json'), '{ "size": 20, "later": { "deep": [1] } }')
  const { file, notice } = await load('d.json')
  await file.set({ theme: 'dark', size: 21 })
  expect(notice).toBeNull()
  expect(JSON.parse(await readFile(join(folder(), 'd.json'), 'utf8'))).toEqual({
    version: 1,
    later: { deep: [1] },
    theme: 'dark',
    size: 21,
  })
})

test('a file of a newer version is left alone, byte for byte, and told', async () => {
  const newer = '{"version":2,"theme":{"now":"an object"},"size":20}'
  await writeFile(join(folder(), 'e.json'), newer)
  const { file, notice } = await load('e.json')
  expect(file.value()).toEqual(fallback)
  expect(notice).toMatch(/newer version of Postwright.*left unchanged/)
  await file.set({ theme: 'dark', size: 30 })
  expect(file.value()).toEqual({ theme: 'dark', size: 30 })
  expect(await readFile(join(folder(), 'e.json'), 'utf8')).toBe(newer)
})

test.each(['[]', 'null', '3', '"text"', ''])('%j is no settings, and is set aside', async (text) => {
  await writeFile(join(folder(), 'f.json'), text)
  const { file } = await load('f.json')
  expect(file.value()).toEqual(fallback)
  expect(await readFile(join(folder(), 'f.json.damaged'), 'utf8')).toBe(text)
  await file.set({ theme: 'dark', size: 1 })
  expect((await load('f.json')).file.value()).toEqual({ theme: 'dark', size: 1 })
})

test('a file that the disk does not give us is left where it is', async () => {
  await symlink('loop.json', join(folder(), 'loop.json'))
  const { file, notice } = await load('loop.json')
  expect(notice).toMatch(/left unchanged/)
  await file.set({ theme: 'dark', size: 2 })
  expect(await readlink(join(folder(), 'loop.json'))).toBe('loop.json')
})

test.each(['settings', 'session'])(
  '%s of version 1, and of before versions, are read as they were written',
  async (name) => {
    const kept = resolve(import.meta.dirname, '../../fixtures/records')
    for (const version of [0, 1]) {
      await cp(join(kept, `${name}-${version}.json`), join(folder(), `${name}.json`))
      const { settings, session, notices } = await loadAppState(folder())
      expect(notices).toEqual([])
      if (name === 'settings')
        expect(settings.value()).toMatchObject({ autosave: 'off', autosaveDelay: 2500 })
      else
        expect(session.value()).toMatchObject({
          recentFolders: ['/blog/posts', '/other'],
          lastFolder: '/blog/posts',
          lastPosts: { '/blog/posts': 'a.md' },
          window: { width: 1000, height: 700, maximized: true },
        })
    }
  },
)
