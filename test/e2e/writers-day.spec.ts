import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Part, parts, written } from '../support/harbour-day'
import { makePng } from '../support/make-png'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { MainWindow } from './pages/main-window'
import { pasteTexts, redoKey } from './pages/paste'

/** Accepts the option with these words, which must be the selected one and be shown for a moment. */
const accept = async (page: Page, words: string): Promise<void> => {
  const chosen = page.locator('.cm-tooltip-autocomplete [aria-selected="true"]')
  await expect(chosen).toContainText(words)
  await page.waitForTimeout(150) // a list that opens while typing ignores the first key
  await page.keyboard.press('Enter')
  await expect(chosen).toHaveCount(0)
}

const html =
  '<h3>Weather</h3><p>Wind <b>south</b>, see <a href="https://example.org/wind">the chart</a>.</p><ul><li>dry</li><li>mild</li></ul>'
const plainOfHtml = 'Weather\nWind south, see the chart.\ndry\nmild'

/** Writes a part as an author does, with keys only. */
const write = async (page: Page, { title, opening, middle, quoted, ending }: Part): Promise<void> => {
  const { keyboard } = page
  const editor = new Editor(page)
  const main = new MainWindow(page)
  const paragraph = async (words: string) => {
    await keyboard.insertText(words)
    await keyboard.press('Enter')
    await keyboard.press('Enter')
  }
  /** Selects the last characters before the caret. */
  const selectWord = async (length: number) => {
    for (let step = 0; step < length; step += 1) await keyboard.press('Shift+ArrowLeft')
  }

  await editor.toEnd()
  await keyboard.type(`## ${title}`)
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await paragraph(opening)

  // A character typed over a selection wraps it.
  await keyboard.type('Plain')
  for (const sign of ['*', '_', '`', '[']) {
    await keyboard.type(' word')
    await selectWord(4)
    await keyboard.type(sign)
    if (sign === '*') await keyboard.type(sign)
    await keyboard.press('ControlOrMeta+End')
  }
  await keyboard.type(' and chart')
  await selectWord(5)
  await pasteTexts(page, { 'text/plain': 'https://example.org/chart' })
  await keyboard.press('ControlOrMeta+End')
  await keyboard.type('.')
  await keyboard.press('Enter')
  await keyboard.press('Enter')

  // A numbered list continues, renumbers itself, and its items are indented and outdented.
  await keyboard.type('1. cast off')
  await keyboard.press('Enter')
  await keyboard.type('coil the rope')
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await keyboard.type('dry it first')
  await keyboard.press('Enter')
  await keyboard.press('Shift+Tab')
  await keyboard.type('look at the sky')
  await keyboard.press('ArrowUp')
  await keyboard.press('ArrowUp')
  await keyboard.press('End')
  await keyboard.press('Enter')
  await keyboard.type('stow the fender')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('End')
  await keyboard.press('Enter')
  await keyboard.press('Enter')

  // Tasks; lines are moved and duplicated.
  await keyboard.type('- [ ] oil')
  await keyboard.press('Enter')
  await keyboard.type('ice')
  await keyboard.press('Alt+ArrowUp')
  await keyboard.press('Shift+Alt+ArrowDown')
  await keyboard.press('End')
  await keyboard.type(' again')
  await keyboard.press('ArrowDown')
  await keyboard.press('End')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await paragraph(middle)

  await keyboard.type('> ')
  await keyboard.insertText(quoted)
  await keyboard.press('Enter')
  await keyboard.press('Enter')

  await keyboard.type('```js')
  await keyboard.press('Enter')
  await keyboard.type('const tide = "high"')
  await keyboard.press('ArrowDown')
  await keyboard.press('End')
  await keyboard.press('Enter')
  await keyboard.press('Enter')

  // A table, with its cells and its commands.
  await keyboard.type('| Boat | Crew')
  await keyboard.press('Tab')
  await keyboard.type('Tern')
  await keyboard.press('Tab')
  await keyboard.type('4')
  await keyboard.press('Tab')
  await keyboard.type('Auk|Gull')
  await keyboard.press('Tab')
  await keyboard.type('12')
  await main.run('Table: align column right')
  await main.run('Table: sort rows ascending')
  await main.run('Table: format source')
  await editor.toEnd()
  await keyboard.press('Enter')
  await keyboard.press('Enter')

  // Insertions with a slash, emoji with a colon, links and images with completions.
  await keyboard.type('/alert')
  await accept(page, 'Alert')
  await keyboard.type('Ropes are wet :anchor')
  await accept(page, 'anchor')
  await editor.toEnd()
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('See [[Thre')
  await accept(page, 'Three')
  await editor.toEnd()
  await keyboard.type(' or [that](Fou')
  await accept(page, 'Four')
  await editor.toEnd()
  await keyboard.type(' or [above](#')
  await accept(page, title)
  await editor.toEnd()
  await keyboard.type('.')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('![The quay](pic')
  await accept(page, 'pic.png')
  await editor.toEnd()
  await keyboard.press('Enter')
  await keyboard.press('Enter')

  // HTML is pasted as its text, which becomes markdown a moment later.
  await pasteTexts(page, { 'text/html': html, 'text/plain': plainOfHtml })
  await page.waitForFunction(() => {
    const content = document.querySelector<Element & { cmTile?: { view: { state: { doc: unknown } } } }>(
      '.cm-content',
    )
    return String(content?.cmTile?.view.state.doc).includes('**south**')
  })
  await editor.toEnd()
  await keyboard.press('Enter')
  await keyboard.press('Enter')

  await keyboard.press('F8')
  await keyboard.press('F9')
  await keyboard.insertText(ending)
  await keyboard.press('F8')
  await keyboard.press('F8')
  await keyboard.press('F9')
  await page.waitForTimeout(600) // changes within half a second are one undo step
  await keyboard.insertText(' Gone.')
  await editor.undo()
  await keyboard.press(redoKey)
  await expect(editor.text).toContainText('Gone.')
  await editor.undo()

  await main.run('Footnote')
  await keyboard.type('By the clock of the church.')
  await keyboard.press('F12')
  await keyboard.type(' Done.')

  await keyboard.press('ControlOrMeta+h')
  await page.getByRole('textbox', { name: 'Find' }).fill('rope')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('line')
  await page.getByRole('button', { name: 'Preserve case' }).click()
  await page.getByRole('button', { name: 'All', exact: true }).last().click()
  await page.getByRole('textbox', { name: 'Find' }).press('Escape')
  await expect(editor.text).toBeFocused()
}

const head = (title: string) => `---\ntitle: "${title}"\n---\n\n`

for (const part of parts)
  test(`what is written by keys in ${part.layout} is in the file byte for byte`, async ({ folder, open }) => {
    test.slow() // about six hundred keys, each handled before the next one
    const file = await makeNotesSite(join(folder, 'site'), {
      'day.md': head(part.title),
      'pic.png': makePng(600, 300, [90, 120, 180]),
    })
    const { page } = await open(file)
    const main = new MainWindow(page)
    await main.run(part.layout)
    await write(page, part)
    await new Editor(page).save()
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await main.picture(`day-${part.layout.toLowerCase()}-${scheme}`)
    }
    expect(await readFile(file, 'utf8')).toBe(head(part.title) + written(part))
    await expect(page.getByText('could not be read')).toHaveCount(0)
  })
