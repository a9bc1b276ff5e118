import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makePng } from '../support/make-png'
import { writeNextSite } from '../support/write-site'
import { expect, test } from './app'

test('a rename of an image is undone from the list after a reload, and done again', async ({
  folder,
  open,
}) => {
  const site = join(folder, 'site')
  await writeNextSite(site, {
    'posts/trip.md': '---\ntitle: Trip\n---\n\n![Harbour](/harbour.png)\n',
    'public/harbour.png': makePng(30, 20, [30, 90, 160]),
  })
  const { page } = await open(join(site, 'posts/trip.md'))
  const view = page.getByRole('region', { name: 'Images' })
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const text = () => readFile(join(site, 'posts/trip.md'), 'utf8')
  await page.keyboard.press('ControlOrMeta+Shift+y')
  await view.getByRole('gridcell', { name: 'public/harbour.png' }).click()
  await view.getByRole('grid').press('F2')
  await dialog('Rename or move').getByRole('textbox').fill('public/port.png')
  await dialog('Rename or move').getByRole('button', { name: 'Rename' }).click()
  await expect(view.getByRole('gridcell', { name: 'public/port.png' })).toBeVisible()
  expect(await text()).toContain('/port.png')

  await page.reload()
  await page.waitForSelector('#root > *')
  await page.keyboard.press('ControlOrMeta+Shift+p')
  await page.keyboard.type('Undo changes to files')
  await page.keyboard.press('Enter')
  const list = dialog('Undo changes to files')
  await list.getByRole('button', { name: 'Undo “Move public/harbour.png”' }).click()
  await expect(list.getByRole('listitem').first()).toContainText('Undo: Move public/harbour.png')
  await access(join(site, 'public/harbour.png'))
  expect(await text()).toContain('/harbour.png')
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, 'operations.png') })
  await list.getByRole('button', { name: 'Undo “Undo: Move public/harbour.png”' }).click()
  await expect(list.getByRole('listitem').first()).toContainText(/^Move public\/harbour\.png/)
  await access(join(site, 'public/port.png'))
  expect(await text()).toContain('/port.png')
})
