import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { createOperations } from '../../electron/posts/operations'
import { planReplace } from '../../electron/posts/replace-in-posts'
import { type TempSite, tempSite } from '../support/temp-site'

let site: TempSite
afterEach(() => site.remove())

const text = (path: string) => readFile(site.path(path), 'utf8')
const words = { text: 'jam', by: 'jelly', wholeWord: false, matchCase: false, regex: false }

test('a replace changes the places it found and no other byte', async () => {
  const mixed = '---\r\ntitle: "Colour" # c\r\n---\nthe colour\rof colours\r\n'
  site = await tempSite({ 'posts/a.md': mixed, 'posts/b.md': 'none\n' })
  const request = { text: 'colou(rs?)', by: 'colo$1', wholeWord: true, matchCase: true, regex: true }
  const { files, steps } = await planReplace(site.path('posts'), ['a.md', 'b.md'], request)
  expect(files.map(({ id }) => id)).toEqual(['a.md'])
  await createOperations({ folder: site.path('.records'), trash: () => Promise.resolve() }).run({
    title: '',
    steps,
    afterCrash: 'leave',
  })
  expect(await text('posts/a.md')).toBe('---\r\ntitle: "Colour" # c\r\n---\nthe color\rof colors\r\n')
})

test('a post that changed since it was shown, or is gone, is left alone and named', async () => {
  site = await tempSite({ 'posts/a.md': 'jam\n', 'posts/b.md': 'jam\n', 'posts/c.md': 'jam\n' })
  const root = site.path('posts')
  const ids = ['a.md', 'b.md', 'c.md']
  const shown = new Map(
    (await planReplace(root, ids, words)).files.map(({ id, revision }) => [id, revision] as const),
  )
  await writeFile(site.path('posts/a.md'), 'more jam\n')
  await rm(site.path('posts/c.md'))
  const { files, steps, refused } = await planReplace(root, ids, words, { shown })
  expect(files.map(({ id }) => id)).toEqual(['b.md'])
  expect(steps).toHaveLength(1)
  expect(refused).toEqual([
    expect.stringMatching(/^a\.md: .*changed since/),
    expect.stringMatching(/^c\.md: /),
  ])
})

test('of very many posts only the first show their lines', async () => {
  const names = Array.from({ length: 201 }, (_, n) => `p${String(n).padStart(3, '0')}.md`)
  site = await tempSite(Object.fromEntries(names.map((name) => [`posts/${name}`, 'jam\n'])))
  const { files, steps } = await planReplace(site.path('posts'), names, words, { keepSteps: false })
  expect(steps).toEqual([])
  expect(files).toHaveLength(201)
  expect(files[199]?.changes).toEqual([{ line: 1, before: 'jam', after: 'jelly' }])
  expect(files[200]?.changes).toEqual([])
})
