import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { focusText } from './pages/editor'
import { MainWindow } from './pages/main-window'

test('a new post takes on the habits of the others', async ({ folder, open }) => {
  const head = (title: string, year: number) => [
    `title: "${title}"`,
    `date: '${year}-03-05'`,
    'isFeatured: true',
  ]
  const blog = await writeBlog(join(folder, 'blog'), {
    'one.md': { head: [...head('One', 2022), 'image: cover.png'] },
    'two.md': { head: head('Two', 2023) },
    'three.md': { head: head('Three', 2024) },
  })
  const main = new MainWindow((await open(blog)).page)
  await expect(main.rows).toHaveCount(3)
  await main.page.keyboard.press('ControlOrMeta+N')
  await main.page.getByRole('dialog').getByLabel('Title').fill('Ünder the hood: part 2')
  await expect(main.page.getByRole('dialog').getByLabel('Slug')).toHaveValue('under-the-hood-part-2')
  await main.page.keyboard.press('Enter')
  await expect(main.title).toHaveText('Ünder the hood: part 2')
  await expect(main.text).toBeFocused()
  const text = await readFile(join(blog, 'posts/under-the-hood-part-2.md'), 'utf8')
  expect(text).toMatch(
    /^---\ntitle: "Ünder the hood: part 2"\ndate: '\d{4}-\d\d-\d\d'\nisFeatured: false\n---\n\n$/,
  )
})

test('a slug that is taken is refused before anything is written', async ({ folder, open }) => {
  const blog = await writeBlog(join(folder, 'blog'), { 'taken.md': { head: ['title: Taken'] } })
  const main = new MainWindow((await open(blog)).page)
  await expect(main.rows).toHaveCount(1)
  await main.page.keyboard.press('ControlOrMeta+N')
  await main.page.getByRole('dialog').getByLabel('Title').fill('Taken')
  await expect(main.page.getByRole('dialog').getByLabel('Slug')).toHaveValue('taken-2')
  await main.page.getByRole('dialog').getByLabel('Slug').fill('TAKEN')
  await expect(main.page.getByText('There is already a post in TAKEN.md.')).toBeVisible()
  await expect(main.page.getByRole('button', { name: 'Create post' })).toBeDisabled()
})

test('the settings of a site say how a new post begins', async ({ folder, open }) => {
  const blog = await writeBlog(join(folder, 'blog'), {
    'one.md': { head: ['title: One', 'date: 2024-03-05'] },
  })
  const newPost = {
    keys: ['date', 'title', 'author.name'],
    fileName: '{year}/{slug}/index.md',
    body: '# {title}\n\nBegun in {year}.\n',
  }
  await writeFile(join(blog, 'postwright.json'), JSON.stringify({ newPost }))
  const main = new MainWindow((await open(blog, undefined, { layout: 'preview' })).page)
  await expect(main.rows).toHaveCount(1)
  await main.page.keyboard.press('ControlOrMeta+N')
  await main.page.getByRole('dialog').getByLabel('Title').fill('A boat')
  const year = new Date().getFullYear()
  await expect(main.page.getByText(`${year}/a-boat/index.md`)).toBeVisible()
  await main.page.keyboard.press('Enter')
  await expect(main.title).toHaveText('A boat')
  await expect(main.text).toBeFocused() // a layout without the text is replaced
  const text = await readFile(join(blog, 'posts', String(year), 'a-boat/index.md'), 'utf8')
  expect(text.replace(/\d{4}-\d\d-\d\d/, 'TODAY')).toBe(
    `---\ndate: TODAY\ntitle: A boat\nauthor:\n  name: ''\n---\n\n# A boat\n\nBegun in ${year}.\n`,
  )
})

test('an empty folder offers a first post', async ({ folder, open }) => {
  await mkdir(join(folder, 'blog/posts'), { recursive: true })
  const main = new MainWindow((await open(join(folder, 'blog/posts'))).page)
  await expect(main.page.getByText('No posts yet')).toBeVisible()
  await main.picture('empty-folder')
  await main.page.getByRole('region', { name: 'Library' }).getByRole('button', { name: 'New post' }).click()
  await main.page.getByRole('dialog').getByLabel('Title').fill('Hello')
  await main.page.keyboard.press('Enter')
  await expect(main.rows).toHaveCount(1)
  expect(await readFile(join(folder, 'blog/posts/hello.md'), 'utf8')).toMatch(/^---\ntitle: Hello\ndate: /)
})

test('one Escape closes a dialog, though the button in focus shows its name', async ({ folder, open }) => {
  const blog = await writeBlog(join(folder, 'blog'), { 'one.md': { head: ['title: One'] } })
  const main = new MainWindow((await open(blog)).page)
  await expect(main.rows).toHaveCount(1)
  await main.page.keyboard.press('ControlOrMeta+N')
  const dialog = main.page.getByRole('dialog', { name: 'New post' })
  await expect(dialog.getByRole('textbox').first()).toBeFocused() // a dialog takes the focus when it opens
  await dialog.getByRole('button', { name: 'Close' }).focus()
  await expect(main.page.getByText('Close', { exact: true })).toBeVisible()
  await main.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('keys pressed right after a dialog is closed are not lost while it fades', async ({ folder, open }) => {
  const blog = await writeBlog(join(folder, 'blog'), { 'one.md': { head: ['title: One'] } })
  const file = join(blog, 'posts/one.md')
  const before = await readFile(file, 'utf8')
  const { page } = await open(file)
  const main = new MainWindow(page)
  const search = page.getByRole('searchbox', { name: 'Search posts' })
  for (const opening of ['ControlOrMeta+N', 'ControlOrMeta+,', 'ControlOrMeta+Shift+P', 'ControlOrMeta+P']) {
    await focusText(page)
    await page.keyboard.press(opening)
    await expect(page.locator('[role="dialog"] :focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+Shift+F')
    await page.keyboard.type('boat')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(search).toBeFocused()
    await expect(search).toHaveValue('boat')
  }
  await expect(main.text).not.toContainText('boat')
  expect(await readFile(file, 'utf8')).toBe(before)
})
