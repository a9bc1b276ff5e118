import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeSite } from '../support/write-site'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

const flag = '---\ntitle: A flag # waits\npublished: false\n---\n\nText.\n'

test('a Jekyll post gets another date, and a draft is published', async ({ folder, open }) => {
  const site = join(folder, 'garden')
  await writeSite(site, {
    '_config.yml': '',
    '_posts/2024-01-05-boat.md': '---\ntitle: A boat\n---\n\nText.\n',
    '_posts/2024-02-05-coast.md': '---\ntitle: A coast\n---\n\n[boat]({% post_url 2024-01-05-boat %})\n',
    '_posts/2024-03-05-flag.md': flag,
    '_drafts/tree.md': '---\ntitle: A tree\n---\n\nText.\n',
  })
  const { page } = await open(site)
  const main = new MainWindow(page)
  await main.row('A boat').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Change date…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change date' })
  await expect(dialog.getByRole('textbox')).toHaveValue('2024-01-05')
  await dialog.getByRole('textbox').fill('2024-03-04')
  await expect(dialog.getByText(/post_url 2024-03-04-boat/)).toBeVisible()
  await main.picture('change-date')
  await dialog.getByRole('button', { name: 'Change date' }).click()
  await expect.poll(() => readdir(join(site, '_posts'))).toContain('2024-03-04-boat.md')
  await expect(main.row('A boat')).toContainText('4 Mar 2024')

  await main.row('A tree').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Publish…' }).click()
  const publish = page.getByRole('dialog', { name: 'Publish draft' })
  await publish.getByRole('textbox').fill('2024-04-05')
  await publish.getByRole('button', { name: 'Publish' }).click()
  await expect.poll(() => readdir(join(site, '_posts'))).toContain('2024-04-05-tree.md')
  await expect(main.row('A tree')).toContainText('5 Apr 2024')

  // The same from the palette for the open post; a draft by its flag is published without moving it.
  const run = async (command: string) => {
    await page.keyboard.press('ControlOrMeta+Shift+P')
    await page.getByRole('combobox', { name: 'Commands' }).fill(command)
    await page.keyboard.press('Enter')
  }
  await main.row('A flag').click()
  await expect(main.row('A flag')).toContainText('Draft')
  await run('publish draft')
  await expect(page.getByText('“A flag” is published (published: true).')).toBeVisible()
  await expect(main.row('A flag')).not.toContainText('Draft')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(main.row('A flag')).toContainText('Draft')
  expect(await readFile(join(site, '_posts/2024-03-05-flag.md'), 'utf8')).toBe(flag)
  await run('change date')
  await expect(dialog.getByRole('textbox')).toHaveValue('2024-03-05')
})
