import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { makePng } from '../support/make-png'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

/** Drags files or folders over the middle of the window, as a file manager would; returns a function that drops them. */
const drag = async (page: Page, ...files: string[]): Promise<() => Promise<void>> => {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  return dragTo(page, { x: width / 2, y: height / 2 }, files)
}

const dragTo = async (
  page: Page,
  { x, y }: { readonly x: number; readonly y: number },
  files: readonly string[],
): Promise<() => Promise<void>> => {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', x, y, data })
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', x, y, data })
  return async () => {
    await session.send('Input.dispatchDragEvent', { type: 'drop', x, y, data })
    await session.detach()
  }
}

const veil = (page: Page) => page.getByText('Drop a folder or post to open it')

test('a folder that is dropped on the window opens, on the first page and in the place of another', async ({
  folder,
  launch,
}) => {
  const first = await writeBlog(join(folder, 'first'), { 'a.md': { head: ['title: First blog'] } })
  const second = await writeBlog(join(folder, 'second'), {
    'b.md': { head: ['title: Second blog'] },
    'c.md': { head: ['title: Third post', "date: '2020-01-01'"] },
  })
  const { page } = await launch()
  const main = new MainWindow(page)
  const letGo = await drag(page, first)
  await expect(veil(page)).toBeVisible()
  await letGo()
  await expect(main.title).toHaveText('First blog')
  await expect(veil(page)).toBeHidden()

  await main.text.click()
  await page.keyboard.type('kept ')
  await (await drag(page, second))()
  await expect(main.rows).toHaveCount(2)
  await expect(main.title).not.toHaveText('First blog')

  await (await drag(page, join(first, 'posts/a.md')))()
  await expect(main.title).toHaveText('First blog')
  await expect(main.text).toContainText('kept')
})

test('what is no post and no folder is refused in words', async ({ folder, open }) => {
  const blog = await writeBlog(join(folder, 'blog'), { 'a.md': { head: ['title: A post'] } })
  const { page } = await open(blog)
  const main = new MainWindow(page)
  await expect(main.title).toHaveText('A post')
  await (await drag(page, join(blog, 'package.json')))()
  await expect(page.getByText(/neither a folder nor a markdown post/)).toBeVisible()
  await expect(main.title).toHaveText('A post')
  await expect(main.rows).toHaveCount(1)
})

test('images are dropped on the text, what comes with them is named, and outside of it nothing is lost in silence', async ({
  folder,
  open,
}) => {
  const blog = await writeBlog(join(folder, 'blog'), { 'a.md': { head: ['title: A post'] } })
  for (const name of ['one.png', 'two.png']) await writeFile(join(folder, name), makePng(30, 20, [9, 9, 9]))
  await mkdir(join(folder, 'holiday'))
  await writeFile(join(folder, 'notes.txt'), 'x')
  const { page } = await open(blog)
  const main = new MainWindow(page)
  await expect(main.title).toHaveText('A post')
  const files = (...names: readonly string[]) => names.map((name) => join(folder, name))
  const middleOf = async (what: Locator) => {
    const { x, y, width, height } = (await what.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    return { x: x + width / 2, y: y + height / 2 }
  }
  const preview = page.locator('iframe').first()
  await (await dragTo(page, await middleOf(preview), files('one.png')))()
  await expect(page.getByText('Drop an image on the text of a post to insert it there.')).toBeVisible()
  await (await dragTo(page, await middleOf(preview), files('notes.txt')))()
  await expect(page.getByText(/neither a folder nor a markdown post/)).toBeVisible()
  const all = files('holiday', 'one.png', 'notes.txt', 'two.png')
  await (await dragTo(page, await middleOf(main.text.locator('.cm-line').last()), all))()
  await expect(main.text).toContainText('(one.png)![two](two.png)') // between them an empty line
  await expect(
    page.getByText('2 items are not images and were not inserted: holiday, notes.txt.'),
  ).toBeVisible()
})
