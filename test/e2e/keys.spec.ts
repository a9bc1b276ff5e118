import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, type RunningApp, test } from './app'
import { Editor } from './pages/editor'
import { MainWindow } from './pages/main-window'

const head = ['title: Keys', 'date: 2024-05-05', 'isFeatured: false']
const body = '# A heading\n\n- [ ] a task\n\nWords, [a link](https://example.com) and an end.\n'
const blog = {
  'keys.md': { head, body },
  'other.md': { head: ['title: Other', 'date: 2024-05-04'], body: 'x' },
}

/** Triggers a menu item by its accelerator, as the system does if the page does not handle the key. */
const pressAccelerator = ({ app }: RunningApp, id: string) =>
  app.evaluate(({ BrowserWindow, Menu }, item) => {
    const window = BrowserWindow.getAllWindows()[0]
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click({ triggeredByAccelerator: true }, window)
  }, id)

const menuIds = ({ app }: RunningApp): Promise<string[]> =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) =>
      (submenu?.items ?? []).flatMap(({ id }) =>
        typeof id === 'string' && /^[a-z-]+[0-9]?$/.test(id) ? [id] : [],
      ),
    ),
  )

test('shortcuts work with the focus in the preview, in every layout', async ({ folder, open }) => {
  await writeBlog(folder, blog)
  const { page } = await open(join(folder, 'posts/keys.md'))
  const main = new MainWindow(page)
  const editor = new Editor(page)
  const frame = page.frameLocator('iframe')
  const layout = (name: string) => page.getByRole('group', { name: 'Layout' }).getByRole('button', { name })

  for (const place of ['h1', '.task-list-item-checkbox', 'p a'] as const) {
    await frame
      .locator(`#post ${place}`)
      .first()
      .click({ modifiers: place === 'p a' ? ['Shift'] : [] })
    await page.keyboard.press('ControlOrMeta+Shift+L')
    await expect(main.list).toBeHidden()
    await page.keyboard.press('ControlOrMeta+Shift+L')
    await expect(main.list).toBeVisible()
  }
  await layout('Preview').click()
  await frame.locator('#post h1').click()
  await page.keyboard.press('ControlOrMeta+J')
  await expect(layout('Write')).toHaveAttribute('aria-pressed', 'true')
  await layout('Split').click()
  await editor.focusText()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('More.')
  await frame.locator('#post h1').click()
  await page.keyboard.press('ControlOrMeta+S')
  await expect(editor.status).toHaveText(/Saved/)
  expect(await readFile(join(folder, 'posts/keys.md'), 'utf8')).toContain('More.')
})

test('no key runs a command behind an open dialog', async ({ folder, open }) => {
  await writeBlog(folder, blog)
  const { page } = await open(join(folder, 'posts/keys.md'))
  await expect(new MainWindow(page).row('Keys')).toBeVisible()
  await page.keyboard.press('F2')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toHaveCount(1)
  for (const key of [
    'ControlOrMeta+N',
    'ControlOrMeta+,',
    'ControlOrMeta+Shift+H',
    'ControlOrMeta+W',
    'ControlOrMeta+Shift+P',
  ])
    await page.keyboard.press(key)
  await expect(dialog).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(new MainWindow(page).title).toHaveText('Keys')
})

test('a key that reaches the menu changes nothing, wherever the focus is', async ({ folder, open }) => {
  await writeBlog(folder, blog)
  const running = await open(join(folder, 'posts/keys.md'))
  const { page } = running
  const editor = new Editor(page)
  const main = new MainWindow(page)
  const ids = await menuIds(running)
  expect(ids.length).toBeGreaterThan(40)
  const places = {
    title: () => editor.field('title').focus(),
    date: () => editor.field('date').focus(),
    text: () => editor.focusText(),
    list: () => main.list.focus(),
    search: () => main.search.focus(),
    preview: () => page.frameLocator('iframe').locator('#post h1').click(),
    'a box of the preview': () => page.frameLocator('iframe').locator('.task-list-item-checkbox').focus(),
    find: async () => {
      await editor.focusText()
      await page.keyboard.press('ControlOrMeta+F')
    },
    dialog: () => page.keyboard.press('F2'),
    palette: async () => {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.keyboard.press('ControlOrMeta+Shift+P')
    },
  }
  const modal = ['dialog', 'palette']
  for (const [name, focus] of Object.entries(places)) {
    await focus()
    await expect(page.getByRole('dialog'), name).toHaveCount(modal.includes(name) ? 1 : 0)
    const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80))
    const before = await focused()
    for (const id of ids) await pressAccelerator(running, id)
    await expect(page.getByRole('dialog'), name).toHaveCount(modal.includes(name) ? 1 : 0)
    expect(await focused(), name).toBe(before)
  }
  await page.keyboard.press('Escape')
  await expect(main.title).toHaveText('Keys')
  await expect(editor.status).toHaveText(/Saved/)
  expect(await readFile(join(folder, 'posts/keys.md'), 'utf8')).toContain(body)
})

test('undo in a field is the field’s, and the post stays', async ({ folder, open }) => {
  await writeBlog(folder, blog)
  const running = await open(join(folder, 'posts/keys.md'))
  const { page } = running
  const editor = new Editor(page)
  const main = new MainWindow(page)
  await editor.focusText()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('Kept.')
  await main.search.fill('')
  await main.search.pressSequentially('abc')
  await pressAccelerator(running, 'undo')
  await expect(main.search).not.toHaveValue('abc')
  await expect(editor.text).toContainText('Kept.')
  await main.search.fill('')
})

test('closing a post shows none; with autosave off its text stays, marked in the list', async ({
  folder,
  open,
}) => {
  await writeBlog(folder, blog)
  const { page } = await open(join(folder, 'posts/keys.md'), undefined, { autosave: 'off' })
  const main = new MainWindow(page)
  const editor = new Editor(page)
  await editor.focusText()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('Not saved.')
  await expect(main.row('Keys')).toContainText('Unsaved')
  await page.keyboard.press('ControlOrMeta+W')
  await expect(page.getByText('No post is open')).toBeVisible()
  await expect(main.row('Keys')).toContainText('Unsaved')
  await main.open('Keys')
  await expect(editor.text).toContainText('Not saved.')
  await page.keyboard.press('ControlOrMeta+S')
  await expect(main.row('Keys')).not.toContainText('Unsaved')
})
