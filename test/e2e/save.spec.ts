import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dockerPostIsThere, makeDockerSite, noDockerPost } from '../support/docker-site'
import { differingLines } from '../support/line-diff'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { post as onePost, prepare, status, typeAtEnd } from './pages/one-post'

test('toggling isFeatured on the real post changes one line of the file and no other byte', async ({
  folder,
  open,
}) => {
  test.skip(!dockerPostIsThere, noDockerPost)
  const post = await makeDockerSite(join(folder, 'site'))
  const before = await readFile(post)
  const { page } = await open(post)
  const editor = new Editor(page)
  await expect(editor.flag('isFeatured')).toBeChecked()
  await editor.flag('isFeatured').click()
  await editor.save()
  const after = await readFile(post)
  expect(differingLines(before, after)).toEqual([6])
  expect(after.toString('utf8').split('\n')[5]).toBe('isFeatured: false')
  await editor.flag('isFeatured').click()
  await editor.save()
  expect(await readFile(post)).toEqual(before)
})

test('a file with mixed line ends and bytes that are no text keeps every one of them', async ({
  folder,
  open,
}) => {
  const bytes = Buffer.concat([
    Buffer.from('\ufeff---\r\ntitle: Odd\n---\r\n\r\none\ntwo\rthree\r\n', 'utf8'),
    Buffer.from([0xff, 0xfe, 0x0a]),
    Buffer.from('last', 'utf8'),
  ])
  const post = await makeNotesSite(join(folder, 'site'), { 'odd.md': bytes })
  const { page } = await open(post)
  const editor = new Editor(page)
  await editor.toEnd()
  await page.keyboard.type('!')
  await editor.save()
  expect(await readFile(post)).toEqual(Buffer.concat([bytes, Buffer.from('!')]))
  await editor.undo()
  await editor.save()
  expect(await readFile(post)).toEqual(bytes)
})

test('a post that is opened and saved without a change is not written', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'calm.md': '---\ntitle: Calm\n---\n\nText\n' })
  const before = await stat(post, { bigint: true })
  const { page } = await open(post)
  await new Editor(page).save()
  expect((await stat(post, { bigint: true })).mtimeNs).toBe(before.mtimeNs)
})

test('typed text is saved by itself after a rest', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'calm.md': '---\ntitle: Calm\n---\n\nText\n' })
  const { page } = await open(post)
  const editor = new Editor(page)
  await editor.toEnd()
  await page.keyboard.type('More')
  await expect.poll(() => readFile(post, 'utf8')).toBe('---\ntitle: Calm\n---\n\nText\nMore')
  await expect(editor.status).toHaveText('Saved')
})

test('text is saved when the writer leaves it, where that is the rule', async ({ folder, open }) => {
  const { file, read } = await prepare(folder)
  const { page } = await open(file, undefined, { autosave: 'onFocusChange', autosaveDelay: 200 })
  await typeAtEnd(page, 'More')
  await expect(status(page, 'Unsaved')).toBeVisible()
  await page.waitForTimeout(600)
  expect(await read()).toBe(onePost)
  await page.getByRole('searchbox', { name: 'Search posts' }).focus()
  await expect(status(page, 'Saved')).toBeVisible()
  expect(await read()).toBe(`${onePost}More`)
})
