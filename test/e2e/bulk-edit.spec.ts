import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { BulkEditDialog } from './pages/bulk-edit-dialog'
import { MainWindow } from './pages/main-window'

// Odd on purpose: quotes, comments, CRLF, a byte that is not UTF-8, no line break at the end.
const files: Readonly<Record<string, Buffer>> = {
  'one.md': Buffer.from(
    '---\ntitle:   "One" # as it was\ndate: 2026-01-03\nauthor: ann\ntags: [sea, boats]\n---\nBody\n',
  ),
  'two.md': Buffer.concat([
    Buffer.from('---\r\ntitle: Two\r\ndate: 2026-01-02\r\nauthor: ann\r\ntags:\r\n  - sea\r\n---\r\ncaf'),
    Buffer.from([0xe9]),
    Buffer.from('\r\nlast line'),
  ]),
  'three.md': Buffer.from('---\ntitle: Three\ndate: 2026-01-01\n---\n\nNobody wrote this.\n'),
  'broken.md': Buffer.from('---\ntitle: "Broken\ndate: 2025-01-01\n---\n\nText\n'),
}

const openBlog = async (folder: string, open: (path: string) => Promise<{ page: MainWindow['page'] }>) => {
  const blog = await writeBlog(join(folder, 'blog'), {})
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(blog, 'posts', name), bytes)
  const main = new MainWindow((await open(blog)).page)
  await expect(main.rows).toHaveCount(4)
  const read = async () => {
    const all = Object.keys(files).map(async (name) => {
      const bytes = await readFile(join(blog, 'posts', name))
      return [name, bytes.toString('latin1')] as const
    })
    return Object.fromEntries(await Promise.all(all))
  }
  return { main, read, dialog: new BulkEditDialog(main.page), before: await read() }
}

const edited = (text: string | undefined, from: string, to: string): string => {
  expect(text).toContain(from)
  return (text ?? '').replace(from, to)
}

test('a field is set in the selected posts, seen before, and taken back byte for byte', async ({
  folder,
  open,
}) => {
  const { main, read, dialog, before } = await openBlog(folder, open)
  await main.open('One')
  await main.list.focus()
  await main.page.keyboard.press('ControlOrMeta+A')
  await expect(main.page.getByText('4 posts selected')).toBeVisible()
  await main.page.getByRole('button', { name: 'Clear selection' }).click()
  await expect(main.page.getByText('4 posts selected')).toBeHidden()
  await main.list.focus()
  await main.page.keyboard.press('ControlOrMeta+A')
  await main.row('Two').click({ button: 'right' })
  await main.page.getByRole('menuitem', { name: 'Edit fields of 4 posts…' }).click()
  await expect(dialog.box).toBeVisible()
  await expect(dialog.box.getByRole('combobox', { name: 'Action' })).toBeFocused()
  await main.page.keyboard.press('Tab')
  await main.page.keyboard.type('author')
  await main.page.keyboard.press('Tab')
  await main.page.keyboard.type('Bea: B.')

  await expect(dialog.box.getByText('3 posts will change. 1 post cannot be edited.')).toBeVisible()
  await expect(dialog.post('broken.md')).toContainText('Not changed: ')
  await expect(dialog.post('broken.md')).toContainText(/\(line \d\)/)
  await expect(dialog.post('one.md')).toContainText("line 4author: annauthor: 'Bea: B.'")
  await expect(dialog.post('three.md')).toContainText("author: 'Bea: B.'")
  expect(await read()).toEqual(before)
  await main.picture('bulk-edit-light')
  await main.page.emulateMedia({ colorScheme: 'dark' })
  await main.picture('bulk-edit-dark')

  await main.page.keyboard.press('Enter')
  await expect(dialog.box).toBeHidden()
  await expect(main.page.getByText('Changed 3 of 3 posts.')).toBeVisible()
  const after = await read()
  expect(after).toEqual({
    'one.md': edited(before['one.md'], 'author: ann\n', "author: 'Bea: B.'\n"),
    'two.md': edited(before['two.md'], 'author: ann\r\n', "author: 'Bea: B.'\r\n"),
    'three.md': edited(before['three.md'], 'date: 2026-01-01\n', "date: 2026-01-01\nauthor: 'Bea: B.'\n"),
    'broken.md': before['broken.md'],
  })
  await expect(main.page.getByRole('combobox', { name: 'author' })).toHaveValue('Bea: B.') // the open post is updated

  await main.page.getByRole('button', { name: 'Undo' }).click()
  await expect(main.page.getByText('Undone.')).toBeVisible()
  expect(await read()).toEqual(before)
})

test('a tag is renamed from the palette, but for a post that is left out; what is unsaved is saved first', async ({
  folder,
  open,
}) => {
  const { main, read, dialog, before } = await openBlog(folder, open)
  await main.open('One')
  await main.toEnd()
  await main.page.keyboard.type('More.')
  await main.list.focus()
  await main.page.keyboard.press('ControlOrMeta+A')
  await main.run('Edit fields in posts')
  await dialog.act('Rename a tag')
  await expect(dialog.input('List')).toHaveValue('tags')
  await dialog.input('Tag').fill('sea')
  await dialog.input('New name').fill('ocean')
  await expect(
    dialog.box.getByText(/^2 posts will change. 1 post will stay the same. 1 post cannot/),
  ).toBeVisible()
  await dialog.plan.getByRole('checkbox', { name: 'two.md' }).uncheck()
  await dialog.box.getByRole('button', { name: 'Change 1 post' }).click()
  await expect(main.page.getByText('Changed 1 of 1 post.')).toBeVisible()
  expect(await read()).toEqual({
    ...before,
    'one.md': edited(edited(before['one.md'], '[sea, boats]', '[ocean, boats]'), 'Body\n', 'Body\nMore.'),
  })
})

test('a name that no field can have is told, and nothing can be done', async ({ folder, open }) => {
  const { main, dialog } = await openBlog(folder, open)
  await main.open('One')
  await main.run('Edit fields in posts')
  await dialog.act('Rename a field')
  await dialog.input('Field').fill('author')
  await dialog.input('New name').fill('by: whom')
  const field = dialog.input('New name')
  await expect(field).toHaveAccessibleDescription(/letters, digits/)
  await expect(dialog.box.getByRole('button', { name: 'Change', exact: true })).toBeDisabled()
  await main.page.keyboard.press('Escape')
  await expect(dialog.box).toBeHidden()
})
