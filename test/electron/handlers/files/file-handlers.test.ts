import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { fileHandlers } from '../../../../electron/handlers/files/file-handlers'
import type { Library } from '../../../../electron/library/library'
import type { LibraryClient } from '../../../../electron/library/process/client'
import { createOperations } from '../../../../electron/posts/operations/operations'
import { createFolderPlans } from '../../../../electron/posts/plans/folder-plans'
import { detectSite } from '../../../../electron/site/detect-site'
import type { ReplacePlan } from '../../../../shared/ipc/file-calls'
import { usualChoices } from '../../../../shared/posts/post-rename'
import { openLibrary } from '../../../support/open-library'
import { type TempSite, tempSite } from '../../../support/temp-site'

let site: TempSite
let library: Library
afterEach(async () => {
  await library.close()
  await site.remove()
})

const text = (path: string) => readFile(site.path(path), 'utf8')

/** The calls of the window, with a real folder and its real library. */
const openFolder = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  site = await tempSite(files)
  const found = await detectSite(site.root)
  library = openLibrary(site.root, { site: found, databaseFile: site.path('.index/posts.sqlite') }).library
  await library.settled()
  const progress: string[] = []
  let onTold: (told: string) => void = () => undefined
  const plans = createFolderPlans(found, { pages: library.pages, naming: (names) => library.naming(names) })
  const client = {
    ...plans,
    schema: () => library.schema(),
    search: (request: Parameters<Library['search']>[0]) => library.search(request),
  }
  const calls = fileHandlers({
    library: () => client as unknown as LibraryClient,
    site: () => found,
    operations: createOperations({ folder: site.path('.records'), trash: (path) => rm(path) }),
    postsAtOnce: 20,
    tell: () => undefined,
    onProgress: (done, total) => {
      progress.push(`${done}/${total}`)
      onTold(`${done}/${total}`)
    },
  })
  const whenTold = (listener: (told: string) => void) => {
    onTold = listener
  }
  return { calls, progress, whenTold }
}

const words = { text: 'jam', replacement: 'jelly', wholeWord: false, matchCase: false, regex: false }
const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`posts/p${n}.md`, `---\ntitle: ${n}\n---\njam ${n}\n`]),
  )

const chosen = (plan: ReplacePlan) => plan.map(({ id, revision }) => ({ id, revision }))

test('a replace reaches more posts than any search shows', async () => {
  const { calls } = await openFolder(many(1203))
  expect(await calls.planReplace(words)).toHaveLength(1203)
})

test('posts are written a few at a time, and one undo takes all of it back', async () => {
  const { calls, progress } = await openFolder(many(45))
  const plan = await calls.planReplace(words)
  await writeFile(site.path('posts/p7.md'), 'my own jam\n')
  const result = await calls.replaceInPosts(words, chosen(plan))
  expect(result).toMatchObject({ done: 44, failed: [expect.stringMatching(/^p7\.md: .*changed since/)] })
  expect(progress.at(-1)).toBe('45/45')
  expect(await text('posts/p44.md')).toContain('jelly 44')
  expect(await text('posts/p7.md')).toBe('my own jam\n')
  const back = await calls.undoOperation(result.undo ?? '')
  expect(back).toMatchObject({ done: 44, failed: [] })
  for (const n of [0, 19, 20, 44]) expect(await text(`posts/p${n}.md`)).toContain(`jam ${n}\n`)
})

test('a replace that is stopped is taken back as far as it went', async () => {
  const { calls, whenTold } = await openFolder(many(60))
  const plan = await calls.planReplace(words)
  whenTold(() => calls.stopOperation())
  const result = await calls.replaceInPosts(words, chosen(plan))
  expect(result.done).toBeGreaterThanOrEqual(1)
  expect(result.done).toBeLessThan(60)
  expect(await calls.undoOperation(result.undo ?? '')).toMatchObject({ done: result.done })
  for (let n = 0; n < 60; n++) expect(await text(`posts/p${n}.md`)).toContain(`jam ${n}\n`)
})

test('a list of changes that is asked for meanwhile does not stop a replace', async () => {
  const { calls, whenTold } = await openFolder(many(60))
  const plan = await calls.planReplace(words)
  const asked: Promise<unknown>[] = []
  whenTold(() => asked.length === 0 && asked.push(Promise.resolve(calls.planBulkEdit(['p1.md'], []))))
  expect(await calls.replaceInPosts(words, chosen(plan))).toMatchObject({ done: 60, failed: [] })
  expect(asked).toHaveLength(1)
  await Promise.allSettled(asked)
})

test('a rename finds the posts that show its images by itself, and is taken back', async () => {
  const files = {
    'next.config.js': '',
    'posts/my trip.md': '---\ntitle: Trip\n---\n![a](a.png)\n',
    'posts/by-body.md': '![a](/images/posts/my%20trip/a.png) [big](/images/posts/my%20trip/a.png)\n',
    'posts/by-link-to-file.md': '[big](/images/posts/my%20trip/a.png)\n',
    'posts/by-head.md': '---\nseo:\n  og: /images/posts/my trip/a.png\n---\n',
    'posts/by-link.md': '[trip](my%20trip.md)\n',
    'posts/stranger.md': 'my trip/ is only a word here\n',
    'public/images/posts/my trip/a.png': 'x',
  }
  const { calls } = await openFolder(files)
  const plan = await calls.planRename('my trip.md', 'journey', usualChoices)
  expect(plan.files.map(({ id }) => id).sort()).toEqual([
    'by-body.md',
    'by-head.md',
    'by-link-to-file.md',
    'by-link.md',
  ])
  expect(plan.warnings).toEqual([])
  const { undo } = await calls.renamePost('my trip.md', 'journey', usualChoices, plan.fingerprint, [])
  expect(await text('posts/by-body.md')).toBe(
    '![a](/images/posts/journey/a.png) [big](/images/posts/journey/a.png)\n',
  )
  expect(await text('posts/by-head.md')).toBe('---\nseo:\n  og: /images/posts/journey/a.png\n---\n')
  expect(await text('public/images/posts/journey/a.png')).toBe('x')
  await calls.undoOperation(undo ?? '')
  for (const [path, before] of Object.entries(files)) expect(await text(path)).toBe(before)
})

const post = (text: string) => ({
  text,
  format: { bom: false, eol: '\r\n', terminators: null, encoding: 'utf-8' } as const,
})

test('a new post in a new folder is taken back with the folder, unless it was written on', async () => {
  const { calls } = await openFolder({ 'posts/a.md': 'a\n' })
  const first = await calls.createPost('2024/trip/index.md', post('---\ntitle: Trip\n---\n'))
  expect(await text('posts/2024/trip/index.md')).toBe('---\r\ntitle: Trip\r\n---\r\n')
  await calls.undoOperation(first.undo ?? '')
  expect(await readdir(site.path('posts'))).toEqual(['a.md'])
  const second = await calls.createPost('2024/b.md', post(''))
  await writeFile(site.path('posts/2024/b.md'), 'mine\n')
  await expect(calls.undoOperation(second.undo ?? '')).rejects.toThrow(/changed since/)
  expect(await text('posts/2024/b.md')).toBe('mine\n')
})

test('a new post is never written over a file, nor outside the posts folder', async () => {
  const { calls } = await openFolder({ 'posts/a.md': 'a\n', 'posts/same.md': '' })
  for (const id of ['a.md', 'same.md'])
    await expect(calls.createPost(id, post(''))).rejects.toThrow(/already/)
  await expect(calls.createPost('../b.md', post(''))).rejects.toThrow(/outside/)
  expect(await text('posts/a.md')).toBe('a\n')
})

test('posts go to the bin together but for one that is gone, and one undo brings them back', async () => {
  const names = Array.from({ length: 25 }, (_, n) => `${n}.md`)
  const { calls } = await openFolder(
    Object.fromEntries(names.map((name) => [`posts/${name}`, `${name}\r\n`])),
  )
  const { changed, gone } = await calls.trashPosts([...names, 'none.md'])
  expect(gone).toEqual(names)
  expect(changed).toMatchObject({ done: 25, failed: [expect.stringContaining('none.md')] })
  expect(await readdir(site.path('posts'))).toEqual([])
  await calls.undoOperation(changed.undo ?? '')
  for (const name of names) expect(await text(`posts/${name}`)).toBe(`${name}\r\n`)
})
