import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { MainWindow } from './pages/main-window'

/** Texts that make a backtracking parser or pattern hang for minutes. */
const hostile: Readonly<Record<string, string>> = {
  'links without an end': '[a](<b'.repeat(40_000),
  'quotes without an end': '> '.repeat(100_000),
  'components without an end': '<a '.repeat(80_000),
}

for (const [name, text] of Object.entries(hostile)) {
  test(`what is typed beside ${name} is there at once`, async ({ folder, open }) => {
    await writeBlog(folder, {
      'hostile.md': { head: ['title: Hostile', 'date: 2024-01-01'], body: `Before.\n\n${text}` },
    })
    const { page } = await open(join(folder, 'posts/hostile.md'))
    const { text: editor } = new MainWindow(page)
    await editor.getByText('Before.').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Typed.')
    await expect(editor).toContainText('Before. Typed.')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown') // into the line itself
    await page.keyboard.type('Inside')
    await expect(editor).toContainText('Inside')
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(editor).not.toContainText('Inside')
  })
}

test('every key works in a line of 20 MB, and a save has all of it', async ({ folder, open }) => {
  test.skip(process.env.POSTWRIGHT_LONG !== '1', 'part of the long run: POSTWRIGHT_LONG=1')
  const words = Array.from({ length: 2_100_000 }, (_, at) => `w${String(at).padStart(7, '0')}`).join(' ')
  const head = '---\ntitle: Long\n---\n\n'
  await mkdir(join(folder, 'posts'), { recursive: true })
  const file = join(folder, 'posts/long.md')
  await writeFile(file, `${head}${words}\n`)
  const { page } = await open(folder)
  const window = new MainWindow(page)
  await window.open('Long')
  await expect(window.text).toContainText('w0000000')
  const column = async () =>
    Number(
      (
        await page
          .getByRole('contentinfo')
          .getByText(/^Ln 5, Col /)
          .textContent()
      )
        ?.split(' ')
        .pop(),
    )
  await window.text.getByText('w0000000').click({ position: { x: 1, y: 8 } })
  await page.keyboard.press('ArrowDown')
  await expect.poll(column).toBeGreaterThan(1)
  expect(await column()).toBeLessThan(300)
  await page.keyboard.press('PageDown')
  await expect.poll(column).toBeGreaterThan(300)
  expect(await column()).toBeLessThan(16_000)
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Start ')
  await page.getByRole('button', { name: /more characters/ }).click()
  await expect.poll(column).toBeGreaterThan(15_000)
  await expect(window.text).toContainText(/w00020\d\d/)
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('[here]')
  await expect(window.text).toContainText('[here]')
  await new Editor(page).save()
  const saved = await readFile(file, 'utf8')
  expect(saved.startsWith(`${head}Start w0000000 w0000001 `)).toBe(true)
  expect(saved.replace('Start ', '').replace('[here]', '') === `${head}${words}\n`).toBe(true)
})
