import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BlogPost, blogPost, writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

const posts: Readonly<Record<string, BlogPost>> = {
  'first.md': { head: ['title: The first one', "date: '2024-01-05'", 'isFeatured: false', 'draft: false'] },
  'second.md': { head: ['title: The second one', "date: '2024-03-05'", 'isFeatured: true', 'draft: false'] },
  'third.md': { head: ['title: The third one', "date: '2023-12-24'", 'isFeatured: false', 'draft: true'] },
}

test.beforeEach(async ({ folder }) => {
  await writeBlog(join(folder, 'blog'), posts)
})

test('the list shows what the posts say, newest first', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await expect(main.rows).toHaveCount(3)
  await expect(main.titles).toHaveText(['The second one', 'The first one', 'The third one'])
  await expect(main.row('The first one')).toContainText('5 Jan 2024')
  await expect(main.row('The third one')).toContainText('Draft')
  await expect(main.row('The second one')).toHaveAccessibleName(/featured/)
})

test('filters count and choose', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await expect(main.filter('Featured 1')).toBeVisible()
  await main.filter('Drafts 1').click()
  await expect(main.rows).toHaveCount(1)
  await main.filter('Problems').click()
  await expect(main.page.getByText('No problems')).toBeVisible()
  await main.page.getByRole('button', { name: 'Show all posts' }).click()
  await expect(main.rows).toHaveCount(3)
})

test('the star changes one line of the file and nothing else', async ({ folder, open }) => {
  const file = join(folder, 'blog/posts/first.md')
  const before = await readFile(file, 'utf8')
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await main
    .row('The first one')
    .getByTitle(/^Feature this post/)
    .click()
  await expect(main.filter('Featured 2')).toBeVisible()
  await expect
    .poll(() => readFile(file, 'utf8'))
    .toBe(before.replace('isFeatured: false', 'isFeatured: true'))
})

test('the star of the open post is one step of its undo', async ({ folder, open }) => {
  const file = join(folder, 'blog/posts/first.md')
  const before = await readFile(file, 'utf8')
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await main.open('The first one')
  await main
    .row('The first one')
    .getByTitle(/^Feature this post/)
    .click()
  await expect
    .poll(() => readFile(file, 'utf8'))
    .toBe(before.replace('isFeatured: false', 'isFeatured: true'))
  await main.text.click()
  await main.page.keyboard.press('ControlOrMeta+Z')
  await expect.poll(() => readFile(file, 'utf8')).toBe(before)
  await expect(main.filter('Featured 1')).toBeVisible()
})

test('typing finds posts; Escape brings all back', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await expect(main.rows).toHaveCount(3)
  await main.page.keyboard.press('ControlOrMeta+Shift+F')
  await expect(main.search).toBeFocused()
  await main.page.keyboard.type('thi')
  await expect(main.rows).toHaveCount(1)
  await main.search.fill('featured:true')
  await expect(main.rows).toHaveText([/The second one/])
  await main.search.fill('no such words')
  await expect(main.page.getByText('No results')).toBeVisible()
  await main.search.press('Escape')
  await expect(main.rows).toHaveCount(3)
})

test('the list is one stop of the Tab key and works with arrows', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await expect(main.rows).toHaveCount(3)
  await main.search.focus()
  await main.page.keyboard.press('ArrowDown')
  await expect(main.list).toBeFocused()
  await main.page.keyboard.press('ArrowDown')
  await main.page.keyboard.press('f')
  await expect(main.filter('Featured 2')).toBeVisible()
  await main.page.keyboard.press('Enter')
  await expect(main.title).toHaveText('The first one')
  await expect(main.text).toBeFocused()
})

test('several posts are chosen with Shift and featured at once', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await main.row('The first one').click({ modifiers: ['ControlOrMeta'] })
  await main.row('The third one').click({ modifiers: ['Shift'] })
  await main.row('The third one').click({ button: 'right' })
  await main.page.getByRole('menuitem', { name: 'Feature 2 posts' }).click()
  await expect(main.filter('Featured 3')).toBeVisible()
})

test('changes from outside show by themselves', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await expect(main.rows).toHaveCount(3)
  const added = join(folder, 'blog/posts/fourth.md')
  await writeFile(added, blogPost({ head: ['title: The fourth one', "date: '2025-01-01'"] }))
  await expect(main.row('The fourth one')).toBeVisible()
  await rm(added)
  await expect(main.row('The fourth one')).toHaveCount(0)
})

test('a post whose head cannot be read is in the list, with its problem', async ({ folder, open }) => {
  await writeFile(join(folder, 'blog/posts/broken.md'), '---\ntitle: "never closed\n---\n\nText.\n')
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await expect(main.rows).toHaveCount(4)
  await main.filter('Problems 1').click()
  await expect(main.rows).toHaveCount(1)
  await expect(main.rows).toHaveAttribute('data-post', 'broken.md')
})

test('the order is remembered', async ({ folder, launch }) => {
  const profile = join(folder, 'profile')
  const first = await launch({ open: join(folder, 'blog'), profile })
  await first.page.getByRole('button', { name: 'Order of the list' }).click()
  await first.page.getByRole('menuitemradio', { name: 'Title' }).click()
  await first.page.getByRole('button', { name: 'Order of the list' }).click()
  await first.page.getByRole('menuitemradio', { name: 'By year' }).click()
  await first.close()
  const main = new MainWindow((await launch({ profile })).page)
  await expect(main.rows).toHaveCount(3)
  await expect(main.titles).toHaveText(['The first one', 'The second one', 'The third one'])
  await expect(main.list).toContainText('2023')
})

test('two thousand posts draw only the rows in sight', async ({ folder, open }) => {
  const many = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, at) => [`many/post-${at}.md`, { head: [`title: Post number ${at}`] }]),
  )
  await writeBlog(join(folder, 'blog'), many)
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await expect(main.rows.first()).toHaveAttribute('aria-setsize', '2003', { timeout: 30_000 })
  expect(await main.rows.count()).toBeLessThan(60)
  await main.list.focus()
  await main.page.keyboard.press('End')
  await expect(main.rows.last()).toHaveAttribute('aria-posinset', '2003')
  expect(await main.rows.count()).toBeLessThan(60)
  // Results are shown from the first one, wherever the list was scrolled to.
  await main.search.fill('number')
  await expect(main.rows.first()).toHaveAttribute('aria-setsize', '2000')
  await expect(main.rows.first()).toHaveAttribute('aria-posinset', '1')
  await expect(main.rows.first()).toBeInViewport()
})

test('words in the text are found, shown and gone to', async ({ folder, open }) => {
  const body = 'Nothing here.\n\nBut the word marmalade stands on this line.\n'
  await writeFile(join(folder, 'blog/posts/jam.md'), blogPost({ head: ['title: Breakfast'], body }))
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await expect(main.rows).toHaveCount(4)
  await main.search.fill('marmal')
  await expect(main.list).toContainText('In the text')
  await expect(main.row('Breakfast').locator('mark')).toHaveText('marmal')
  await main.page.getByRole('button', { name: 'Whole words' }).click()
  await expect(main.page.getByText('No results')).toBeVisible()
  await main.search.fill('marmalade')
  await main.row('Breakfast').click()
  await expect(main.status).toContainText('Ln 7, Col 1')
})

test('what was found stays in sight when its post is renamed', async ({ folder, open }) => {
  await writeFile(
    join(folder, 'blog/posts/jam.md'),
    blogPost({ head: ['title: Breakfast'], body: 'Some marmalade.' }),
  )
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await expect(main.rows).toHaveCount(4)
  await main.search.fill('marmalade')
  await main.open('Breakfast')
  await main.page.keyboard.press('F2')
  const dialog = main.page.getByRole('dialog', { name: 'Rename slug' })
  await dialog.getByRole('textbox').fill('toast')
  await dialog.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(main.rows).toHaveAttribute('data-post', 'toast.md')
  await expect(main.rows.locator('mark')).toHaveText('marmalade')
})

test('a slug is renamed with the links to it, shown first and taken back', async ({ folder, open }) => {
  const posts = join(folder, 'blog/posts')
  const linking = blogPost({ head: ['title: Linking'], body: 'See [the first](first.md) one.' })
  await writeFile(join(posts, 'linking.md'), linking)
  const outside = join(folder, 'blog/notes.md')
  await writeFile(outside, '[first](posts/first.md)\n')
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await main.open('The first one')
  await main.page.keyboard.press('F2')
  const dialog = main.page.getByRole('dialog', { name: 'Rename slug' })
  const allOutside = dialog.getByRole('checkbox', { name: 'Links from outside the posts' })
  await dialog.getByRole('textbox').fill('opening')
  await expect(dialog.getByRole('region', { name: 'Changes' })).toContainText(
    'See [the first](opening.md) one.',
  )
  await expect(allOutside).not.toBeChecked()
  await main.picture('rename')
  await dialog.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(main.rows.and(main.page.locator('[data-post="opening.md"]'))).toHaveAttribute(
    'aria-current',
    'true',
  )
  expect(await readFile(join(posts, 'linking.md'), 'utf8')).toBe(linking.replace('first.md', 'opening.md'))
  expect(await readFile(outside, 'utf8')).toContain('posts/first.md')
  await main.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => readFile(join(posts, 'linking.md'), 'utf8')).toBe(linking)
  await expect(main.rows.and(main.page.locator('[data-post="first.md"]'))).toBeVisible()
  await main.open('The first one')
  await main.page.keyboard.press('F2')
  await dialog.getByRole('textbox').fill('opening')
  await allOutside.check()
  await dialog.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect.poll(() => readFile(outside, 'utf8')).toContain('posts/opening.md')
})

test('a copy is made beside the post and opened', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await main.row('The second one').click({ button: 'right' })
  await main.page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(main.rows).toHaveCount(4)
  await expect(main.page.getByText(/^Created the copy /)).toBeVisible()
  await expect(main.title).toContainText('The second one')
})

test('words are replaced in many posts, shown first, with one undo', async ({ folder, open }) => {
  const file = (name: string) => join(folder, 'blog/posts', name)
  const bodies = {
    'jam.md': 'Orange marmalade.',
    'toast.md': 'Toast with marmalade.',
    'tea.md': 'Tea and marmalade.',
  }
  const before = Object.fromEntries(
    Object.entries(bodies).map(([name, body]) => [name, blogPost({ head: [`title: About ${name}`], body })]),
  )
  for (const [name, text] of Object.entries(before)) await writeFile(file(name), text)
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await expect(main.rows).toHaveCount(6)
  await main.page.keyboard.press('ControlOrMeta+Shift+h')
  await expect(main.page.getByText('Search for the text first;')).toBeVisible()
  await expect(main.search).toBeFocused()
  await main.search.fill('marmalade')
  await expect(main.page.getByRole('button', { name: 'Replace in posts…' })).toBeEnabled()
  await main.page.keyboard.press('ControlOrMeta+Shift+h')
  const dialog = main.page.getByRole('dialog', { name: 'Replace in posts' })
  await dialog.getByRole('textbox').fill('honey')
  await dialog.getByRole('checkbox', { name: 'tea.md' }).uncheck()
  await expect(dialog).toContainText('Toast with honey.')
  await main.picture('replace')
  await dialog.getByRole('button', { name: 'Replace in 2 posts' }).click()
  await expect(dialog).toBeHidden()
  await expect
    .poll(() => readFile(file('jam.md'), 'utf8'))
    .toBe(before['jam.md']?.replace('marmalade', 'honey'))
  expect(await readFile(file('tea.md'), 'utf8')).toBe(before['tea.md'])
  await main.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => readFile(file('jam.md'), 'utf8')).toBe(before['jam.md'])
  await expect.poll(() => readFile(file('toast.md'), 'utf8')).toBe(before['toast.md'])
})
