import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makePng } from '../support/make-png'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'

const head = '---\ntitle: "Boat"\n---\n\n'

test('lists go on by Enter, and the commands work by their keys', async ({ folder, launch }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': `${head}Some words\n` })
  const { page } = await launch({ open: post })
  const editor = new Editor(page)
  await editor.toEnd()
  await page.keyboard.type('- one\ntwo\n\n\nend')
  await page.keyboard.press('ControlOrMeta+2')
  await editor.toStart()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('ControlOrMeta+B')
  await page.keyboard.press('ControlOrMeta+I')
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(`${head}**_Some words_**\n- one\n- two\n\n## end`)
})

test('an address pasted over words makes a link', async ({ folder, launch }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': `${head}words` })
  const { page, app } = await launch({ open: post })
  const editor = new Editor(page)
  await editor.toEnd()
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await app.evaluate(({ clipboard }) => clipboard.writeText('https://example.org/a?b=c'))
  await page.keyboard.press('ControlOrMeta+V')
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(`${head}[words](https://example.org/a?b=c)`)
})

test('a pasted image goes where the site keeps the images of the post', async ({ folder, launch }) => {
  const root = join(folder, 'site')
  const post = await makeNotesSite(root, { 'boat.md': `${head}words\n` })
  const { page } = await launch({ open: post })
  const editor = new Editor(page)
  await editor.toEnd()
  await editor.text.evaluate(
    (element, bytes) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], 'harbour at dawn.png', { type: 'image/png' }))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }))
    },
    [...makePng(4, 4, [10, 20, 30])],
  )
  await expect(editor.text).toContainText('![harbour at dawn](')
  await editor.save()
  const [, reference = ''] = /!\[harbour at dawn\]\(<?([^)>]+)/.exec(await readFile(post, 'utf8')) ?? []
  expect(reference).not.toBe('')
  const kept = await readFile(join(root, 'public/images/posts/boat', reference))
  expect(kept.equals(Buffer.from(makePng(4, 4, [10, 20, 30])))).toBe(true)
})

test('the language of fenced code is loaded and coloured, under the policy of the window', async ({
  folder,
  launch,
}) => {
  const post = await makeNotesSite(join(folder, 'site'), {
    'boat.md': `${head}\`\`\`python\ndef sail(): return 1\n\`\`\`\n`,
  })
  const { page } = await launch({ open: post })
  const keyword = new Editor(page).text.getByText('return', { exact: true })
  await expect(keyword).toBeVisible()
  const accent = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--accent').trim(),
  )
  await expect(keyword).toHaveCSS('color', rgbOf(accent))
})

const rgbOf = (hex: string): string => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return `rgb(${red}, ${green}, ${blue})`
}

test('the search counts, goes on, and replaces', async ({ folder, launch }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': `${head}oar Oar oar\n` })
  const { page } = await launch({ open: post })
  const editor = new Editor(page)
  await editor.toStart()
  await page.keyboard.press('ControlOrMeta+F')
  const bar = page.getByRole('search').filter({ has: page.getByRole('textbox', { name: 'Find' }) })
  await expect(bar.getByRole('textbox', { name: 'Find' })).toBeFocused()
  await page.keyboard.type('oar')
  await expect(bar.getByRole('status')).toHaveText('3')
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText('1 of 3')
  await bar.getByRole('button', { name: 'Match case' }).click()
  await expect(bar.getByRole('status')).toHaveText('1 of 2')
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('sail')
  await bar.getByRole('button', { name: 'All' }).click()
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(`${head}sail Oar sail\n`)
})

test('a post that is shown again has its caret and its undo', async ({ folder, launch }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': `${head}words\n` })
  const { page } = await launch({ open: post })
  const editor = new Editor(page)
  const rows = page.getByRole('listbox', { name: 'Posts' }).getByRole('option')
  await editor.toEnd()
  await page.keyboard.type('more')
  await rows.filter({ hasText: 'Three' }).click()
  await expect(editor.text).toContainText('Text of Three.')
  await rows.filter({ hasText: 'Boat' }).click()
  await expect(editor.text).toContainText('more')
  await editor.text.focus()
  await page.keyboard.type('!')
  await editor.undo()
  await editor.undo()
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(`${head}words\n`)
})

test('another layout and back: the same place in the text, and the focus in it', async ({
  folder,
  launch,
}) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': head + 'A line.\n\n'.repeat(200) })
  const { page } = await launch({ open: post })
  const editor = new Editor(page)
  await editor.toEnd()
  const scroller = editor.text.locator('..')
  const before = await scroller.evaluate(({ scrollTop }) => scrollTop)
  expect(before).toBeGreaterThan(1000)
  const layouts = page.getByRole('banner')
  await page.keyboard.press('ControlOrMeta+\\')
  await expect(layouts.getByRole('button', { name: 'Preview' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('ControlOrMeta+\\')
  await expect(editor.text).toBeFocused()
  expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(before / 2)
})

test('a line reads in the direction of its own words', async ({ folder, launch }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': `${head}שלום עולם\n\nHello\n` })
  const { page } = await launch({ open: post })
  const { text } = new Editor(page)
  await expect(text.locator('.cm-line', { hasText: 'שלום' })).toHaveCSS('direction', 'rtl')
  await expect(text.locator('.cm-line', { hasText: 'Hello' })).toHaveCSS('direction', 'ltr')
})
