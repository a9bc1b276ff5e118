import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeBlog } from '../support/write-blog'
import { builtFolder, electronPath, expect, test } from './app'
import { MainWindow } from './pages/main-window'

const run = promisify(execFile)

/** Starts the app again with the same profile; it ends after it has passed on its arguments. */
const start = (folder: string, ...args: readonly string[]) => {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const profile = `--user-data-dir=${join(folder, 'profile/data')}`
  return run(electronPath(), [...root, profile, join(builtFolder, 'main/main.js'), ...args])
}

test('a second start hands its folder over, and the text typed a moment ago is in its own file', async ({
  folder,
  launch,
}) => {
  const first = await writeBlog(join(folder, 'first'), { 'a.md': { head: ['title: From the first'] } })
  const second = await writeBlog(join(folder, 'second'), { 'a.md': { head: ['title: From the second'] } })
  const untouched = await readFile(join(second, 'posts/a.md'), 'utf8')
  const { app, page } = await launch({ open: join(first, 'posts/a.md') })
  const main = new MainWindow(page)
  await main.title.filter({ hasText: 'From the first' }).waitFor()
  await main.text.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('Typed a moment ago.')

  await start(folder, second)

  await expect(main.row('From the second')).toBeVisible()
  await expect(main.row('From the first')).toHaveCount(0)
  expect(await readFile(join(first, 'posts/a.md'), 'utf8')).toContain('Typed a moment ago.')
  expect(await readFile(join(second, 'posts/a.md'), 'utf8')).toBe(untouched)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a second start finds a running app whatever letters its folder has', async ({ folder, launch }) => {
  const names = ['Мой блог/записи за год', 'Cafe\u0301 with letters', 'ブログ']
  const sites = await Promise.all(
    names.map((name) => writeBlog(join(folder, name), { 'a.md': { head: [`title: In ${name}`] } })),
  )
  const { page } = await launch({ open: folder })
  const main = new MainWindow(page)
  for (const [at, site] of sites.entries()) {
    await start(folder, join(site, 'posts/a.md'))
    await main.title.filter({ hasText: `In ${names[at]}` }).waitFor()
  }
  // More than one message of Chromium can contain.
  const again = join(sites[0] ?? '', 'posts/a.md')
  await start(folder, ...Array.from({ length: 800 }, () => again))
  await main.title.filter({ hasText: `In ${names[0]}` }).waitFor()
})

test('what was open is open again at the next start', async ({ folder, launch }) => {
  const site = await writeBlog(join(folder, 'site'), {
    'a.md': { head: ['title: One', 'date: 2026-01-01'] },
    'b.md': { head: ['title: Two', 'date: 2026-01-02'] },
  })
  const before = await launch({ open: site })
  await new MainWindow(before.page).open('One')
  await before.close()
  const { page } = await launch()
  await new MainWindow(page).title.filter({ hasText: 'One' }).waitFor()
})

test('posts that the system hands over together are all opened, the last one in front', async ({
  folder,
  launch,
}) => {
  const site = await writeBlog(join(folder, 'site'), {
    'a.md': { head: ['title: One', 'date: 2026-01-01'] },
    'b.md': { head: ['title: Two', 'date: 2026-01-02'] },
    'c.md': { head: ['title: Three', 'date: 2026-01-03'] },
  })
  const { app, page } = await launch({ open: site })
  const main = new MainWindow(page)
  await main.title.filter({ hasText: 'Three' }).waitFor()
  await app.evaluate(
    ({ app: system }, paths) => {
      for (const path of paths) system.emit('open-file', { preventDefault: () => undefined }, path)
    },
    [join(site, 'posts/a.md'), join(site, 'posts/gone.md'), join(site, 'posts/b.md')],
  )
  await main.title.filter({ hasText: 'Two' }).waitFor()
  await expect(page.getByText('gone.md does not exist')).toBeVisible()
  await page.keyboard.press('Control+Tab')
  await main.title.filter({ hasText: 'One' }).waitFor()
})
