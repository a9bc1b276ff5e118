import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { makePng } from '../support/make-png'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { MainWindow } from './pages/main-window'
import { redoKey } from './pages/paste'

const head = '---\ntitle: "Help"\ndate: "2026-02-05"\n---\n\n'
const other = (title: string) => `---\ntitle: "${title}"\ndate: "2026-01-05"\n---\n\nText.\n`

const makeSite = async (folder: string): Promise<string> => {
  const files = {
    'hugo.toml': 'title = "T"\n',
    'layouts/shortcodes/card.html': '{{ .Get "title" }}{{ .Get "link" | default "#" }}',
    'postwright.json': JSON.stringify({ snippets: { Recipe: '## $' + '{name}\n\nServes $' + '{count}.\n' } }),
    'content/posts/one.md': other('One boat'),
    'content/posts/three.md': other('Three boats'),
    'content/posts/day.md': head,
    'content/posts/quay.png': makePng(300, 150, [90, 120, 180]),
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return join(folder, 'content/posts/day.md')
}

/** Accepts the option with these words, which must be the selected one and be shown for a moment. */
const accept = async (page: Page, words: string): Promise<void> => {
  const chosen = page.locator('.cm-tooltip-autocomplete [aria-selected="true"]')
  await expect(chosen).toContainText(words)
  await page.waitForTimeout(120) // a list that opens while typing ignores the first key
  await page.keyboard.press('Enter')
  await expect(chosen).toHaveCount(0)
}

/** The lines written by the steps below. */
const expected = [
  '## A part',
  '',
  '- first',
  '- second',
  '  ```js',
  '  let x = "y"',
  '  ```',
  '',
  '1. two',
  '2. one',
  '3. three',
  '',
  '- [ ] oil the lock',
  '',
  '> Words that _are_ quoted',
  '> and "more" of them',
  '',
  '| Boat name | Its crew |',
  '| ------ | ------ |',
  '| The old Tern | four men |',
  '| b \\| c | `x y` |',
  '',
  '```mermaid',
  'graph LR',
  '  Quay --> Sea',
  '```',
  '',
  '$$',
  'x_1 + y_2',
  '$$',
  '',
  '> [!NOTE]',
  '> Wet ropes ⚓ here',
  '',
  '{{< card title="New one" >}} and text.',
  '',
  '## Soup',
  '',
  'Serves 4.',
  '',
  'See [the chart](https://example.org/c "Tides"), [Three boats]({{< ref "/posts/three.md" >}}), [that]({{< ref "/posts/one.md" >}}) and [above](#a-part).',
  '',
  '![A quay](quay.png)',
  '',
  '---',
  '',
  'Blue fish, blue bird.',
  'Last line.',
  '',
].join('\n')

/** Writes the lines with keys and the menus that they open. */
const write = async (page: Page): Promise<void> => {
  const { keyboard } = page
  const main = new MainWindow(page)
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time += 1) await keyboard.press(key)
  }
  const slash = async (typed: string, title: string) => {
    await keyboard.type(`/${typed}`)
    await accept(page, title)
  }
  /** Moves the caret to an empty paragraph at the end. */
  const below = async () => {
    await press('ControlOrMeta+End')
    await press('Enter', 2)
  }

  await slash('head', 'Heading 2')
  await keyboard.type('A part')
  await below()

  await slash('bullet', 'Bullet list')
  await keyboard.type('first\nsecond\n')
  await press('Tab')
  await press('Backspace')
  await keyboard.type('```js\nlet x = "y"')
  await below()

  await slash('ordered', 'Numbered list')
  await keyboard.type('one\ntwo\nthree')
  await press('ArrowUp')
  await press('Alt+ArrowUp')
  await press('ControlOrMeta+End')
  await press('Enter', 2)

  await slash('todo', 'Task list')
  await keyboard.type('oil the lock')
  await press('Enter', 2)

  await slash('quote', 'Quote')
  await keyboard.type('Words that are')
  await press('Shift+ArrowLeft', 3)
  await keyboard.type('_')
  await press('End')
  await keyboard.type(' quoted\nand more')
  await press('Shift+ArrowLeft', 4)
  await keyboard.type('"')
  await press('End')
  await keyboard.type(' of them')
  await press('Enter', 2)

  await slash('table', 'Table')
  await keyboard.type('Boat name')
  await press('Tab')
  await keyboard.type('Its crew')
  await press('Tab')
  await keyboard.type('The old Tern')
  await press('Tab')
  await keyboard.type('four men')
  await press('Tab')
  await keyboard.type('b | c')
  await press('Tab')
  await keyboard.type('x y')
  await press('Shift+ArrowLeft', 3)
  await keyboard.type('`')
  await press('Enter', 2)

  await slash('mermaid', 'Diagram')
  await keyboard.type('Quay --> Sea')
  await below()
  await slash('math', 'Formula')
  await keyboard.type('x_1 + y_2')
  await below()
  await slash('alert', 'Alert')
  await keyboard.type('Wet ropes :anch')
  await accept(page, 'anchor')
  await keyboard.type(' here')
  await press('Enter', 2)

  await slash('card', 'card')
  await page.getByRole('form', { name: 'Fields of card' }).getByLabel('title').fill('New one')
  await press('Enter')
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toBeFocused()
  await keyboard.type(' and text.')
  await below()
  await slash('recipe', 'Recipe')
  await keyboard.type('Soup')
  await press('Tab')
  await keyboard.type('4')
  await press('ControlOrMeta+End')
  await press('Enter')

  await keyboard.type('See the chart')
  await press('Shift+ArrowLeft', 9)
  await press('ControlOrMeta+K')
  const box = page.getByRole('form', { name: 'Link' })
  await expect(box.getByLabel('Address')).toBeFocused()
  await keyboard.type('https://example.org/c')
  await press('Tab')
  await keyboard.type('Tides')
  await press('Enter')
  await expect(box).toBeHidden()
  await keyboard.type(', [[thre')
  await accept(page, 'Three')
  await keyboard.type(', [that](one')
  await accept(page, 'One')
  await keyboard.type(' and [above](#a-p')
  await accept(page, 'A part')
  await keyboard.type('.')
  await below()
  await keyboard.type('![A quay](qu')
  await accept(page, 'quay.png')
  await below()
  await slash('divider', 'Horizontal rule')
  await press('Enter')

  await keyboard.type('Red fish, red bird.')
  await press('Home')
  await press('Shift+Alt+ArrowDown')
  await press('ControlOrMeta+Shift+ArrowRight')
  await press('Shift+End')
  await keyboard.type('Last line.')
  await press('ArrowUp')
  await press('Home')
  await press('Shift+End')
  await press('ControlOrMeta+H')
  await page.getByRole('textbox', { name: 'Find' }).fill('red')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('blue')
  const preserve = page.getByRole('button', { name: 'Preserve case' })
  if ((await preserve.getAttribute('aria-pressed')) === 'false') await preserve.click()
  await page.getByRole('button', { name: /selection/i }).click()
  await page.getByRole('button', { name: 'All', exact: true }).last().click()
  await page.getByRole('textbox', { name: 'Find' }).press('Escape')
  await expect(main.text).toBeFocused()
  await press('ControlOrMeta+End')
  await press('Enter')
}

/** Presses a key until the text no longer changes. */
const pressToTheEnd = async (page: Page, key: string): Promise<string> => {
  const text = () =>
    page.evaluate(() => {
      const content = document.querySelector<Element & { cmTile?: { view: { state: { doc: unknown } } } }>(
        '.cm-content',
      )
      return String(content?.cmTile?.view.state.doc)
    })
  for (let now = await text(), before = ''; now !== before; now = await text()) {
    before = now
    for (let time = 0; time < 5; time += 1) await page.keyboard.press(key) // two steps may result in the same text
  }
  return text()
}

test('Enter chooses from an open list right after a letter', async ({ folder, open }) => {
  const file = await makeSite(join(folder, 'site'))
  const { page } = await open(file)
  const editor = new Editor(page)
  await editor.toEnd()
  const chosen = page.locator('.cm-tooltip-autocomplete [aria-selected="true"]')
  const finish = async (begin: string, letter: string, words: string) => {
    await page.keyboard.type(begin)
    await expect(chosen).toContainText(words)
    await page.waitForTimeout(120) // a list that has just opened ignores keys
    await page.keyboard.type(letter)
    await page.keyboard.press('Enter')
    await expect(chosen).toHaveCount(0)
  }
  await finish('/ordere', 'd', 'Numbered list')
  await finish(':anc', 'h', 'anchor')
  await finish(' [that](on', 'e', 'One')
  await finish(' [[thre', 'e', 'Three')
  await editor.save()
  expect(await readFile(file, 'utf8')).toBe(
    `${head}1. ⚓ [that]({{< ref "/posts/one.md" >}}) [Three boats]({{< ref "/posts/three.md" >}})`,
  )
})

for (const layout of ['Write', 'Split', 'Live'])
  test(`the help while typing writes exactly these lines in ${layout}`, async ({ folder, open }) => {
    test.slow() // about three hundred keys and fourteen menus
    const file = await makeSite(join(folder, 'site'))
    const { page } = await open(file)
    const editor = new Editor(page)
    await new MainWindow(page).run(layout)
    await editor.toEnd()
    await write(page)
    await editor.save()
    // Cells grow with their text: the spaces before their pipes are those of the new row.
    const written = (await readFile(file, 'utf8')).replace(/ +\|/g, ' |')
    expect(written).toBe(head + expected)
    const whole = await readFile(file, 'utf8')
    if (layout !== 'Live') return // one history for all layouts
    await editor.focusText()
    expect(await pressToTheEnd(page, 'ControlOrMeta+Z')).toBe(head)
    expect(await pressToTheEnd(page, redoKey)).toBe(whole)
  })
