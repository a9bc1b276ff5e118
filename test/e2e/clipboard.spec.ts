import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makePng } from '../support/make-png'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { pasteTexts } from './pages/paste'

// Run one after another, because all windows of a display share the clipboard.
test.describe.configure({ mode: 'default' })

const post = '---\ntitle: "A title"\n---\n\nSome words'

test('an address pasted over words makes a link', async ({ folder, open }) => {
  const file = await makeNotesSite(join(folder, 'site'), { 'boat.md': post })
  const { app, page } = await open(file)
  const editor = new Editor(page)
  await editor.toEnd()
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await app.evaluate(({ clipboard }) => clipboard.writeText('https://example.org/a?b=c'))
  await page.keyboard.press('ControlOrMeta+V')
  await expect(editor.text).toContainText('[words](https://example.org/a?b=c)')
  await editor.save()
  expect(await readFile(file, 'utf8')).toBe(post.replace('words', '[words](https://example.org/a?b=c)'))
})

test('all of the text is copied with the lines behind the form', async ({ folder, open }) => {
  const file = await makeNotesSite(join(folder, 'site'), { 'boat.md': post })
  const { app, page } = await open(file)
  await new Editor(page).toStart()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+C')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(post)
})

/** Fills the clipboard as another program would. */
const copyAs = async (page: Page, { html, text }: { html: string; text: string }): Promise<void> => {
  await page.evaluate(
    (types) => {
      const copy = (event: ClipboardEvent): void => {
        for (const [type, data] of types) event.clipboardData?.setData(type ?? '', data ?? '')
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      window.addEventListener('copy', copy, { capture: true, once: true })
    },
    [
      ['text/html', html],
      ['text/plain', text],
    ],
  )
  await page.keyboard.press('ControlOrMeta+C')
}

const richHtml =
  '<h2>Why</h2><p>A <b>list</b> with <a href="https://example.org">a link</a>.</p><ul><li>one</li></ul><table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>'
const richText = 'Why\nA list with a link.\none\nA\tB\n1\t2'
const richMarkdown =
  '## Why\n\nA **list** with [a link](https://example.org).\n\n- one\n\n| A   | B   |\n| --- | --- |\n| 1   | 2   |'

test('copied HTML becomes markdown, one undo goes back to its text, and it can be pasted as plain text', async ({
  folder,
  open,
}) => {
  const head = '---\ntitle: "A title"\n---\n\n'
  const file = await makeNotesSite(join(folder, 'site'), { 'boat.md': head })
  const { page } = await open(file)
  const editor = new Editor(page)
  const saved = async () => {
    await editor.save()
    return readFile(file, 'utf8')
  }
  await editor.toEnd()
  await copyAs(page, { html: richHtml, text: richText })
  await page.keyboard.press('ControlOrMeta+V')
  await expect(editor.text).toContainText('## Why')
  expect(await saved()).toBe(head + richMarkdown)
  await editor.undo()
  expect(await saved()).toBe(head + richText)
  await editor.undo()
  expect(await saved()).toBe(head)
  await page.keyboard.press('ControlOrMeta+Shift+V')
  await expect(editor.text).toContainText('A list with a link.')
  expect(await saved()).toBe(head + richText)
})

test('in code and in the cell of a table the text alone is pasted', async ({ folder, open }) => {
  const code = '---\ntitle: "A title"\n---\n\n```\n\n```'
  const file = await makeNotesSite(join(folder, 'site'), { 'boat.md': code })
  const { page } = await open(file)
  const editor = new Editor(page)
  await editor.toEnd()
  await copyAs(page, { html: '<p>a <b>b</b></p>', text: 'a b' })
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ControlOrMeta+V')
  await expect(editor.text).toContainText('a b')
  await editor.save()
  expect(await readFile(file, 'utf8')).toBe(code.replace('```\n\n', '```\na b\n'))
})

test('of pasted images the embedded become files, the remote are offered, and undo removes all', async ({
  folder,
  open,
}) => {
  const head = '---\ntitle: "A title"\n---\n\n'
  const file = await makeNotesSite(join(folder, 'site'), { 'boat.md': head })
  const { page } = await open(file, undefined, { autosave: 'off' })
  const editor = new Editor(page)
  const embedded = `data:image/png;base64,${Buffer.from(makePng(40, 20, [90, 120, 180])).toString('base64')}`
  await editor.toEnd()
  await pasteTexts(page, {
    'text/html': `<p>One <img src="${embedded}" alt="Quay">, <img src="https://example.org/far.png" alt="Far">, <img src="file:///C:/lost.png" alt="Lost"> <img src="https://example.org/count.gif" width="1" height="1"></p>`,
    'text/plain': 'One , ,',
  })
  await expect(editor.text).toContainText('![Far](https://example.org/far.png), Lost')
  await expect(page.getByText('An image of the copied text is in another program.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy it here' })).toBeVisible()
  await editor.save()
  const [, reference = ''] = /!\[Quay\]\(([^)]+)\)/.exec(await readFile(file, 'utf8')) ?? []
  const isThere = async () =>
    (await readdir(join(folder, 'site'), { recursive: true })).some((path) => path.endsWith(reference))
  expect(reference).toMatch(/\.png$/)
  expect(await isThere()).toBe(true)
  await editor.undo()
  await editor.save()
  expect(await readFile(file, 'utf8')).toBe(`${head}One , ,`)
  await expect.poll(isThere).toBe(false)
})
