import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

/** Texts over which a parser or a pattern that looks back stands still for minutes. */
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
