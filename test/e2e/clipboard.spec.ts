import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'

// One after the other: all windows of a display have the one clipboard.
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
