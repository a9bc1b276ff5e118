import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

test('an Arabic post reads from the right, and a card says which image is missing', async ({
  folder,
  open,
}) => {
  await writeBlog(folder, {
    'arabic.md': { head: ['title: دليل ميداني', 'date: 2026-10-01'], body: 'نص عربي قصير.\n\n- بند' },
    'plain.md': { head: ['title: Plain', 'date: 2026-10-02', 'image: gone.png'], body: 'Words.' },
  })
  const { page } = await open(join(folder, 'posts/arabic.md'))
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(frame.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(frame.locator('#post li')).toHaveCSS('direction', 'rtl')
  await new MainWindow(page).picture('preview-arabic')

  await new MainWindow(page).open('Plain')
  await expect(frame.locator('html')).toHaveAttribute('dir', 'ltr')
  await expect(frame.getByText('Image not found: gone.png')).toBeVisible()
  await page.getByRole('button', { name: 'Card' }).click()
  await expect(page.getByText('Image not found: gone.png')).toHaveCount(2)
  await new MainWindow(page).picture('preview-card-missing')
  await page.getByRole('button', { name: 'Page', exact: true }).click() // the next test of this app expects it
})
