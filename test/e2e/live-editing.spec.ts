import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { MainWindow } from './pages/main-window'

const head = '---\ntitle: "Live"\n---\n\n'
const live = { layout: 'live' } as const

test('headings and the head fold by the marks beside them, and nothing moves as a mark comes', async ({
  folder,
  open,
}) => {
  const text = `${head}# One\n\nfirst **words**\n\n## Two\n\nsecond words\n\n# Three\n\nthird words\n`
  const file = await makeNotesSite(join(folder, 'site'), { 'live.md': text })
  const { page } = await open(file, undefined, live)
  const editor = new Editor(page)
  const main = new MainWindow(page)
  for (const layout of ['Live', 'Write']) {
    await main.run(layout)
    await editor.toEnd()
    const box = () => editor.text.locator('.cm-line', { hasText: 'One' }).boundingBox()
    const before = await box()
    await editor.text.locator('.cm-line', { hasText: 'One' }).hover()
    const fold = editor.pane.getByRole('button', { name: 'Fold section “One”' })
    await expect(fold).toHaveCSS('opacity', '1')
    expect(await box()).toEqual(before)
    await fold.click()
    await expect(editor.text).not.toContainText('first')
    await expect(editor.text).not.toContainText('second')
    await expect(editor.text).toContainText('third words')
    await expect(editor.text).toBeFocused()
    await editor.pane.getByRole('button', { name: 'Unfold section “One”' }).click()
    await expect(editor.text).toContainText('second words')
    await editor.pane.getByRole('button', { name: 'Fold section “Two”' }).click()
    await expect(editor.text).not.toContainText('second')
    await editor.text.getByRole('button', { name: 'Unfold' }).click()
    await expect(editor.text).toContainText('second words')
    await main.run('Front matter as source')
    await editor.pane.getByRole('button', { name: 'Fold front matter' }).click()
    await expect(editor.text).not.toContainText('title:')
    await editor.pane.getByRole('button', { name: 'Unfold front matter' }).click()
    await expect(editor.text).toContainText('title:')
    await main.run('Front matter as source')
    await expect(editor.pane.getByRole('button', { name: 'Fold front matter' })).toBeHidden()
  }
  expect(await readFile(file, 'utf8')).toBe(text)
})

test('find, several carets and folds work in drawn text as in the source', async ({ folder, open }) => {
  const body =
    'A [guide](https://example.org/hidden-place) here.\n\na red **fish** and a red _bird_\n\n# Part\n\ndeep words\n'
  const file = await makeNotesSite(join(folder, 'site'), { 'live.md': head + body })
  const { page } = await open(file, undefined, live)
  const editor = new Editor(page)
  const main = new MainWindow(page)
  await main.run('Live')
  await editor.toEnd()
  await expect(editor.text).not.toContainText('hidden-place')
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('textbox', { name: 'Find' }).fill('hidden-place')
  await expect(page.locator('search output')).toHaveText('1 of 1')
  await expect(editor.text.locator('.cm-searchMatch')).toHaveText('hidden-place')
  await page.keyboard.press('Escape')
  await editor.toStart()
  await main.run('Fold all sections')
  await expect(editor.text).not.toContainText('deep')
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('textbox', { name: 'Find' }).fill('deep')
  await expect(editor.text.locator('.cm-searchMatch')).toHaveText('deep')
  await page.keyboard.press('Escape')
  await editor.text.getByText('a red').dblclick({ position: { x: 22, y: 10 } })
  await page.keyboard.press('ControlOrMeta+d')
  await page.keyboard.type('blue')
  await expect(editor.text).toContainText('and a blue')
  await editor.text.locator('.cm-line', { hasText: 'deep' }).click({ position: { x: 1, y: 10 } })
  await editor.text
    .locator('.cm-line', { hasText: 'guide' })
    .click({ position: { x: 1, y: 10 }, modifiers: ['Alt'] })
  await page.keyboard.type('So ')
  await editor.save()
  expect(await readFile(file, 'utf8')).toBe(
    `${head}So ${body.replaceAll('red', 'blue').replace('deep', 'So deep')}`,
  )
})
