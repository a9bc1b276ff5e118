import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BlogPost, writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

const count = 260
const nameOf = (n: number) => `p${String(n).padStart(3, '0')}.md`
const dateOf = (n: number) => new Date(Date.UTC(2026, 0, 1) - n * 86_400_000).toISOString().slice(0, 10)

test('the lines of each of many posts can be seen before they are replaced', async ({ folder, open }) => {
  const jars = Array.from({ length: 230 }, (_, n) => `${n + 1} jars of jam`).join('\n')
  const posts = Array.from({ length: count }, (_, n): [string, BlogPost] => [
    nameOf(n),
    {
      head: [`title: Post ${n}`, `date: ${dateOf(n)}`],
      body: n === 0 ? jars : `The jam of post ${n}, and a word on bread.\n\nMore jam.`,
    },
  ])
  const blog = await writeBlog(join(folder, 'blog'), Object.fromEntries(posts))
  const main = new MainWindow((await open(blog)).page)
  await expect(main.rows.first()).toBeVisible()
  await main.search.fill('jam')
  await main.page.getByRole('button', { name: 'Replace in posts…' }).click()
  const dialog = main.page.getByRole('dialog', { name: 'Replace in posts' })
  await dialog.getByRole('textbox').fill('marmalade')
  await expect(dialog.getByRole('button', { name: `Replace in ${count} posts` })).toBeEnabled()
  const plan = dialog.getByRole('region', { name: 'Changes' })
  const at = (position: number) => plan.locator(`[aria-posinset="${position}"]`)
  await expect(plan.getByRole('listitem').first()).toContainText('marmalade')
  await main.picture('replace-light')
  await main.page.emulateMedia({ colorScheme: 'dark' })
  await main.picture('replace-dark')
  expect(await plan.getByRole('listitem').count()).toBeLessThan(40) // only visible rows are drawn

  // The post with the most matches comes first.
  const long = at(1)
  await expect(long).toContainText('130 more lines change.')
  await long.getByRole('button', { name: 'Show more lines' }).click()
  await expect(long).toContainText('30 more lines change.')
  await long.getByRole('button', { name: 'Show more lines' }).click()
  await expect(long).toContainText('230 jars of marmalade')

  await expect(async () => {
    await plan.evaluate((box) => box.scrollTo(0, box.scrollHeight)) // rows become taller when they are drawn
    await expect(at(count)).toBeInViewport({ timeout: 200 })
  }).toPass()
  await expect(at(count)).toContainText(/The marmalade of post \d+, and a word on bread\./)
  await main.picture('replace-last')
  const excluded = (await at(count).getByRole('checkbox').locator('..').innerText()).trim()
  await at(count).getByRole('checkbox').uncheck()
  await expect(at(count)).not.toContainText('marmalade')

  await dialog.getByRole('button', { name: `Replace in ${count - 1} posts` }).click()
  await expect(main.page.getByText(`Replaced “jam” in ${count - 1} of ${count - 1} posts.`)).toBeVisible()
  const text = (name: string) => readFile(join(blog, 'posts', name), 'utf8')
  for (const [name] of posts)
    expect(await text(name), name).toContain(name === excluded ? 'The jam of post' : 'marmalade')
  expect(await text(nameOf(0))).toContain('\n230 jars of marmalade\n')
})
