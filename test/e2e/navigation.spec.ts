import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type BlogPost, writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

const long = Array.from({ length: 60 }, (_, index) => `Paragraph ${index}.`).join('\n\n')
const posts: Readonly<Record<string, BlogPost>> = {
  'alpha.md': {
    head: ['title: Alpha', "date: '2024-05-03'", 'tags: [docker, notes]'],
    body: `## First part\n\nSee [the other one](/blog/beta) and [a heading](/blog/gamma#second-part).\n\n${long}\n\n### Inner part\n\nEnd.`,
  },
  'beta.md': {
    head: ['title: Beta', "date: '2024-04-02'", 'tags: [docker]'],
    body: `Words of beta.\n\n${long}`,
  },
  'gamma.md': {
    head: ['title: Gamma', "date: '2024-03-01'"],
    body: `Words.\n\n${long}\n\n## Second part\n\nBack to [alpha](/blog/alpha) and [alpha](alpha.md).`,
  },
  'old/delta.md': { head: ['title: Delta', "date: '2020-03-01'"], body: 'Words of delta.' },
}
const size = { width: 1440, height: 900 }

test.beforeEach(async ({ folder }) => {
  await writeBlog(join(folder, 'blog'), posts)
})

const recent = (page: Page) => page.getByRole('listbox', { name: 'Recent posts' })

test('a folder opens with its newest post', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  await expect(main.title).toHaveText('Alpha')
  await expect(main.text).toContainText('the other one')
})

test('Ctrl+Tab goes to the post before; held, it shows them all', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'), size)).page)
  const { keyboard } = main.page
  await expect(main.title).toHaveText('Alpha')
  await main.text.click()
  await keyboard.press('ControlOrMeta+End')
  await main.open('Beta')
  await main.open('Gamma')
  await main.text.click()
  await keyboard.press('Control+Tab')
  await expect(main.title).toHaveText('Beta')
  await expect(recent(main.page)).toBeHidden()
  await expect(main.text).toBeFocused()

  await keyboard.down('Control')
  await keyboard.press('Tab')
  await expect(recent(main.page).getByRole('option')).toHaveText([/Beta/, /Gamma/, /Alpha/])
  await keyboard.press('Tab')
  await expect(recent(main.page).getByRole('option', { selected: true })).toContainText('Alpha')
  await main.picture('recent-posts')
  await keyboard.press('Shift+Tab')
  await expect(recent(main.page).getByRole('option', { selected: true })).toContainText('Gamma')
  await keyboard.press('Tab')
  await keyboard.up('Control')
  await expect(main.title).toHaveText('Alpha')
  await expect(main.text).toContainText('End.') // scrolled to where the caret was
  await expect(main.text).toBeFocused()
  await keyboard.type('!')
  await expect.poll(() => readFile(join(folder, 'blog/posts/alpha.md'), 'utf8')).toMatch(/End\.\n!$/)

  await keyboard.down('Control')
  await keyboard.press('Tab')
  await keyboard.press('Escape')
  await keyboard.up('Control')
  await expect(main.title).toHaveText('Alpha')
})

test('a post that is renamed while another one is shown keeps its place among those shown before', async ({
  folder,
  open,
}) => {
  const main = new MainWindow((await open(join(folder, 'blog'), size)).page)
  const { keyboard } = main.page
  await expect(main.title).toHaveText('Alpha')
  await main.open('Beta')
  await main.open('Gamma')
  await main.row('Beta').click({ button: 'right' })
  await main.page.getByRole('menuitem', { name: 'Rename slug' }).click()
  await main.page.getByRole('dialog').getByRole('textbox').fill('bravo')
  await main.page.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(main.row('Beta')).toHaveAttribute('data-post', 'bravo.md')
  await keyboard.down('Control')
  await keyboard.press('Tab')
  await expect(recent(main.page).getByRole('option')).toHaveText([/Gamma/, /bravo\.md/, /Alpha/])
  await keyboard.press('Escape')
  await keyboard.up('Control')
  await main.run('Back')
  await expect(main.title).toHaveText('Beta')
})

test('back and forward go through the posts as they were shown', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'))).page)
  const { keyboard } = main.page
  await expect(main.title).toHaveText('Alpha')
  await main.open('Beta')
  await main.open('Gamma')
  await keyboard.press('Alt+ArrowLeft')
  await expect(main.title).toHaveText('Beta')
  await keyboard.press('Alt+ArrowLeft')
  await expect(main.title).toHaveText('Alpha')
  await keyboard.press('Alt+ArrowRight')
  await expect(main.title).toHaveText('Beta')
  await main.run('Back')
  await expect(main.title).toHaveText('Alpha')
})

test('back and forward keep the caret and the scroll of each post', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'), size)).page)
  const { keyboard } = main.page
  const scroller = main.page.locator('.cm-scroller')
  const top = () => scroller.evaluate((element) => element.scrollTop)
  await expect(main.title).toHaveText('Alpha')
  await main.text.click()
  await keyboard.press('ControlOrMeta+End')
  await expect.poll(top).toBeGreaterThan(300)
  await main.open('Beta')
  await press(main, 'Words of beta')
  await scroller.evaluate((element) => {
    element.scrollTop = 240 // away from the caret
  })
  await expect.poll(top).toBe(240)
  await main.page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
  await keyboard.press('Alt+ArrowLeft')
  await expect(main.title).toHaveText('Alpha')
  await expect.poll(top).toBeGreaterThan(300)
  await expect(main.text).toBeFocused()
  await keyboard.type('!')
  await expect.poll(() => readFile(join(folder, 'blog/posts/alpha.md'), 'utf8')).toMatch(/End\.\n!$/)
  await keyboard.press('Alt+ArrowRight')
  await expect(main.title).toHaveText('Beta')
  await expect.poll(top).toBe(240)
  await keyboard.type('?')
  await expect
    .poll(() => readFile(join(folder, 'blog/posts/beta.md'), 'utf8'))
    .toMatch(/Words[^\n]*\?[^\n]*beta/)
})

test('the outline leads to headings, and shows who links here', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'), size)).page)
  const { keyboard } = main.page
  await expect(main.title).toHaveText('Alpha')
  await keyboard.press('ControlOrMeta+Shift+1')
  const headings = main.page.getByRole('listbox', { name: 'Headings' })
  await expect(headings).toBeFocused()
  await expect(headings.getByRole('option')).toHaveText(['First part', 'Inner part'])
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(main.text).toBeFocused()
  await expect(headings.getByRole('option', { selected: true })).toHaveText('Inner part')
  await expect(main.text).toContainText('Inner part')
  await main.picture('outline-light')
  await main.run('Dark theme')
  await main.picture('outline-dark')

  const links = main.page.getByRole('listbox', { name: 'Backlinks' })
  await expect(links.getByRole('option')).toHaveText(['Gamma2'])
  await main.run('System theme')
  await links.getByRole('option').click()
  await expect(main.title).toHaveText('Gamma')
  await expect(links.getByRole('option')).toHaveText(['Alpha'])

  await main.toEnd()
  await keyboard.type('[to delta](/blog/old/delta)')
  await main.open('Delta')
  await expect(links.getByRole('option')).toHaveText(['Gamma']) // known after it is saved
  await keyboard.press('ControlOrMeta+Shift+1')
  await expect(links).toBeHidden()
})

/** Clicks words of the text, wherever they are in their line, once the form above has its height. */
const press = async ({ page, text }: MainWindow, words: string, modifier?: 'ControlOrMeta') => {
  const line = text.locator('.cm-line').filter({ hasText: words }).first()
  await expect(page.getByRole('region', { name: 'Front matter' })).toBeVisible()
  const position = await line.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(wanted) ?? -1
      if (from < 0) continue
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, from + wanted.length)
      const { left, top, width, height } = range.getBoundingClientRect()
      const box = root.getBoundingClientRect()
      return { x: left + width / 2 - box.left, y: top + height / 2 - box.top }
    }
    throw new Error(`“${wanted}” is not in sight.`)
  }, words)
  await line.click({ position, modifiers: modifier ? [modifier] : [] })
}

test('links are followed from the text and from the page', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'), size)).page)
  await expect(main.title).toHaveText('Alpha')
  await press(main, 'the other one', 'ControlOrMeta')
  await expect(main.title).toHaveText('Beta')
  await main.page.keyboard.press('Alt+ArrowLeft')
  await expect(main.title).toHaveText('Alpha')
  await press(main, 'a heading')
  await main.page.keyboard.press('Alt+Enter')
  await expect(main.title).toHaveText('Gamma')
  await expect(main.text).toContainText('Second part')
  const page = main.page.frameLocator('iframe')
  await page.getByRole('link', { name: 'alpha' }).first().click()
  await expect(main.title).toHaveText('Alpha')
})

test('a link to another post is completed as the site writes them', async ({ folder, open }) => {
  const main = new MainWindow((await open(join(folder, 'blog'), size, { outline: false })).page)
  const { keyboard } = main.page
  await expect(main.title).toHaveText('Alpha')
  await main.toEnd()
  await keyboard.type('quite some way further on in its line [words](delt')
  await expect(main.page.locator('.cm-tooltip-autocomplete li').first()).toContainText('Delta')
  // A list that is wider than the rest of its pane overlaps the page.
  const list = () =>
    main.page.evaluate(() => {
      const found = document.querySelector('.cm-tooltip-autocomplete')
      const pane = document.querySelector('.cm-editor')
      const { right = 0, bottom = 0 } = found?.getBoundingClientRect() ?? {}
      return {
        isPast: right - (pane?.getBoundingClientRect().right ?? 0) > 10,
        isOnTop: found?.contains(document.elementFromPoint(right - 6, bottom - 6)),
      }
    })
  await expect.poll(list).toEqual({ isPast: true, isOnTop: true }) // it is positioned after it was measured
  await main.picture('link-completion')
  await keyboard.press('Enter')
  await keyboard.type(' after')
  await expect
    .poll(() => readFile(join(folder, 'blog/posts/alpha.md'), 'utf8'))
    .toContain('[words](/blog/old/delta) after')
})

test('a post without links is given those of the site', async ({ folder, open }) => {
  const notes = await writeBlog(join(folder, 'notes'), {
    'fresh.md': { head: ['title: Fresh', "date: '2024-09-03'"], body: 'No link yet.' },
    'one.md': { head: ['title: One', "date: '2024-04-02'"], body: 'See [two](/notes/two/).' },
    'two.md': { head: ['title: Two', "date: '2024-03-01'"], body: 'Back to [one](/notes/one/).' },
    'odd.md': { head: ['title: Odd', "date: '2024-02-01'", 'slug: better-name'], body: 'See [one](one.md).' },
  })
  const main = new MainWindow((await open(notes, size)).page)
  const { keyboard } = main.page
  await expect(main.title).toHaveText('Fresh')
  await main.toEnd()
  for (const [typed, found] of [
    ['[words](on', 'One'],
    [' and [more](bett', 'Odd'],
  ] as const) {
    await keyboard.type(typed)
    await main.page.locator('.cm-tooltip-autocomplete li').filter({ hasText: found }).first().click()
    await expect(main.page.locator('.cm-tooltip-autocomplete')).toBeHidden()
  }
  await expect
    .poll(() => readFile(join(notes, 'posts/fresh.md'), 'utf8'))
    .toContain('[words](/notes/one/) and [more](/notes/better-name/)')
})
