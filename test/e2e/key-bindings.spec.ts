import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'

const post = '---\ntitle: "A"\n---\n\none two\n\n- item\n'

test('Vim: modes, motions and :w work on the text, and keys of the app go on beside them', async ({
  folder,
  open,
}) => {
  const file = await makeNotesSite(join(folder, 'site'), { 'a.md': post })
  const { page } = await open(file, undefined, { editorKeys: 'vim', autosave: 'off' })
  const editor = new Editor(page)
  await editor.text.getByText('one two').click()
  await expect(page.locator('.cm-fat-cursor').first()).toBeVisible()
  await page.keyboard.type('0dwA!')
  await page.keyboard.press('Escape')
  await page.keyboard.type('Gkoit')
  await page.keyboard.press('Enter')
  await page.keyboard.type('next')
  await page.keyboard.press('Escape')
  await page.keyboard.type('ggdGu')
  await page.keyboard.press('Control+R')
  await page.keyboard.type('u:w')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()
  await expect.poll(() => readFile(file, 'utf8')).toContain('two!\n')
  await page.keyboard.press('Control+Shift+P')
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('Emacs: keys move and kill, lists go on, C-x C-s saves', async ({ folder, open }) => {
  const file = await makeNotesSite(join(folder, 'site'), { 'a.md': post })
  const { page } = await open(file, undefined, { editorKeys: 'emacs', autosave: 'off' })
  const editor = new Editor(page)
  await editor.text.getByText('one two').click()
  await expect.poll(() => page.evaluate(() => document.querySelector('.cm-emacsMode') !== null)).toBe(true)
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+K')
  await page.keyboard.press('Control+Y')
  await page.keyboard.type('!')
  await editor.text.getByText('item').click()
  await page.keyboard.press('Control+E')
  await page.keyboard.press('Enter')
  await page.keyboard.type('next')
  await page.keyboard.press('Control+X')
  await page.keyboard.press('Control+S')
  await expect
    .poll(() => readFile(file, 'utf8'))
    .toBe(post.replace('two', 'two!').replace('item', 'item\n- next'))
})
