import { spawnSync } from 'node:child_process'
import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const binCanBeMoved = (): boolean =>
  process.platform === 'linux' && spawnSync('gio', ['version']).status === 0
const noBin = 'The bin of this system cannot be put into a folder of the test'

test('a post goes to the bin of the system, and comes back byte for byte', async ({ folder, launch }) => {
  test.skip(!binCanBeMoved(), noBin)
  const blog = await writeBlog(join(folder, 'blog'), {
    'alpha.md': { head: ['title: Alpha', "date: '2024-05-03'"] },
    'beta.md': { head: ['title: Beta', "date: '2024-04-02'"], body: 'Words\r\nwith odd\tends.  ' },
  })
  const file = join(blog, 'posts/beta.md')
  const before = await readFile(file)
  const data = join(folder, 'data')
  const { page } = await launch({ open: blog, env: { XDG_DATA_HOME: data, ELECTRON_TRASH: 'gio' } })
  const main = new MainWindow(page)
  await main.open('Beta')
  await main.run('Move to Trash')
  await expect(main.rows).toHaveText([/Alpha/])
  await expect.poll(() => isThere(file)).toBe(false)
  expect(await readdir(join(data, 'Trash/files'))).toEqual(['beta.md'])
  expect(await readFile(join(data, 'Trash/files/beta.md'))).toEqual(before)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(main.rows).toHaveText([/Alpha/, /Beta/])
  expect(await readFile(file)).toEqual(before)
})

test('several posts go to the bin with one notice, and come back with one undo', async ({
  folder,
  launch,
}) => {
  test.skip(!binCanBeMoved(), noBin)
  const blog = await writeBlog(join(folder, 'blog'), {
    'alpha.md': { head: ['title: Alpha', "date: '2024-05-03'"] },
    'beta.md': { head: ['title: Beta', "date: '2024-04-02'"] },
    'gamma.md': { head: ['title: Gamma', "date: '2024-03-01'"] },
  })
  const env = { XDG_DATA_HOME: join(folder, 'data'), ELECTRON_TRASH: 'gio' }
  const { page } = await launch({ open: blog, env })
  const main = new MainWindow(page)
  await main.open('Alpha')
  await main.row('Beta').click({ modifiers: ['Shift'] })
  await main.row('Beta').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Move 2 posts to Trash' }).click()
  await expect(page.getByText('Moved 2 posts to the Trash.')).toBeVisible()
  await expect(main.rows).toHaveText([/Gamma/])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(main.rows).toHaveText([/Alpha/, /Beta/, /Gamma/])
})

test('the Delete key moves a post to the bin, and only the latest notices lie over the text', async ({
  folder,
  launch,
}) => {
  test.skip(!binCanBeMoved(), noBin)
  const names = ['alpha', 'beta', 'gamma', 'delta', 'omega']
  const blog = await writeBlog(
    join(folder, 'blog'),
    Object.fromEntries(
      names.map((name, index) => [
        `${name}.md`,
        { head: [`title: ${name}`, `date: '2024-0${9 - index}-01'`] },
      ]),
    ),
  )
  const env = { XDG_DATA_HOME: join(folder, 'data'), ELECTRON_TRASH: 'gio' }
  const { page } = await launch({ open: blog, env })
  const main = new MainWindow(page)
  await main.open('alpha')
  await main.list.focus()
  for (const name of names.slice(0, 4)) {
    await page.keyboard.press('Delete')
    await expect(main.row(name)).toHaveCount(0)
  }
  await expect(main.rows).toHaveText([/omega/])
  await page.keyboard.press('Enter')
  await expect(main.title).toHaveText(/omega/)

  const notices = page.getByText('to the Trash.')
  await expect(notices).toHaveCount(3)
  await main.picture('notices')
  await page.getByRole('button', { name: '1 earlier' }).click()
  await expect(notices).toHaveCount(4)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(main.row('alpha')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss all' }).click()
  await expect(notices).toHaveCount(0)
})
