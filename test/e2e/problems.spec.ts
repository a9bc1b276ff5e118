import { cp, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from './app'

const fixtures = resolve(import.meta.dirname, '../fixtures/checks')

test('problems are underlined, counted, listed and fixed, and one undo takes a fix back', async ({
  folder,
  open,
}) => {
  const site = join(folder, 'site')
  await cp(join(fixtures, 'clean-next'), site, { recursive: true })
  const post = join(site, 'posts/small-commits.md')
  const text = (await readFile(post, 'utf8')).replace(
    '/posts/release-notes)',
    '/posts/release-note) ![](cover.png)',
  )
  await writeFile(post, text)
  const release = await readFile(join(site, 'posts/release-notes.md'), 'utf8')
  const { page } = await open(join(site, 'posts/query-plans.md'))

  // It is in the list, its tab and the header, also while another post is open.
  const row = page.getByRole('option', { name: /Small commits/ })
  await expect(row).toContainText('broken link +1')
  await expect(page.getByRole('button', { name: 'Problems 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Problems 2' }).click()

  const problems = page.getByRole('grid', { name: 'Problems by post' })
  await expect(problems).toContainText('There is no post /posts/release-note')
  await problems.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.cm-lintRange-error')).toHaveText('/posts/release-note')
  await expect(page.locator('.cm-lintRange-warning')).toHaveText('![](cover.png)')

  // The fix changes the text, and one undo brings it back.
  await page.getByRole('button', { name: 'Use release-notes' }).click()
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0)
  await expect(problems).not.toContainText('There is no post')
  await expect(page.getByRole('button', { name: 'Problems 1' }).last()).toBeVisible()
  await page.getByRole('textbox', { name: 'Text of the post' }).press('ControlOrMeta+z')
  await expect(problems).toContainText('There is no post /posts/release-note')

  // A comment ignores a problem where it is.
  const warning = page.locator('.cm-lintRange-warning')
  await warning.hover()
  await page.locator('.cm-tooltip-lint').getByRole('button', { name: 'Ignore here' }).click()
  await expect(warning).toHaveCount(0)
  await expect.poll(() => readFile(post, 'utf8')).toContain('<!-- postwright-ignore image-alt -->\n')
  await page.getByRole('textbox', { name: 'Text of the post' }).press('ControlOrMeta+z')
  await expect(warning).toHaveText('![](cover.png)')
  await expect.poll(() => readFile(post, 'utf8')).toBe(text)

  // Hover shows the message with its fix.
  await page.locator('.cm-lintRange-error').hover()
  await page.locator('.cm-tooltip-lint').getByRole('button', { name: 'Use release-notes' }).click()
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0)
  await expect
    .poll(() => readFile(post, 'utf8'))
    .toBe(text.replace('/posts/release-note)', '/posts/release-notes)'))

  // The same in all posts, with one undo for all files.
  const actions = page.getByRole('button', { name: 'Fix all of one type' })
  await writeFile(join(site, 'posts/release-notes.md'), `${release}\n[a](https:/a.dev/)\n`)
  await expect(problems).toContainText('needs two slashes')
  await actions.click()
  await page.getByRole('menuitem', { name: 'link-malformed' }).click()
  await expect
    .poll(() => readFile(join(site, 'posts/release-notes.md'), 'utf8'))
    .toBe(`${release}\n[a](https://a.dev/)\n`)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect
    .poll(() => readFile(join(site, 'posts/release-notes.md'), 'utf8'))
    .toBe(`${release}\n[a](https:/a.dev/)\n`)
})
