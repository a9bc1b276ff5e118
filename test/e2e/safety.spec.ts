import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './app'
import { focusText } from './pages/editor'
import { MainWindow } from './pages/main-window'
import { post, prepare, status, text, typeAtEnd } from './pages/one-post'

test('a change from outside reaches a clean post, and merges with a changed one', async ({
  folder,
  open,
}) => {
  const { file, read } = await prepare(folder)
  const { page } = await open(file, undefined, { autosave: 'off' })
  await expect(text(page)).toContainText('First paragraph.')
  await writeFile(file, post.replace('First', 'Their first'))
  await expect(text(page)).toContainText('Their first paragraph.')
  await expect(status(page, 'Saved')).toBeVisible()

  await typeAtEnd(page, 'Mine.')
  await writeFile(file, post.replace('First', 'Their newest'))
  await expect(text(page)).toContainText('Their newest paragraph.')
  await expect(text(page)).toContainText('Mine.')
  await expect(page.getByText('Its changes were merged with yours', { exact: false })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(status(page, 'Saved')).toBeVisible()
  expect(await read()).toBe(`${post.replace('First', 'Their newest')}Mine.`)
})

test('what both changed is put side by side, and nothing is written before the choice', async ({
  folder,
  open,
}) => {
  const { file, read } = await prepare(folder)
  const { page } = await open(file, undefined, { autosaveDelay: 500 })
  await expect(text(page)).toContainText('Second paragraph.')
  const theirs = post.replace('Second paragraph.', 'Their second paragraph.')
  await text(page).click()
  await page.getByText('Second paragraph.').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' ')
  writeFileSync(file, theirs) // during the pause before autosave
  await page.keyboard.type('Mine.')
  await expect(page.getByRole('button', { name: 'Compare…' })).toBeVisible()
  expect(await read()).toBe(theirs)

  await page.getByRole('button', { name: 'Compare…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Both changed: line 8', { exact: false })).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'File on disk' })).toContainText('Their second')
  await dialog.getByRole('button', { name: 'Use the right side' }).click()
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(read).toBe(post.replace('Second paragraph.', 'Second paragraph. Mine.'))
})

test('a file deleted outside: the text stays, and can be saved again or let go', async ({ folder, open }) => {
  const { file, posts, read } = await prepare(folder)
  const { page } = await open(file, undefined, { autosave: 'off' })
  await typeAtEnd(page, 'Mine.')
  await rm(file)
  await page.getByRole('button', { name: 'Save again' }).click()
  await expect.poll(() => read().catch(() => 'not there yet')).toBe(`${post}Mine.`)
  await expect(status(page, 'Saved')).toBeVisible()
  // A watcher reports no file that is created and removed at once; the next change in the list shows that it passed.
  await writeFile(join(posts, 'later.md'), '---\ntitle: Later\n---\n')
  await expect(new MainWindow(page).row('Later')).toBeVisible()
  await rm(file)
  await page.getByRole('button', { name: 'Close without saving' }).click()
  await expect(text(page)).toBeHidden()

  await new MainWindow(page).run('History of deleted posts')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'a.md' }).click()
  await expect(dialog.getByText('Mine.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Restore post' }).click()
  await expect(text(page)).toContainText('Mine.')
  expect(await read()).toBe(`${post}Mine.`)
})

test('a file renamed outside is followed, with what was typed', async ({ folder, open }) => {
  const { file, posts } = await prepare(folder)
  const { page } = await open(file, undefined, { autosave: 'off' })
  await typeAtEnd(page, 'Mine.')
  await rename(file, join(posts, 'b.md'))
  await expect(page.getByText('“a.md” has been renamed to “b.md”.')).toBeVisible()
  await text(page).focus()
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(() => readFile(join(posts, 'b.md'), 'utf8')).toBe(`${post}Mine.`)
})

test('a file that goes and comes back is as it was', async ({ folder, open }) => {
  const { file, read } = await prepare(folder)
  const { page } = await open(file, undefined, { autosave: 'off' })
  await typeAtEnd(page, 'Mine.')
  await rename(file, `${file}.away`)
  await page.waitForTimeout(50)
  await rename(`${file}.away`, file)
  await expect(status(page, 'Unsaved')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(status(page, 'Saved')).toBeVisible()
  expect(await read()).toBe(`${post}Mine.`)
})

test('while the folder is not there nothing is called saved', async ({ folder, open }) => {
  const { file, posts } = await prepare(folder)
  const { page } = await open(file)
  await expect(status(page, 'Saved')).toBeVisible()
  await rename(posts, `${posts}.away`)
  await expect(page.getByRole('contentinfo').getByText('Folder unavailable')).toBeVisible()
  await expect(status(page, 'Saved')).toBeHidden()
  await rename(`${posts}.away`, posts)
  await expect(status(page, 'Saved')).toBeVisible()
})

test('quitting saves with autosave, and keeps the text for the next start without', async ({
  folder,
  launch,
}) => {
  const { file, profile, read } = await prepare(folder, { autosaveDelay: 60_000 })
  const first = await launch({ open: file, profile })
  await typeAtEnd(first.page, 'One.')
  await first.close()
  expect(await read()).toBe(`${post}One.`)

  await writeFile(join(profile, 'data/settings.json'), JSON.stringify({ autosave: 'off' }))
  const second = await launch({ open: file, profile })
  await typeAtEnd(second.page, ' Two.')
  await second.close()
  expect(await read()).toBe(`${post}One.`)

  const third = await launch({ open: file, profile })
  await expect(text(third.page)).toContainText('One. Two.')
})

test('undo reaches back over a restart', async ({ folder, launch }) => {
  const { file, profile, read } = await prepare(folder, { autosaveDelay: 200 })
  const first = await launch({ open: file, profile })
  await typeAtEnd(first.page, '')
  await first.page.keyboard.insertText('Once.') // one undo step, however slow the machine is
  await expect.poll(read).toBe(`${post}Once.`)
  await first.close()
  const { page } = await launch({ open: file, profile })
  await expect(text(page)).toContainText('Once.')
  await focusText(page)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(read).toBe(post)
})

test('a head that stops being readable is not saved by itself', async ({ folder, open }) => {
  const { file, read } = await prepare(folder)
  const { page } = await open(file, undefined, { autosaveDelay: 500 })
  await page.getByRole('button', { name: 'Source' }).click()
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.insertText('bad: [') // at once, because single letters would form another key that is saved
  await expect(page.getByText('Not autosaved', { exact: false })).toBeVisible()
  await page.waitForTimeout(1000)
  expect(await read()).toBe(post)
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(read).toContain('bad: [')
})

test('earlier versions are listed and restored by part and whole', async ({ folder, open }) => {
  const { file, read } = await prepare(folder)
  const { page } = await open(file, undefined, { autosave: 'off' })
  await typeAtEnd(page, 'New end.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(status(page, 'Saved')).toBeVisible()
  const history = page.getByRole('button', { name: 'History', exact: true })
  const panel = page.getByRole('complementary', { name: 'History' })
  const version = page.getByRole('region', { name: 'Earlier version' })
  const versions = panel.getByRole('navigation', { name: 'Versions' }).getByRole('button')
  await history.click()
  await expect(versions).toHaveCount(2)
  // It opens with the newest version that differs from the post.
  await expect(version.locator('ins')).toContainText('New end.')
  await expect(versions.last()).toBeFocused()
  await new MainWindow(page).picture('history')
  await version.getByRole('button', { name: 'Restore this part' }).click()
  await expect(version.getByText('This version is the same as the current text.')).toBeVisible()
  await expect(version.getByRole('button', { name: 'Restore this version' })).toBeDisabled()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(status(page, 'Saved')).toBeVisible()
  expect(await read()).toBe(post)
  await expect(versions).toHaveCount(3) // the saved text is in the list immediately
  await versions.nth(1).click()
  await expect(version.locator('del')).toContainText('New end.')
  await version.getByRole('button', { name: 'Back to text' }).click()
  await expect(version).toBeHidden()
  await expect(panel).toBeVisible()
  await versions.nth(1).click()
  await version.getByRole('button', { name: 'Restore this version' }).click()
  await expect(version).toBeHidden()
  await expect(text(page)).toContainText('New end.')
  await versions.first().focus()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(read).toBe(`${post}New end.`)
})

/** A text for `git fast-import`. */
const dataOf = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`

test('a branch with other versions of 5,000 posts: what was typed is merged into the new one', async ({
  folder,
  open,
}) => {
  test.setTimeout(120_000)
  const { posts, file, read } = await prepare(folder)
  const git = (args: readonly string[], input = '') => execFileSync('git', args, { cwd: posts, input })
  const branch = (name: string, own: string, others: string) =>
    [
      `commit refs/heads/${name}\ncommitter a <a@b.c> 0 +0000\n${dataOf(name)}`,
      `M 100644 inline a.md\n${dataOf(own)}`,
      ...Array.from({ length: 4999 }, (_, at) => `M 100644 inline p${at}.md\n${dataOf(others + at)}`),
    ].join('')
  const two = branch('two', post.replace('First', 'Their first'), '---\ntitle: Two\n---\ntwo ')
  git(['init', '-q', '-b', 'one'])
  git(['fast-import', '--quiet'], branch('one', post, 'one ') + two)
  git(['reset', '-q', '--hard'])

  const { page } = await open(file, undefined, { autosave: 'off' })
  await typeAtEnd(page, 'Mine.')
  git(['switch', '-q', 'two'])
  await expect(text(page)).toContainText('Their first paragraph.')
  await expect(text(page)).toContainText('Mine.')
  await text(page).focus()
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(read).toBe(`${post.replace('First', 'Their first')}Mine.`)
  await page.getByRole('searchbox', { name: 'Search posts' }).fill('Two')
  await expect(page.getByRole('option').first()).toContainText('Two')
})

test('opening and closing without an edit leaves the file alone', async ({ folder, launch }) => {
  const { file, profile } = await prepare(folder)
  const odd = Buffer.concat([Buffer.from('\ufeff---\r\ntitle: x\n---\r\rcaf'), Buffer.from([0xe9, 0x0a])])
  await writeFile(file, odd)
  const first = await launch({ open: file, profile })
  await expect(text(first.page)).toContainText('caf')
  await first.close()
  expect(await readFile(file)).toEqual(odd)
})
