import { join } from 'node:path'
import { writeBlog } from '../support/write-blog'
import { expect, sharedApp, test } from './app'
import { focusText } from './pages/editor'
import { MainWindow } from './pages/main-window'

const posts = {
  'docker.md': { head: ['title: Docker und Kubernetes', 'date: 2024-01-01'] },
  'uber.md': { head: ['title: Über Café-Häuser', 'date: 2023-01-01'] },
  'travel.md': { head: ['title: Travel'], body: 'First words.\n\n## Zanzibar and back\n\nMore words.' },
}

test.describe('in one window', () => {
  const shared = sharedApp(async (folder) => ({ open: await writeBlog(join(folder, 'blog'), posts) }))

  test('the palette finds commands and shows their keys', async () => {
    const { page } = shared()
    await page.keyboard.press('ControlOrMeta+Shift+P')
    const field = page.getByRole('combobox', { name: 'Commands' })
    await expect(field).toBeFocused()
    await field.fill('search posts')
    await expect(page.getByRole('option').first()).toHaveText(/Edit: Search posts.*F/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('searchbox', { name: 'Search posts' })).toBeFocused()
  })

  test('quick open goes to a post by a few letters, accents or not', async () => {
    const main = new MainWindow(shared().page)
    await expect(main.rows).toHaveCount(3)
    await main.page.keyboard.press('ControlOrMeta+P')
    await main.page.keyboard.type('uber cafe')
    const found = main.page.getByRole('dialog').getByRole('option')
    await expect(found).toHaveCount(1)
    await main.page.keyboard.press('Enter')
    await expect(main.title).toHaveText('Über Café-Häuser')
    await expect(main.text).toBeFocused()
    await main.page.keyboard.press('ControlOrMeta+P')
    await main.page.keyboard.type('>')
    await expect(main.page.getByRole('combobox', { name: 'Commands' })).toBeFocused()
    await main.page.keyboard.press('Escape')
    await expect(main.page.getByRole('dialog')).toHaveCount(0) // two are open for a moment
  })

  test('layouts by key, by command and by the switch', async () => {
    const main = new MainWindow(shared().page)
    await main.open('Docker und Kubernetes')
    const layout = (name: string) =>
      main.page.getByRole('group', { name: 'Layout' }).getByRole('button', { name })
    const editor = main.page.getByRole('region', { name: 'Editor' })
    await expect(layout('Split')).toHaveAttribute('aria-pressed', 'true')
    await main.page.keyboard.press('ControlOrMeta+J')
    await expect(layout('Preview')).toHaveAttribute('aria-pressed', 'true')
    await expect(editor).toBeHidden()
    await layout('Write').click()
    await expect(editor).toBeVisible()
    await main.run('View: Split')
    await expect(layout('Split')).toHaveAttribute('aria-pressed', 'true')
  })

  test('the sidebar hides and comes back', async () => {
    const main = new MainWindow(shared().page)
    await expect(main.list).toBeVisible()
    await main.page.keyboard.press('ControlOrMeta+Shift+L')
    await expect(main.list).toBeHidden()
    await main.page.keyboard.press('ControlOrMeta+Shift+F')
    await expect(main.search).toBeFocused()
  })

  test('the shortcuts are listed from the one table', async () => {
    const main = new MainWindow(shared().page)
    await main.run('Keyboard shortcuts')
    const dialog = main.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(dialog).toContainText('Command palette')
    await expect(dialog.getByRole('region', { name: 'In the list of posts' })).toContainText('Enter')
    await main.page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  test('a key of the text leaves a field of the window alone', async () => {
    const main = new MainWindow(shared().page)
    await main.open('Docker und Kubernetes')
    await main.search.fill('docker')
    await main.search.press('ControlOrMeta+B')
    await expect(main.text).not.toContainText('**')
    await expect(main.search).toHaveValue('docker')
    await main.search.fill('')
  })

  test('what is typed at once is in the dialog that a key opened, and in the text when a key closed it', async () => {
    const main = new MainWindow(shared().page)
    const { page } = main
    const atOnce = await page.evaluateHandle(() => window.requestAnimationFrame)
    await main.open('Travel')
    await main.toEnd()
    await page.evaluate(() => {
      window.requestAnimationFrame = (draw) => window.setTimeout(draw, 400) // a busy machine
    })
    for (const [key, field] of [
      ['ControlOrMeta+N', page.getByRole('textbox', { name: 'Title' })],
      ['ControlOrMeta+P', page.getByRole('combobox', { name: 'Posts' })],
    ] as const) {
      await page.keyboard.press(key)
      await page.keyboard.type('zan')
      await expect(field).toHaveValue('zan')
      await page.keyboard.press('Escape')
      await page.keyboard.type('.')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await expect(main.text).toContainText('More words...')
    await expect(main.text).not.toContainText('zan')
    await page.evaluate((frame) => {
      window.requestAnimationFrame = frame
    }, atOnce)
  })

  test('quick open also goes to headings inside of posts', async () => {
    const main = new MainWindow(shared().page)
    await expect(main.rows).toHaveCount(3)
    await main.page.keyboard.press('ControlOrMeta+P')
    await main.page.keyboard.type('zanzi')
    const found = main.page.getByRole('dialog').getByRole('option')
    await expect(found).toHaveText(/# Zanzibar and back.*Travel/)
    await main.page.keyboard.press('Enter')
    await expect(main.title).toHaveText('Travel')
    await expect(main.status).toContainText('Ln 7, Col 1')
  })
})

test('commands that need a post are not offered without one', async ({ folder, open }) => {
  const blog = await writeBlog(join(folder, 'empty'), {})
  const main = new MainWindow((await open(blog)).page)
  await expect(main.page.getByText('No posts yet')).toBeVisible()
  await main.page.keyboard.press('ControlOrMeta+Shift+P')
  const field = main.page.getByRole('combobox', { name: 'Commands' })
  await field.fill('export to html')
  await expect(main.page.getByText('No matching commands')).toBeVisible()
  await main.page.keyboard.press('Escape')
  await writeBlog(blog, { 'docker.md': { head: ['title: Docker und Kubernetes', 'date: 2024-01-01'] } })
  await main.open('Docker und Kubernetes')
  await main.page.keyboard.press('ControlOrMeta+Shift+P')
  await field.fill('export to html')
  await expect(main.page.getByRole('option').first()).toContainText('Export to HTML')
})

test('the key after a shortcut goes where the shortcut leads', async ({ folder, open }) => {
  const main = new MainWindow((await open(await writeBlog(join(folder, 'blog'), posts))).page)
  await main.open('Travel')
  // Both keys may come in one frame: the focus must have moved once the first one is handled.
  const focusAfter = async (key: string, keyCode: number, shift: boolean) => {
    await focusText(main.page)
    return main.page.evaluate(
      ([pressed, code, shiftKey]) => {
        const mod = navigator.platform.startsWith('Mac') ? { metaKey: true } : { ctrlKey: true }
        const event = { key: pressed, keyCode: code, shiftKey, ...mod, bubbles: true, cancelable: true }
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event))
        const focused = document.activeElement
        const place = focused?.closest('[aria-label]')
        return focused?.getAttribute('aria-label') ?? place?.getAttribute('aria-label')
      },
      [key, keyCode, shift] as const,
    )
  }
  expect(await focusAfter('F', 70, true)).toBe('Search posts')
  await main.run('Sidebar') // it is shown for the search
  expect(await focusAfter('F', 70, true)).toBe('Search posts')
  expect(await focusAfter('!', 49, true)).toBe('Headings')
  expect(await focusAfter('M', 77, true)).toBe('title')
})

test('themes change at once and are kept', async ({ folder, launch }) => {
  const profile = join(folder, 'profile')
  const first = await launch({ open: await writeBlog(join(folder, 'blog'), posts), profile })
  const main = new MainWindow(first.page)
  await main.run('Dark theme')
  await expect(main.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await first.close()
  const second = await launch({ profile })
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('settings are changed in their dialog and kept', async ({ folder, launch }) => {
  const profile = join(folder, 'profile')
  const first = await launch({ open: await writeBlog(join(folder, 'blog'), posts), profile })
  await first.page.keyboard.press('ControlOrMeta+,')
  const numbers = (page: typeof first.page) => page.getByRole('switch', { name: 'Line numbers' })
  await numbers(first.page).click()
  const size = first.page.getByRole('textbox', { name: 'Editor font size' })
  await size.fill('16')
  await size.press('Enter')
  await first.page.keyboard.press('Escape')
  await expect(first.page.getByRole('dialog')).toHaveCount(0)
  await first.close()
  const { page } = await launch({ profile })
  await page.keyboard.press('ControlOrMeta+,')
  await expect(numbers(page)).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Editor font size' })).toHaveValue('16')
})
