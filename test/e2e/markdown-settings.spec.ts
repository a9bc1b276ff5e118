import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

test('presets and switches of markdown are set by keyboard, shown at once, and set back', async ({
  folder,
  open,
}) => {
  await writeBlog(folder, {
    'a-post.md': { head: ['title: A post', 'date: 2024-01-01'], body: 'Some ==mark== and ~~gone~~ words.' },
  })
  const { page } = await open(join(folder, 'posts/a-post.md'))
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('#post s, #post del')).toHaveText('gone')
  await new MainWindow(page).run('Settings')

  const preset = page.getByRole('combobox', { name: 'Markdown renderer' })
  await expect(preset).toHaveText('Same as the site: Next.js')
  const mark = page.getByRole('switch', { name: 'Highlighted text' })
  await expect(mark).not.toBeChecked()
  await mark.focus()
  await page.keyboard.press('Space')
  await expect(frame.locator('#post mark')).toHaveText('mark')
  await expect(page.getByText('1 setting differs from the renderer’s defaults')).toBeVisible()

  await preset.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'CommonMark only' }).click()
  await expect(frame.locator('#post mark')).toHaveCount(0)
  await expect(frame.locator('#post')).toContainText('~~gone~~')
  await expect(page.getByRole('switch', { name: 'Strikethrough', exact: true })).not.toBeChecked()

  await page.getByRole('switch', { name: 'Strikethrough', exact: true }).click()
  await expect(frame.locator('#post s, #post del')).toHaveText('gone')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(frame.locator('#post')).toContainText('~~gone~~')
})

test('each dialect of the generators has its switch', async ({ folder, open }) => {
  const body = '{{< youtube abc >}}\n\nBy {{ site.author }}.\n\n<!--more-->\n\n<Chart data={[1]} />\n\nEnd.'
  await writeBlog(folder, { 'a-post.md': { head: ['title: A post', 'date: 2024-01-01'], body } })
  const { page } = await open(join(folder, 'posts/a-post.md'))
  const boxes = page.frameLocator('iframe').locator('#post .dialect-label')
  await expect(page.frameLocator('iframe').locator('#post')).toContainText('End.')
  await expect(boxes).toHaveCount(0) // the generator of this site has none
  await new MainWindow(page).run('Settings')
  const preset = page.getByRole('combobox', { name: 'Markdown renderer' })
  await preset.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Everything' }).click()
  await expect(boxes).toHaveText(['YouTube', 'Template value', 'Excerpt ends here', 'Component'])
  const left = {
    'Hugo shortcodes': ['Template value', 'Template value', 'Excerpt ends here', 'Component'],
    'Liquid and Nunjucks tags': ['Excerpt ends here', 'Component'],
    'End of excerpt': ['Component'],
    'MDX imports and components': [],
  }
  for (const [name, labels] of Object.entries(left)) {
    await page.getByRole('switch', { name }).click()
    await expect(boxes).toHaveText(labels)
  }
  await expect(page.getByText('1 setting differs from the renderer’s defaults')).toBeVisible()
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(boxes).toHaveCount(4)
})
