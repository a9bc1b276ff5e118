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
  await name.click()
  await expect(panel.getByText('Found: package.json lists @11ty/eleventy.')).toBeVisible()
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
  await panel.getByRole('button', { name: 'Detect automatically' }).click()
  await expect(main.rows).toHaveCount(2)
  // What was there before stands in the list of the panel, and nothing was written into the site.
  await name.click()
  await panel.getByRole('button', { name: 'garden' }).click()
  await expect(main.titles).toHaveText(['A tree'])
  expect(await readFile(join(site, 'notes/tree.md'), 'utf8')).toBe(post('A tree'))
})
