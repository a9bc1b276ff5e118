import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { focusText } from './pages/editor'
import { MainWindow } from './pages/main-window'

const body = 'One short sentence. Another one of six words.\n\nA second paragraph stands here.\n'

test('the status bar counts the post and the selection, and shows how near a goal is', async ({
  folder,
  launch,
}) => {
  const root = join(folder, 'blog')
  await writeBlog(root, { 'a.md': { head: ['title: A'], body } })
  const file = join(root, 'posts/a.md')
  const before = await readFile(file, 'utf8')
  const { page } = await launch({ open: file })
  const main = new MainWindow(page)
  const count = page.getByRole('button', { name: /\d words/ })
  await expect(count).toContainText('13 words · 1 min')
  await focusText(page)
  await page.keyboard.press('ControlOrMeta+a')
  await expect(count).toContainText(/13 of 13 words · \d+ characters · 1 min/)
  await count.click()
  const panel = page.getByRole('dialog', { name: 'Word count and goals' })
  await panel.getByRole('textbox', { name: 'Goal for this post' }).fill('26')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('meter')).toHaveAttribute('value', '0.5')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(page.getByRole('meter', { name: 'Goal for this post: progress' })).toBeVisible()
  expect(await readFile(file, 'utf8')).toBe(before)
  await expect(main.text).toContainText('A second paragraph')
})
