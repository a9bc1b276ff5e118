import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BlogPost, writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

const posts: Readonly<Record<string, BlogPost>> = {
  'alpha.md': {
    head: ['title: Alpha', "date: '2024-05-03'", 'tags: [docker, notes]', 'author: Ann', 'isFeatured: false'],
    body: 'See [beta](beta.md).',
  },
  'beta.md': { head: ['title: Beta', "date: '2024-04-02'", 'tags: [docker]', 'isFeatured: false'] },
  'old/delta.md': { head: ['title: Delta', "date: '2020-03-01'", 'isFeatured: false'] },
  'broken.md': { head: ['title: [Broken', "date: '2019-03-01'"] },
}
const size = { width: 1440, height: 900 }

test.beforeEach(async ({ folder }) => {
  await writeBlog(join(folder, 'blog'), posts)
})

test('menus write tags, folders and missing fields into the search', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'), size)).page)
  const { page } = main
  await expect(main.rows).toHaveCount(4)
  const menu = page.getByRole('button', { name: 'Filter by tag, folder or missing field' })
  const choose = async (submenu: string, entry: string) => {
    await menu.click()
    await page.getByRole('menuitem', { name: submenu }).press('ArrowRight')
    await page.getByRole('menuitemcheckbox', { name: entry }).waitFor()
    if (submenu === 'Tag' && entry === 'docker') await main.picture('filter-menu')
    await page.getByRole('menuitemcheckbox', { name: entry }).click()
  }
  await choose('Tag', 'docker')
  await expect(main.search).toHaveValue('tag:docker')
  await expect(main.rows).toHaveText([/Alpha/, /Beta/])
  await choose('Missing field', 'author')
  await expect(main.search).toHaveValue('tag:docker missing:author')
  await expect(main.rows).toHaveText([/Beta/])
  await choose('Missing field', 'author')
  await choose('Tag', 'docker')
  await expect(main.search).toHaveValue('')
  await choose('Folder', 'old')
  await expect(main.rows).toHaveText([/Delta/])
})

test('searches of before come back', async ({ folder, launch }) => {
  const main = new MainWindow((await launch({ open: join(folder, 'blog'), size })).page)
  await main.search.fill('docker')
  await main.search.press('Enter')
  await main.search.fill('delta')
  await main.search.press('Escape')
  await main.search.press('ArrowUp')
  await expect(main.search).toHaveValue('delta')
  await main.search.press('ArrowUp')
  await expect(main.search).toHaveValue('docker')
  await main.search.press('ArrowDown')
  await main.search.press('ArrowDown')
  await expect(main.search).toHaveValue('')
})

test('a post is moved to another folder, and links to it follow', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'), size)).page)
  const { page } = main
  await main.open('Beta')
  await main.run('Move to folder')
  const dialog = page.getByRole('dialog', { name: 'Move to folder' })
  await dialog.getByRole('combobox').fill('../..')
  await expect(dialog.getByText('This folder is outside the posts folder.')).toBeVisible()
  await dialog.getByRole('combobox').fill('2024/tips')
  await expect(dialog.getByText('See [beta](2024/tips/beta.md).')).toBeVisible()
  await main.picture('move-dialog')
  await dialog.getByRole('button', { name: 'Move' }).click()
  await expect(dialog).toBeHidden()
  const file = join(folder, 'blog/posts/2024/tips/beta.md')
  await access(file)
  expect(await readFile(join(folder, 'blog/posts/alpha.md'), 'utf8')).toContain('](2024/tips/beta.md)')
  await expect(main.title).toHaveText('Beta')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(() =>
      access(file).then(
        () => 'there',
        () => 'gone',
      ),
    )
    .toBe('gone')
  await expect.poll(() => readFile(join(folder, 'blog/posts/alpha.md'), 'utf8')).toContain('[beta](beta.md)')
})

test('a post whose own links change with its move is in the list once, and once again after undo', async ({
  folder,
  open,
}) => {
  const main = new MainWindow((await open(join(folder, 'blog'), size)).page)
  await main.open('Alpha')
  await main.run('Move to folder')
  const dialog = main.page.getByRole('dialog', { name: 'Move to folder' })
  await dialog.getByRole('combobox').fill('2024/tips')
  await expect(dialog.getByText('See [beta](../../beta.md).')).toBeVisible()
  await dialog.getByRole('button', { name: 'Move' }).click()
  const places = () =>
    main.row('Alpha').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-post')))
  await expect.poll(places).toEqual(['2024/tips/alpha.md'])
  await main.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(places).toEqual(['alpha.md'])
})

test('several posts are featured at once, and one undo takes it back', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'), size)).page)
  const before = await readFile(join(folder, 'blog/posts/beta.md'), 'utf8')
  await main.open('Alpha')
  await main.row('Delta').click({ modifiers: ['Shift'] })
  await main.list.press('f')
  await expect(main.filter('Featured 3')).toBeVisible()
  await expect
    .poll(() => readFile(join(folder, 'blog/posts/beta.md'), 'utf8'))
    .toBe(before.replace('isFeatured: false', 'isFeatured: true'))
  await main.page.getByRole('button', { name: 'Undo' }).click()
  await expect(main.page.getByText('Undone.')).toBeVisible()
  expect(await readFile(join(folder, 'blog/posts/beta.md'), 'utf8')).toBe(before)
  await expect(main.filter('Featured 3')).toBeHidden()
})

test('the status bar leads to the problems of the post and of the folder', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog/posts/beta.md'), size)).page)
  await expect(main.title).toHaveText('Beta')
  // One post has front matter that cannot be read, one a link that such a site does not follow.
  await main.status.getByRole('button', { name: '2 other posts with problems' }).click()
  await main.picture('problems-menu')
  await main.page.getByRole('menuitem', { name: '2 posts have problems' }).click()
  await expect(main.rows).toHaveCount(2)
  await main.row('broken').click()
  await main.status.getByRole('button', { name: '1 problem' }).click()
  await main.page.getByRole('group', { name: 'This post' }).getByRole('menuitem').first().click()
  await expect(main.text).toBeFocused()
})
