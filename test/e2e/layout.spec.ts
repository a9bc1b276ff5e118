import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeBlog, writeImage } from '../support/write-blog'
import { expect, resize, sharedApp, test } from './app'
import { focusText } from './pages/editor'
import { MainWindow } from './pages/main-window'

const long =
  'On the virtue of writing very long titles that never seem to end because the author had much to say'
const unbroken = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
const arabic = 'دليل ميداني إلى أعلام الميزات وكيف نستخدمها كل يوم'
const hebrew = 'מדריך שדה לדגלי תכונות'

const body = `## Why hide code at all?

A flag separates **deploying** from **releasing**. The code ships dark, and a switch decides who sees it.

> A flag without an end date is a fork.

![Two release paths](paths.png)

\`\`\`ts
if (flags.isOn('new-checkout')) {
  return newCheckout(cart)
}
\`\`\`

- [x] name the owner
- [ ] name the day it goes
`

/** Writes the blog of these tests; returns its folder. */
const writePosts = async (folder: string): Promise<string> => {
  const root = join(folder, 'blog')
  const info = 'info: When to hide code behind a switch, how to name it, and how to take it out again.'
  await writeBlog(root, {
    'feature-flags.md': {
      head: [
        'title: A Field Guide to Feature Flags',
        "date: '2026-10-15'",
        'image: hero.png',
        info,
        'isFeatured: true',
      ],
      body,
    },
    'proxy.md': {
      head: [
        'title: What a Reverse Proxy Really Does',
        "date: '2026-10-02'",
        'image: hero.png',
        'isFeatured: false',
      ],
    },
    'long.md': { head: [`title: ${long}`, "date: '2026-09-19'", 'image: gone.png', 'isFeatured: true'] },
    'unbroken.md': { head: [`title: ${unbroken}`, "date: '2026-09-03'"] },
    'arabic.md': { head: [`title: ${arabic}`, "date: '2026-08-21'"] },
    'hebrew.md': { head: [`title: ${hebrew}`, "date: '2026-08-11'", 'draft: true'] },
  })
  await writeImage(root, 'feature-flags', 'hero.png', [112, 148, 190])
  await writeImage(root, 'feature-flags', 'paths.png', [190, 148, 112])
  await writeImage(root, 'proxy', 'hero.png', [200, 154, 112])
  return root
}

/** No part of the window is wider than the window itself. */
const expectNoOverflow = async (page: Page): Promise<void> => {
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await expect.poll(beyond).toBeLessThanOrEqual(0)
}

/** Every button of the header can be clicked, whatever the title is. */
const expectHeaderInSight = async (page: Page): Promise<void> => {
  await expectNoOverflow(page)
  for (const name of ['Write', 'Split', 'Preview', 'Export']) {
    const button = page.getByRole('banner').getByRole('button', { name, exact: true })
    await expect(button).toBeInViewport({ ratio: 1 })
    await button.click({ trial: true }) // nothing covers it
  }
}

const settled = async (main: MainWindow): Promise<void> => {
  await expect(main.status).toContainText('Saved')
  await expect(main.status).toContainText('words')
}

test.describe('in one window', () => {
  const shared = sharedApp(async (folder) => ({ open: await writePosts(folder) }))
  const windowOf = async (width: number, height: number) => {
    await resize(shared(), { width, height })
    return shared()
  }

  test('the main window, light and dark', async () => {
    const { page } = await windowOf(1440, 900)
    const main = new MainWindow(page)
    await main.open('A Field Guide to Feature Flags')
    await settled(main)
    await main.run('Light theme')
    await main.picture('light')
    await main.run('Dark theme')
    await main.picture('dark')
    await expectNoOverflow(page)
    await main.run('Light theme')
  })

  test('a window of 900 by 600', async () => {
    const { page } = await windowOf(900, 600)
    const main = new MainWindow(page)
    await main.open(long)
    await settled(main)
    await expectHeaderInSight(page)
    await main.picture('narrow')
  })

  test('the outline has its width in a window of any width, and Escape takes it off the text', async () => {
    const { page } = await windowOf(900, 600)
    const main = new MainWindow(page)
    await main.open('A Field Guide to Feature Flags')
    const outline = page.getByRole('complementary', { name: 'Beside the text' })
    for (const width of [780, 900, 1000, 1060, 1300]) {
      await windowOf(width, 600)
      await page.keyboard.press('ControlOrMeta+Shift+1')
      await expect.poll(async () => (await outline.boundingBox())?.width ?? 0).toBeGreaterThan(200)
      await page.keyboard.press('Escape')
      if (width > 1000) await page.keyboard.press('ControlOrMeta+Shift+1')
      await expect(outline).toBeHidden()
    }
  })

  test('a sidebar over the text takes the focus, and Escape gives it back', async () => {
    const { page } = await windowOf(700, 600)
    const main = new MainWindow(page)
    await main.text.focus()
    await page.keyboard.press('ControlOrMeta+Shift+L')
    await expect(main.list).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(main.list).toBeHidden()
    await expect(main.text).toBeFocused()
  })

  test('titles keep their direction and never widen the list', async () => {
    const { page } = await windowOf(1000, 700)
    const main = new MainWindow(page)
    await expect(main.rows).toHaveCount(6)
    const title = (words: string) => main.row(words).locator('[dir="auto"]')
    await expect(title(arabic)).toHaveCSS('direction', 'rtl')
    await expect(title(hebrew)).toHaveCSS('direction', 'rtl')
    await expect(title(long)).toHaveCSS('direction', 'ltr')
    const beyond = () => main.list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    await expect.poll(beyond).toBe(0)
    const heights = () =>
      main.rows.evaluateAll((rows) => new Set(rows.map((row) => row.getBoundingClientRect().height)).size)
    await expect.poll(heights).toBe(1)
    await main.open(arabic)
    await main.picture('directions')
  })

  test('high contrast and reduced motion', async () => {
    const { page } = await windowOf(1440, 900)
    const main = new MainWindow(page)
    await main.open('A Field Guide to Feature Flags')
    await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' })
    const token = (name: string) =>
      page.evaluate((property) => getComputedStyle(document.documentElement).getPropertyValue(property), name)
    await expect.poll(() => token('--t-fast')).toMatch(/^\s*0m?s\b/)
    await expect.poll(() => token('--text')).toMatch(/^\s*(?:#000|#000000|#fff|#ffffff)\s*$/)
    await main.picture('high-contrast')
    await page.emulateMedia({ forcedColors: 'active' })
    await main.picture('forced-colors')
    await page.emulateMedia({ contrast: null, reducedMotion: null, forcedColors: null })
  })

  test('the dialogs fit a small window', async () => {
    const { page } = await windowOf(900, 600)
    const main = new MainWindow(page)
    await expect(main.rows).not.toHaveCount(0)
    for (const [command, name, picture] of [
      ['Settings', 'Settings', 'settings'],
      ['New post', 'New post', 'new-post'],
      ['Keyboard shortcuts', 'Keyboard shortcuts', 'shortcuts'],
    ] as const) {
      await main.run(command)
      const dialog = page.getByRole('dialog', { name })
      await expect(dialog).toBeInViewport({ ratio: 1 })
      await main.picture(picture)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
    await page.keyboard.press('ControlOrMeta+P')
    await page.keyboard.type('flag')
    await expect(page.getByRole('dialog').getByRole('option')).not.toHaveCount(0)
    await main.picture('quick-open')
  })
})

test('both dividers move by key and pointer and stay where they were', async ({ folder, launch }) => {
  const profile = join(folder, 'profile')
  const options = { open: await writePosts(folder), profile, size: { width: 1440, height: 900 } }
  const first = await launch(options)
  const main = new MainWindow(first.page)
  await main.open('A Field Guide to Feature Flags')
  const sidebar = first.page.getByRole('separator', { name: 'Sidebar width' })
  await sidebar.focus()
  await first.page.keyboard.press('ArrowRight')
  await expect(sidebar).toHaveAttribute('aria-valuenow', '288')
  const split = first.page.getByRole('separator', { name: 'Editor width, in percent' })
  const box = await split.boundingBox()
  expect(box).not.toBeNull()
  const { x, y } = { x: box?.x ?? 0, y: (box?.y ?? 0) + 300 }
  await first.page.mouse.move(x, y)
  await first.page.mouse.down()
  await first.page.mouse.move(x + 120, y, { steps: 4 })
  await first.page.mouse.up()
  await expect(split).toHaveAttribute('aria-valuenow', '60')
  await first.close()
  const second = await launch(options)
  await expect(second.page.getByRole('separator', { name: 'Sidebar width' })).toHaveAttribute(
    'aria-valuenow',
    '288',
  )
  await expect(second.page.getByRole('separator', { name: 'Editor width, in percent' })).toHaveAttribute(
    'aria-valuenow',
    '60',
  )
})

test('at 200 percent the sidebar lies over the text and goes when a post is chosen', async ({
  folder,
  launch,
}) => {
  const { app, page } = await launch({ open: await writePosts(folder), size: { width: 1440, height: 900 } })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  const main = new MainWindow(page)
  await main.text.waitFor() // the newest post opens automatically, and opening a post hides the sidebar
  await expect(main.list).toBeHidden()
  await page.getByRole('button', { name: 'Show sidebar' }).click()
  await main.open('A Field Guide to Feature Flags')
  await expect(main.list).toBeHidden()
  await settled(main)
  await expectHeaderInSight(page)
})

test('the caret stays at its line when the form above a short text takes another height', async ({
  folder,
  open,
}) => {
  const blog = await writeBlog(join(folder, 'blog'), {
    'tall.md': { head: ['title: Tall', "date: '2024-05-03'", 'info: A line', 'author: Ann', 'place: Here'] },
    'low.md': { head: ['title: Low', "date: '2024-04-02'"] },
  })
  const { page } = await open(blog)
  const main = new MainWindow(page)
  await main.open('Tall')
  await main.run('Preview')
  await main.open('Low')
  await main.run('Split')
  for (const title of ['Low', 'Tall', 'Low']) {
    await main.open(title)
    await focusText(page)
    await expect
      .poll(async () => {
        const line = await page.locator('.cm-activeLine').boundingBox()
        const caret = await page.locator('.cm-cursor-primary').boundingBox()
        return line && caret && caret.y >= line.y && caret.y + caret.height <= line.y + line.height + 1
      })
      .toBe(true)
  }
})
