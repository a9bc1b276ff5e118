import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makePng } from '../support/make-png'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { liveHead, openLive } from './pages/live-post'
import { MainWindow } from './pages/main-window'

const body = `A flag separates **deploying** from **releasing** and the words of this line go to the very end of **it**.

Some words \`code\` and [a link](https://example.org/guide/feature-flags "Guide") or *em* and more words here so it **wraps**.

# Plain words

## A heading with *words* and \`code\`

Underlined *heading*
--------------------

##

> Words
>
> A quote with **bold** words that run on until the end of the line comes near and the sign is **there** at it.

- [ ] a task with **bold** and a [link](https://example.org/a/very/long/address/that/goes/on)
- an item with *em* and words

100. a <kbd>key</kbd>

![A picture](pic.png)

| a | **b** |
| - | - |
| \`c\` | d |

Last.
`

/** The position of each line in pixels below the first one, because the form above may still change its height. */
const tops = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const lines = [...document.querySelectorAll('.cm-content .cm-line')]
    const all = lines.map((line) => line.getBoundingClientRect().top)
    return all.map((top) => top - (all[0] ?? 0))
  })

test('the caret goes through a text without a jump and without a changed byte', async ({ folder, open }) => {
  const { file, page, editor } = await openLive(folder, open, body, {
    beside: { 'pic.png': makePng(600, 300, [90, 120, 180]) },
  })
  await expect(editor.text.locator('.live-strong').first()).toHaveCSS('font-weight', '700')
  await expect(editor.text).not.toContainText('**')
  await expect(editor.text.locator('.live-figure img')).toBeVisible()
  await editor.toStart()
  await expect.poll(() => page.locator('.live-image-waiting').count()).toBe(0)
  const before = await tops(page)
  const moved: number[] = []
  for (let step = 0; step < body.length; step += 1) {
    await page.keyboard.press('ArrowRight')
    const now = await tops(page)
    moved.push(...now.filter((top, line) => Math.abs(top - (before[line] ?? top)) > 0.1))
  }
  expect(moved).toEqual([])
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()
  expect(await readFile(file, 'utf8')).toBe(liveHead + body)
})

test('markup shows at the caret alone, a box is ticked by one character', async ({ folder, open }) => {
  const { file, editor } = await openLive(folder, open, 'a **b** c\n\n- [ ] task\n')
  await expect(editor.text.locator('.live-strong')).toHaveText('b')
  await editor.text.locator('.live-strong').click()
  await expect(editor.text.locator('.cm-line:has(.live-strong)').first()).toHaveText('a **b** c')
  await editor.toEnd()
  await expect(editor.text.locator('.cm-line:has(.live-strong)').first()).toHaveText('a b c')
  await editor.text.getByRole('checkbox', { name: 'task' }).click()
  await editor.save()
  expect(await readFile(file, 'utf8')).toBe(`${liveHead}a **b** c\n\n- [x] task\n`)
})

test('a head that cannot be read is source, and a selection stands out in the line of the caret', async ({
  folder,
  open,
}) => {
  const file = await makeNotesSite(join(folder, 'site'), {
    'live.md': '---\ntitle: "Open\n---\n\nSome words.\n\n```\ncode\n```\n',
  })
  const { page } = await open(file, undefined, { layout: 'live' })
  await expect(page.locator('.cm-line', { hasText: 'title:' })).toHaveCSS('font-family', /Mono/)
  await expect(page.locator('.cm-line', { hasText: 'Some words' })).toHaveCSS('font-family', /Serif/)
  await expect(page.locator('.cm-lintRange-error').first()).toHaveCSS('text-decoration-line', 'underline')
  await expect(page.locator('.live-code').first()).toHaveCSS('background-color', /, 0\.1\)/) // it shows through
  await new MainWindow(page).run('Write')
  const line = page.locator('.cm-activeLine')
  const editor = new Editor(page)
  await editor.toEnd()
  await editor.press('ArrowUp', 4)
  await expect(line).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await editor.press('Shift+ArrowRight', 3)
  await expect(line).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
})

test('a post in MDX is drawn as MDX beside one in markdown', async ({ folder, open }) => {
  const parts =
    "<Chart kind='bar' /> words\n\n<Film\n  id='x'\n/>\n\n<Note>\n\nSome **bold** words.\n\n</Note>\n"
  const file = await makeNotesSite(join(folder, 'site'), {
    'parts.mdx': `---\ntitle: Parts\n---\n\nimport Chart from './chart'\n\n${parts}\n{/* left out */}\n\nLast.\n`,
    'plain.md': '---\ntitle: Plain\n---\n\nSome {words} here.\n',
  })
  const { page } = await open(file, undefined, { layout: 'live' })
  const main = new MainWindow(page)
  const chips = page.locator('.cm-content .live-chip')
  const names = [/Chart/, /Film/, /Note/, /\/Note/]
  await expect(chips).toContainText(names)
  await expect(page.locator('.cm-line', { hasText: 'Some bold words' })).toBeVisible()
  await main.open('Plain')
  await expect(page.locator('.cm-line', { hasText: 'Some {words} here.' })).toBeVisible()
  await expect(chips).toHaveCount(0)
  await main.open('Parts')
  await expect(chips).toContainText(names)
})

const english =
  'The ship was seen by the keeper, and the word of it went along the quay until everybody had heard of it before the evening.'

test('a misspelled word divides neither a cell nor the source of an image', async ({ folder, open }) => {
  const table = '| a | wrrong |\n| - | - |\n| harrbor | b |\n| c | d wrrong e |\n'
  const { page, editor } = await openLive(
    folder,
    open,
    `${english}\n\n![The harrbor at night](pic.png)\n\n${table}`,
    {
      beside: { 'pic.png': makePng(600, 300, [90, 120, 180]) },
      settings: { spellcheck: true },
    },
  )
  await expect(page.locator('.live-cell .cm-misspelled')).toHaveCount(3)
  const lefts = await page
    .locator('.live-row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('.live-cell')].map((cell) => cell.getBoundingClientRect().left),
      ),
    )
  expect(lefts.map((row) => row.length)).toEqual([2, 2, 2])
  expect(new Set(lefts.map((row) => row.join(' '))).size).toBe(1)
  await editor.toStart()
  await editor.press('ArrowDown', 3) // past the two rows of words
  await expect(page.locator('.live-over .cm-misspelled')).toBeVisible()
  await expect(page.locator('.live-over')).toHaveText('![The harrbor at night](pic.png)')
})

test('tables go by cells, keep their pipes, and have their commands at a handle', async ({
  folder,
  open,
}) => {
  const table = '| a | b |\n| - | - |\n| 1 | 2 |\n'
  const { file, page, editor } = await openLive(folder, open, table)
  await editor.toEnd()
  await page.keyboard.press('Backspace') // from below the table it moves into it and deletes nothing
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace') // nor does it at the edge of a cell
  await page.keyboard.press('Tab')
  await page.keyboard.type('x|y')
  await page.keyboard.press('Tab')
  await page.keyboard.type('new')
  await page.getByRole('button', { name: 'Table' }).click()
  await page.getByRole('menuitem', { name: 'Move row up' }).click()
  await expect(editor.text).toBeFocused()
  await editor.save()
  expect(await readFile(file, 'utf8')).toBe(`${liveHead}| a | b |\n| - | - |\n| new |   |\n| 1 | x\\|y |\n`)
})

test('what an input method composes inside marks is the text, and nothing else of it changes', async ({
  folder,
  open,
}) => {
  const { file, page, editor } = await openLive(folder, open, 'a **bc** d\n\nשלום **עולם**\n')
  await editor.toStart()
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight')
  const session = await page.context().newCDPSession(page)
  for (const composed of ['に', 'にほ', '日本'])
    await session.send('Input.imeSetComposition', {
      text: composed,
      selectionStart: composed.length,
      selectionEnd: composed.length,
    })
  await session.send('Input.insertText', { text: '日本' })
  await expect(editor.text.locator('.cm-line:has(.live-strong)').first()).toContainText('b日本c')
  await page.keyboard.type('!')
  await editor.save()
  expect(await readFile(file, 'utf8')).toBe(`${liveHead}a **b日本!c** d\n\nשלום **עולם**\n`)
  await expect(editor.text.locator('.cm-line', { hasText: 'שלום' })).toHaveCSS('direction', 'rtl')
})
