import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { focusText } from './pages/editor'
import { MainWindow } from './pages/main-window'

const body = 'One short sentence. Another one of six words.\n\nA second paragraph stands here.\n'

test('the status bar counts the post and the selection, and shows how near a goal is', async ({
  folder,
  open,
}) => {
  const root = join(folder, 'blog')
  await writeBlog(root, { 'a.md': { head: ['title: A'], body } })
  const file = join(root, 'posts/a.md')
  const before = await readFile(file, 'utf8')
  const { page } = await open(file)
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

test('sentence focus, typewriter scrolling and a full screen with the text alone, in every layout', async ({
  folder,
  open,
}) => {
  const root = join(folder, 'blog')
  const long = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} is here. It has two sentences.`).join(
    '\n\n',
  )
  await writeBlog(root, { 'a.md': { head: ['title: A'], body: `${long}\n` } })
  const file = join(root, 'posts/a.md')
  const before = await readFile(file, 'utf8')
  const { page } = await open(file)
  const main = new MainWindow(page)
  const dimmed = page.locator('.cm-content .cm-out-of-focus')
  for (const layout of ['Write', 'Split', 'Live']) {
    await main.run(layout)
    await main.toEnd()
    await page.keyboard.press('F9')
    for (let line = 0; line < 30; line += 1) await page.keyboard.press('ArrowUp')
    const middle = () =>
      page.evaluate(() => {
        const pane = document.querySelector('.cm-scroller')?.getBoundingClientRect()
        const caret = document.querySelector('.cm-cursor-primary')?.getBoundingClientRect()
        return pane && caret ? (caret.top - pane.top) / pane.height : 0
      })
    await expect.poll(async () => Math.round((await middle()) * 10)).toBe(5)
    await page.keyboard.press('F8')
    await expect(dimmed.filter({ hasText: 'It has two sentences.' }).first()).toBeVisible()
    await page.keyboard.press('F11')
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByRole('contentinfo')).toBeHidden()
    await expect(main.list).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('banner')).toBeVisible()
    await page.keyboard.press('F8')
    await page.keyboard.press('F8')
    await expect(dimmed).toHaveCount(0)
    await page.keyboard.press('F9')
  }
  expect(await readFile(file, 'utf8')).toBe(before)
})

test('several carets by Ctrl+D and Alt+click, and sections that fold', async ({ folder, open }) => {
  const root = join(folder, 'blog')
  const text = '# One\n\nred fish and red bird\n\n# Two\n\nend\n'
  await writeBlog(root, { 'a.md': { head: ['title: A'], body: text } })
  const { page } = await open(join(root, 'posts/a.md'))
  const main = new MainWindow(page)
  await page
    .getByText('red fish')
    .first()
    .dblclick({ position: { x: 8, y: 8 } })
  await page.keyboard.press('ControlOrMeta+d')
  await page.keyboard.type('blue')
  await expect(main.text).toContainText('blue fish and blue bird')
  await page.locator('.cm-line', { hasText: 'end' }).click({ position: { x: 2, y: 8 } })
  await page
    .locator('.cm-line', { hasText: 'blue fish' })
    .click({ position: { x: 2, y: 8 }, modifiers: ['Alt'] })
  await page.keyboard.type('my ')
  await expect(main.text).toContainText('my blue fish')
  await expect(main.text).toContainText('my end')
  await main.run('Fold all sections')
  await expect(main.text).not.toContainText('my end')
  await main.run('Unfold all sections')
  await expect(main.text).toContainText('my end')
})

test('finds in the selection, and replaces with its capitals', async ({ folder, open }) => {
  const root = join(folder, 'blog')
  await writeBlog(root, { 'a.md': { head: ['title: A'], body: 'Cat one\n\nCat CAT cat two\n\ncat three\n' } })
  const { page } = await open(join(root, 'posts/a.md'))
  const main = new MainWindow(page)
  await page.locator('.cm-line', { hasText: 'two' }).click({ position: { x: 4, y: 8 } })
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('ControlOrMeta+h')
  const inSelection = page.getByRole('button', { name: 'Find in selection' })
  await inSelection.click()
  await page.getByRole('textbox', { name: 'Find' }).fill('cat')
  await expect(page.locator('search output')).toHaveText('1 of 3')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('dog')
  await page.getByRole('button', { name: 'Preserve case' }).click()
  await page.getByRole('button', { name: 'All', exact: true }).last().click()
  await expect(main.text).toContainText('Dog DOG dog two')
  await expect(main.text).toContainText('Cat one')
  await expect(main.text).toContainText('cat three')
  await page.keyboard.press('ControlOrMeta+p')
  await page.keyboard.type(':9')
  await page.getByRole('option', { name: 'Go to line 9' }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('contentinfo')).toContainText('Ln 9, Col 1')
})
