import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

const size = { width: 1440, height: 900 }

test('the first start offers a folder and the sample blog', async ({ launch }) => {
  const { page } = await launch({ size })
  await expect(page.getByRole('heading', { name: 'Postwright' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open posts folder' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try the sample blog' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Recent folders' })).toBeHidden()
  await new MainWindow(page).picture('welcome')
})

test('the sample blog opens with its thumbnails, newest post first', async ({ launch }) => {
  const { page } = await launch({ size })
  const main = new MainWindow(page)
  await page.getByRole('button', { name: 'Try the sample blog' }).click()
  await expect(main.rows).toHaveCount(7)
  await expect(main.list.locator('img').first()).toBeVisible()
  const widths = () =>
    main.list
      .locator('img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))
  await expect.poll(async () => (await widths()).every((width) => width > 0)).toBe(true)
  await expect(main.title).toHaveText((await main.titles.first().textContent()) ?? '') // the newest post is opened automatically
})

test('the folder and the post of the last time are open again', async ({ folder, launch }) => {
  const blog = await writeBlog(join(folder, 'blog'), {
    'a.md': { head: ['title: First post'] },
    'b.md': { head: ['title: Second post'] },
  })
  const profile = join(folder, 'profile')
  const first = await launch({ open: blog, profile })
  await new MainWindow(first.page).open('Second post')
  await first.close()
  const main = new MainWindow((await launch({ profile })).page)
  await expect(main.title).toHaveText('Second post')
  await expect(main.rows).toHaveCount(2)
})

test('a recent folder that is gone says so and can be taken off the list', async ({ folder, launch }) => {
  const blog = await writeBlog(join(folder, 'blog'), { 'a.md': { head: ['title: First post'] } })
  const profile = join(folder, 'profile')
  const first = await launch({ open: blog, profile })
  await expect(new MainWindow(first.page).rows).toHaveCount(1)
  await first.close()
  await rename(blog, join(folder, 'moved'))
  const { page } = await launch({ profile })
  const recent = page.getByRole('region', { name: 'Recent folders' }).getByRole('listitem')
  await recent.getByRole('button').first().click()
  await page.getByRole('button', { name: 'Remove from list' }).click()
  await expect(recent).toHaveCount(0)
})

test('the welcome page can be used with the keyboard alone', async ({ launch }) => {
  const { page } = await launch()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Open posts folder' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(new MainWindow(page).rows).toHaveCount(7)
})
