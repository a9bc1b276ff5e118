import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makePng } from '../support/make-png'
import { writeSite } from '../support/write-site'
import { expect, test } from './app'

test('the images of the site: found by filter and keys, renamed with their links, inserted', async ({
  folder,
  open,
}) => {
  const site = join(folder, 'site')
  await writeSite(site, {
    'package.json': '{ "dependencies": { "next": "15" } }',
    'posts/trip.md': '---\ntitle: Trip\n---\n\n![Harbour](/harbour.png)\n\n![gone](/gone.png)\n\nThe end.\n',
    'posts/other.md': '---\ntitle: Other\n---\n\n![Also](/harbour.png)\n',
    'public/harbour.png': makePng(300, 200, [30, 90, 160]),
    'public/unused.png': makePng(120, 80, [200, 100, 50]),
  })
  const { page } = await open(join(site, 'posts/trip.md'))
  await page.getByRole('button', { name: 'Images', exact: true }).click()
  const view = page.getByRole('region', { name: 'Images' })
  await expect(view.getByRole('gridcell')).toHaveCount(2)
  await expect(view).toContainText('300 × 200')
  await view.getByRole('button', { name: 'Unused 1' }).click()
  await expect(view.getByRole('gridcell', { name: 'public/unused.png' })).toBeVisible()
  await view.getByRole('button', { name: 'Missing 1' }).click()
  await expect(view).toContainText('/gone.png')
  await view.getByRole('button', { name: 'All 2' }).click()
  await view.getByRole('gridcell', { name: 'public/harbour.png' }).click()
  await expect(view.getByRole('complementary', { name: 'Selected image' })).toContainText('Other, line 5')
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, 'images.png') })
  await view.getByRole('grid').press('F2')
  const dialog = page.getByRole('dialog', { name: 'Rename or move' })
  await dialog.getByRole('textbox').fill('public/port/harbour.png')
  await expect(dialog).toContainText('2 references in 2 files')
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, 'rename.png') })
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(view.getByRole('gridcell', { name: 'public/port/harbour.png' })).toBeVisible()
  await access(join(site, 'public/port/harbour.png'))
  expect(await readFile(join(site, 'posts/other.md'), 'utf8')).toContain('![Also](/port/harbour.png)')
  await view.getByRole('gridcell', { name: 'public/unused.png' }).click()
  await view.getByRole('button', { name: 'Insert' }).click()
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await expect(text).toContainText('](/unused.png)')
  await expect(text).toContainText('![Harbour](/port/harbour.png)')
})
