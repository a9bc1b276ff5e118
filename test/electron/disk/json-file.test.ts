import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadJson } from '../../../electron/disk/json-file'
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
