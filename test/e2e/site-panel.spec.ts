import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeSite } from '../support/write-site'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

const post = (title: string) => `---\ntitle: ${title}\ndate: 2024-01-05\n---\n\nText.\n`

test('the panel at the folder’s name says what was found, and lets it be chosen', async ({
  folder,
  open,
}) => {
  const site = join(folder, 'garden')
  await writeSite(site, {
    'package.json': JSON.stringify({ devDependencies: { '@11ty/eleventy': '3' } }),
    'src/posts/boat.md': post('A boat'),
    'src/posts/coast.md': post('A coast'),
    'notes/tree.md': post('A tree'),
  })
  const { page } = await open(site)
  const main = new MainWindow(page)
  await expect(main.rows).toHaveCount(2)
  const name = page.getByRole('banner').getByRole('button', { name: 'garden' })
  const panel = page.getByRole('dialog', { name: 'About garden' })
  // A folder opened for the first time shows what was found in it, without taking the focus.
  const found = page.getByRole('region', { name: 'What was found in this folder' })
  await expect(found.getByText('Eleventy · src/posts (2 posts)')).toBeVisible()
  await expect(found.getByText('package.json lists @11ty/eleventy.')).toBeVisible()
  await main.picture('site-found-light')
  // Another folder with posts is one click away.
  await found.getByRole('button', { name: 'Use notes (1 post)' }).click()
  await expect(main.titles).toHaveText(['A tree'])
  await expect(found).toBeHidden()
  await name.click()
  await expect(panel.getByText('You chose this folder.')).toBeVisible()
  await panel.getByRole('button', { name: 'Detect automatically' }).click()
  await expect(main.rows).toHaveCount(2)
  await name.click()
  await expect(panel.getByText('package.json lists @11ty/eleventy.')).toBeVisible()
  await expect(panel.getByRole('combobox', { name: 'Posts folder' })).toHaveText('src/posts (2 posts)')
  await main.picture('site-panel-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await main.picture('site-panel-dark')
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize({ width: 780, height: 700 })
  await main.picture('site-panel-narrow')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(name).toBeFocused()

  await name.click()
  await panel.getByRole('combobox', { name: 'Posts folder' }).click()
  await page.getByRole('option', { name: 'notes (1 post)' }).click()
  await expect(main.titles).toHaveText(['A tree'])
  await name.click()
  await expect(panel.getByText('You chose this folder.')).toBeVisible()
  await panel.getByRole('combobox', { name: 'Generator' }).click()
  await page.getByRole('option', { name: 'Hugo' }).click()
  await expect(panel).toBeHidden()
  await name.click()
  await expect(panel.getByText('You chose this.')).toBeVisible()
  await main.picture('site-panel-chosen')
  await panel.getByText('Markdown features').click()
  await expect(panel.getByText(/From Goldmark’s defaults: .*Footnotes/)).toBeVisible()
  await main.picture('site-panel-markdown')
  await panel.getByRole('button', { name: 'Share in postwright.json' }).click()
  await expect(page.getByText('Saved in postwright.json, for everyone')).toBeVisible()
  expect(JSON.parse(await readFile(join(site, 'postwright.json'), 'utf8'))).toEqual({
    generator: 'hugo',
    postsFolder: 'notes',
  })
  await name.click()
  await expect(panel.getByText('Set in postwright.json.')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => existsSync(join(site, 'postwright.json'))).toBe(false)
  await name.click()
  await expect(panel.getByText('You chose this.')).toBeVisible()
  await panel.getByRole('button', { name: 'Detect automatically' }).click()
  await expect(main.rows).toHaveCount(2)
  // The previous choice is in the list of the panel, and nothing was written into the site.
  await name.click()
  await panel.getByRole('button', { name: 'garden' }).click()
  await expect(main.titles).toHaveText(['A tree'])
  expect(await readFile(join(site, 'notes/tree.md'), 'utf8')).toBe(post('A tree'))
})
