import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { createOperations } from '../../../../electron/posts/operations/operations'
import { planReplace, replacedLines } from '../../../../electron/posts/plans/replace-in-posts'
import { type TempSite, tempSite } from '../../../support/temp-site'

let site: TempSite
afterEach(() => site.remove())

const text = (path: string) => readFile(site.path(path), 'utf8')
const words = { text: 'jam', replacement: 'jelly', wholeWord: false, matchCase: false, regex: false }

test('a replace changes the places it found and no other byte', async () => {
  const mixed = '---\r\ntitle: "Colour" # c\r\n---\nthe colour\rof colours\r\n'
  site = await tempSite({ 'posts/a.md': mixed, 'posts/b.md': 'none\n' })
  const request = { text: 'colou(rs?)', replacement: 'colo$1', wholeWord: true, matchCase: true, regex: true }
  const { files, steps } = await planReplace(site.path('posts'), ['a.md', 'b.md'], request)
  expect(files.map(({ id }) => id)).toEqual(['a.md'])
  await createOperations({ folder: site.path('.records'), trash: () => Promise.resolve() }).run({
    title: '',
    steps,
    afterCrash: 'leave',
  })
  expect(await text('posts/a.md')).toBe('---\r\ntitle: "Colour" # c\r\n---\nthe color\rof colors\r\n')
})

test('a regular expression can put in line breaks and tabs, as the file has them', async () => {
  site = await tempSite({ 'posts/a.md': 'a; b\r\nc\r\n' })
  const request = {
    text: '; ',
    replacement: '\\n\\t\\\\n$&',
    wholeWord: false,
    matchCase: false,
    regex: true,
  }
  const { steps } = await planReplace(site.path('posts'), ['a.md'], request)
  const after = steps.map((step) => (step.kind === 'write' ? Buffer.from(step.after).toString() : ''))
  expect(after).toEqual(['a\r\n\t\\n; b\r\nc\r\n'])
})

test('conditions choose the posts, and are no part of what is replaced', async () => {
  site = await tempSite({ 'posts/a.md': 'Orange  jam, tag:docker jam\n' })
  const replaced = async (text: string) => {
    const { steps } = await planReplace(site.path('posts'), ['a.md'], { ...words, text })
    return steps.map((step) => (step.kind === 'write' ? Buffer.from(step.after).toString() : ''))
  }
  expect(await replaced('tag:docker jam')).toEqual(['Orange  jelly, tag:docker jelly\n'])
  expect(await replaced('jam -honey before:2024')).toEqual(['Orange  jelly, tag:docker jelly\n'])
  expect(await replaced('"orange  jam"')).toEqual(['jelly, tag:docker jam\n'])
  expect(await replaced('orange  jam')).toEqual(['jelly, tag:docker jam\n'])
  await expect(replaced('tag:docker')).rejects.toThrow(/nothing to search for/)
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

test('the lines of every post can be seen before it is written, however many posts there are', async () => {
  const names = Array.from({ length: 401 }, (_, n) => `p${String(n).padStart(3, '0')}.md`)
  site = await tempSite(Object.fromEntries(names.map((name, n) => [`posts/${name}`, `${n}\njam jam\n`])))
  const root = site.path('posts')
  const { files, steps } = await planReplace(root, names, words, { keepSteps: false })
  expect(steps).toEqual([])
  expect(files.map(({ places }) => places)).toEqual(names.map(() => 2))
  const [last] = files.slice(-1)
  if (!last) throw new Error('No post is planned.')
  expect(await replacedLines(root, last, words, 0)).toEqual({
    changes: [{ line: 2, before: 'jam jam', after: 'jelly jelly' }],
    total: 1,
  })
  await writeFile(site.path(`posts/${last.id}`), 'more jam\n')
  await expect(replacedLines(root, last, words, 0)).rejects.toThrow(/changed since/)
})

test('the lines of one post come in pieces, bounded by their number and by their length', async () => {
  const many = Array.from({ length: 250 }, (_, n) => `jam ${n}`).join('\n')
  const long = Array.from({ length: 5 }, () => `jam${'x'.repeat(90_000)}`).join('\n')
  site = await tempSite({ 'posts/many.md': many, 'posts/long.md': long })
  const root = site.path('posts')
  const { files } = await planReplace(root, ['many.md', 'long.md'], words, { keepSteps: false })
  for (const file of files) {
    const all = file.id === 'many.md' ? 250 : 5
    const seen: number[] = []
    while (seen.length < all) {
      const { changes, total } = await replacedLines(root, file, words, seen.length)
      expect(total).toBe(all)
      expect(changes.length).toBeGreaterThan(0)
      expect(changes.length).toBeLessThanOrEqual(file.id === 'many.md' ? 100 : 2)
      seen.push(...changes.map(({ line }) => line))
    }
    expect(seen).toEqual(Array.from({ length: all }, (_, n) => n + 1))
  }
})
