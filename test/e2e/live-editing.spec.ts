import { readFile } from 'node:fs/promises'
import { seed } from '../support/properties'
import { expect, test } from './app'
import { liveHead, openLive } from './pages/live-post'
import { MainWindow } from './pages/main-window'
import { compose, deleteInScripts } from './pages/scripts'

interface LiveView {
  readonly state: {
    readonly doc: unknown
    readonly selection: { readonly main: { readonly anchor: number; readonly head: number } }
  }
}

test('headings and the head fold by the marks beside them, and nothing moves as a mark comes', async ({
  folder,
  open,
}) => {
  const text = '# One\n\nfirst **words**\n\n## Two\n\nsecond words\n\n# Three\n\nthird words\n'
  const { file, page, editor } = await openLive(folder, open, text)
  const main = new MainWindow(page)
  // Live last, because other tests share this app.
  for (const layout of ['Write', 'Live']) {
    await main.run(layout)
    await editor.toEnd()
    const box = () => editor.text.locator('.cm-line', { hasText: 'One' }).boundingBox()
    const before = await box()
    await editor.text.locator('.cm-line', { hasText: 'One' }).hover()
    const fold = editor.pane.getByRole('button', { name: 'Fold section “One”' })
    await expect(fold).toHaveCSS('opacity', '1')
    expect(await box()).toEqual(before)
    await fold.click()
    await expect(editor.text).not.toContainText('first')
    await expect(editor.text).not.toContainText('second')
    await expect(editor.text).toContainText('third words')
    await expect(editor.text).toBeFocused()
    await editor.pane.getByRole('button', { name: 'Unfold section “One”' }).click()
    await expect(editor.text).toContainText('second words')
    await editor.pane.getByRole('button', { name: 'Fold section “Two”' }).click()
    await expect(editor.text).not.toContainText('second')
    await editor.text.getByRole('button', { name: 'Unfold' }).click()
    await expect(editor.text).toContainText('second words')
    await main.run('Front matter as source')
    await editor.pane.getByRole('button', { name: 'Fold front matter' }).click()
    await expect(editor.text).not.toContainText('title:')
    await editor.pane.getByRole('button', { name: 'Unfold front matter' }).click()
    await expect(editor.text).toContainText('title:')
    await main.run('Front matter as source')
    await expect(editor.pane.getByRole('button', { name: 'Fold front matter' })).toBeHidden()
  }
  expect(await readFile(file, 'utf8')).toBe(liveHead + text)
})

test('find, several carets and folds work in drawn text as in the source', async ({ folder, open }) => {
  const body =
    'A [guide](https://example.org/hidden-place) here.\n\na red **fish** and a red _bird_\n\n# Part\n\ndeep words\n'
  const { file, page, editor } = await openLive(folder, open, body)
  const main = new MainWindow(page)
  await main.run('Live')
  await editor.toEnd()
  await expect(editor.text).not.toContainText('hidden-place')
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('textbox', { name: 'Find' }).fill('hidden-place')
  await expect(page.locator('search output')).toHaveText('1 of 1')
  await expect(editor.text.locator('.cm-searchMatch')).toHaveText('hidden-place')
  await page.keyboard.press('Escape')
  await editor.toStart()
  await main.run('Fold all sections')
  await expect(editor.text).not.toContainText('deep')
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('textbox', { name: 'Find' }).fill('deep')
  await expect(editor.text.locator('.cm-searchMatch')).toHaveText('deep')
  await page.keyboard.press('Escape')
  await editor.text.getByText('a red').dblclick({ position: { x: 22, y: 10 } })
  await page.keyboard.press('ControlOrMeta+d')
  await page.keyboard.type('blue')
  await expect(editor.text).toContainText('and a blue')
  await editor.text.locator('.cm-line', { hasText: 'deep' }).click({ position: { x: 1, y: 10 } })
  await editor.text
    .locator('.cm-line', { hasText: 'guide' })
    .click({ position: { x: 1, y: 10 }, modifiers: ['Alt'] })
  await page.keyboard.type('So ')
  await editor.save()
  expect(await readFile(file, 'utf8')).toBe(
    `${liveHead}So ${body.replaceAll('red', 'blue').replace('deep', 'So deep')}`,
  )
})

test('scripts and signs of many parts are moved through and deleted as a reader sees them', async ({
  folder,
  open,
}) => {
  const body = 'مرحبا **بالعالم** نص\n\nשלום **עולם**\n\na **👩‍👩‍👧x** b\n\n**cafe\u0301** e\n\n**가** 中\n'
  const { file, page, editor } = await openLive(folder, open, body, {
    settings: { editorFontSize: 27, editorLineHeight: 2, editorFont: 'Serif' },
  })
  const look = editor.text.locator('.cm-line').last()
  await expect(look).toHaveCSS('font-size', '34px') // twice that of a page, as 27 is twice the usual size
  await expect(look).toHaveCSS('font-family', /^"?Serif/)
  expect(await look.evaluate((line) => Number.parseFloat(getComputedStyle(line).lineHeight))).toBeCloseTo(
    34 * 1.65 * (2 / 1.75),
    0,
  )
  await deleteInScripts(editor, 2)
  await compose(page)
  await editor.save()
  expect(await readFile(file, 'utf8')).toBe(
    `${liveHead}مربا **بالعالم** نص\n\nשם **עולם**\n\na **x** b\n\n**caf** e\n\n**가한中日本** 中\n`,
  )
})

test('Home and End go to the edges of the source, past markup that is not drawn', async ({
  folder,
  open,
}) => {
  const body = '**bold** and [a link](https://example.org/x)\n\n  _em_ x `code`\n\n| a |\n| - |\n| b |\n'
  const { file, page, editor } = await openLive(folder, open, body)
  await new MainWindow(page).run('Live')
  await editor.text.getByText('and', { exact: false }).first().click()
  await page.keyboard.press('Home')
  await page.keyboard.type('1')
  await editor.text.getByText('and', { exact: false }).first().click()
  await page.keyboard.press('End')
  await page.keyboard.type('2')
  await editor.text.getByText('b', { exact: true }).click()
  await page.keyboard.press('Home')
  await page.keyboard.type('3')
  await page.keyboard.press('End')
  await page.keyboard.type('4')
  await editor.save()
  const expected = body.replace('**bold', '1**bold').replace('/x)', '/x)2').replace('| b |', '| 3b4 |')
  expect(await readFile(file, 'utf8')).toBe(liveHead + expected)
})

for (const layout of ['live', 'write'] as const)
  test(`a table typed with all its pipes, and words with blanks in cells, come out as typed in ${layout}`, async ({
    folder,
    open,
  }) => {
    const { file, page, editor } = await openLive(folder, open, 'Text\n\n', { settings: { layout } })
    await editor.text.press('ControlOrMeta+End')
    await page.keyboard.type('| A | B |\n| - | - |\n| one | two words |\n| 3 | 4 |')
    await page.keyboard.press('Tab')
    await page.keyboard.type('by cells now')
    await page.keyboard.press('Tab')
    await page.keyboard.type('a | b c')
    await page.keyboard.type('\n\nBelow.') // Enter in an empty row ends the table
    await editor.save()
    const [head, table] = (await readFile(file, 'utf8')).split('Text\n\n')
    expect(head).toBe(liveHead)
    expect(table?.split('\n').slice(0, 4)).toEqual([
      '| A | B |',
      '| - | - |',
      '| one | two words |',
      '| 3 | 4 |',
    ])
    expect(table?.split('\n')[4]?.replace(/ +/g, ' ')).toBe('| by cells now | a \\| b c |')
    expect(table?.split('\n').slice(5)).toEqual(['', 'Below.'])
  })

test('a blank typed over a selected line break joins the lines before hidden marks', async ({
  folder,
  open,
}) => {
  const body = '> A quote with _words_\n> > nested\n\n- one\n  - two\n\n| a | b |\n| - | - |\n| c | d e |\n'
  const { file, page, editor } = await openLive(folder, open, body)
  await new MainWindow(page).run('Live')
  for (const words of ['nested', 'two']) {
    await editor.text.getByText(words).click()
    await page.keyboard.press('Home')
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Space')
  }
  // Keys that delete a word, also across two cells, keep the table intact.
  await editor.text.getByText('d e', { exact: true }).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('ControlOrMeta+Backspace')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('x')
  await editor.save()
  const lines = (await readFile(file, 'utf8')).slice(liveHead.length)
  expect(lines).toBe(
    '> A quote with _words_ > > nested\n\n- one   - two\n\n| a | b |\n| - | - |\n| x | d e |\n',
  )
})

/** Kinds of text whose markup Live hides, one paragraph each. */
const drawnKinds = [
  'Some **bold** and _em_ with `code` and [a link](https://example.org/x) here, ~~gone~~.',
  '## A `heading`',
  '- one\n- two **bold**\n  - deep [link](#x)\n\n1. first\n2. second\n\n- [ ] open\n- [x] done',
  '> quoted _words_\n> and more\n>\n> > deeper\n\n> [!NOTE]\n> An alert.',
  '| Boat | Crew |\n| --- | ---: |\n| Tern | a **b** c |\n| x\\|y | `z` |',
  'Text with $x^2$ and a note[^1].\n\n$$\nx\n$$',
  '```js\nconst a = 1\n```',
  'Text ![inline](none.png) and {{< ref "a" >}} and <kbd>K</kbd> &amp; <https://example.org>.',
  'مرحبا **بالعالم** نص',
  '[^1]: The **note**.',
]

test('letters and blanks go where the caret is, wherever keys have brought it', async ({ folder, open }) => {
  const { page, editor } = await openLive(folder, open, drawnKinds.join('\n\n'), {
    settings: { autosave: 'off' },
  })
  await new MainWindow(page).run('Live')
  await editor.toStart()
  let state = seed
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  const now = () =>
    page.evaluate(() => {
      const content = document.querySelector<Element & { cmTile?: { view: LiveView } }>('.cm-content')
      const { doc, selection } = content?.cmTile?.view.state ?? {}
      const [anchor, head] = [selection?.main.anchor ?? 0, selection?.main.head ?? 0]
      return { text: String(doc), from: Math.min(anchor, head), to: Math.max(anchor, head) }
    })
  const moves = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'ControlOrMeta+ArrowRight']
  const keys = Number(process.env.LIVE_KEYS ?? 120)
  test.setTimeout(60_000 + keys * 200)
  for (let key = 0; key < keys; key += 1) {
    if (key % 20 === 0) await page.keyboard.press(key % 40 === 0 ? 'ControlOrMeta+Home' : 'ControlOrMeta+End')
    for (let step = random(4); step >= 0; step -= 1) {
      const move = moves[random(moves.length)] ?? 'ArrowDown'
      await page.keyboard.press(random(5) === 0 ? `Shift+${move}` : move)
    }
    // Up from the first line leads to the form.
    if (!(await editor.text.evaluate((text) => text === document.activeElement))) await editor.toEnd()
    const before = await now()
    const isAcrossCells = before.text.slice(before.from, before.to).includes('|')
    if (isAcrossCells) await page.keyboard.press('ArrowRight') // between cells, other rules apply
    const at = isAcrossCells ? await now() : before
    const letter = random(3) === 0 ? ' ' : 'x'
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    const expected = `${at.text.slice(0, at.from)}${letter}${at.text.slice(at.to)}`
    expect(await now(), `key ${key}, seed ${seed}`).toEqual({
      text: expected,
      from: at.from + 1,
      to: at.from + 1,
    })
  }
})
