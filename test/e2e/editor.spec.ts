import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeNotesSite } from '../support/notes-site'
import { expect, sharedApp, test } from './app'
import { Editor, typeInOneMoment } from './pages/editor'
import { MainWindow } from './pages/main-window'

const bodies = {
  Lists: 'Some words\n',
  Code: '```python\ndef sail(): return 1\n```\n',
  Search: 'oar Oar oar\n',
  Boat: 'words\n',
  Short: 'words and',
  Paragraph: 'words and '.repeat(8_000).trimEnd(),
  Long: 'A line.\n\n'.repeat(200),
  Sections: '# One\n\nfirst words\n\n# Two\n\nsecond words\n',
  Hebrew: 'שלום עולם\n\nHello\n',
}
type Title = keyof typeof bodies

const headOf = (title: string) => `---\ntitle: "${title}"\n---\n\n`
const shared = sharedApp(async (folder) => {
  const posts = Object.entries(bodies).map(([title, body]) => [`${title}.md`, headOf(title) + body])
  return { open: await makeNotesSite(join(folder, 'site'), Object.fromEntries(posts)) }
})

/** Opens one of the posts. */
const open = async (title: Title) => {
  const { page, folder } = shared()
  await new MainWindow(page).open(title)
  const file = join(folder, 'site/posts', `${title}.md`)
  return { page, editor: new Editor(page), head: headOf(title), read: () => readFile(file, 'utf8') }
}

test('lists go on by Enter, and the commands work by their keys', async () => {
  const { page, editor, head, read } = await open('Lists')
  await editor.toEnd()
  await page.keyboard.type('- one\ntwo\n\nend')
  await page.keyboard.press('ControlOrMeta+2')
  await editor.toStart()
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('ControlOrMeta+B')
  await page.keyboard.press('ControlOrMeta+I')
  await editor.save()
  expect(await read()).toBe(`${head}**_Some words_**\n- one\n- two\n\n## end`)
})

test('the language of fenced code is loaded and coloured, under the policy of the window', async () => {
  const { page, editor } = await open('Code')
  const keyword = editor.text.getByText('return', { exact: true })
  await expect(keyword).toBeVisible()
  const accent = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--accent').trim(),
  )
  await expect(keyword).toHaveCSS('color', rgbOf(accent))
})

const rgbOf = (hex: string): string => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return `rgb(${red}, ${green}, ${blue})`
}

test('the search counts, goes on, and replaces', async () => {
  const { page, editor, head, read } = await open('Search')
  await editor.toStart()
  await page.keyboard.press('ControlOrMeta+F')
  const bar = page.getByRole('search').filter({ has: page.getByRole('textbox', { name: 'Find' }) })
  await expect(bar.getByRole('textbox', { name: 'Find' })).toBeFocused()
  await page.keyboard.type('oar')
  await expect(bar.getByRole('status')).toHaveText('1 of 3')
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText('2 of 3')
  await bar.getByRole('button', { name: 'Match case' }).click()
  await expect(bar.getByRole('status')).toHaveText('2 of 2')
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('sail')
  await bar.getByRole('button', { name: 'All' }).click()
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await editor.save()
  expect(await read()).toBe(`${head}sail Oar sail\n`)
})

test('a post that is shown again has its caret and its undo', async () => {
  const { page, editor, head, read } = await open('Boat')
  const rows = page.getByRole('listbox', { name: 'Posts' }).getByRole('option')
  await editor.toEnd()
  await typeInOneMoment(page, 'more')
  await rows.filter({ hasText: 'Three' }).click()
  await expect(editor.text).toContainText('Text of Three.')
  await rows.filter({ hasText: 'Boat' }).click()
  await expect(editor.text).toContainText('more')
  await editor.focusText()
  await page.keyboard.type('!')
  await editor.undo()
  await editor.undo()
  await editor.save()
  expect(await read()).toBe(`${head}words\n`)
})

test('sections that were folded are folded when the post is shown again', async () => {
  const { page, editor } = await open('Sections')
  const main = new MainWindow(page)
  await editor.toEnd()
  await editor.text.locator('.cm-line', { hasText: 'One' }).hover()
  await editor.pane.getByRole('button', { name: 'Fold section “One”' }).click()
  await expect(editor.text).not.toContainText('first words')
  await main.open('Three')
  await expect(editor.text).toContainText('Text of Three.')
  await main.open('Sections')
  await expect(editor.text).toContainText('second words')
  await expect(editor.text).not.toContainText('first words')
  await editor.pane.getByRole('button', { name: 'Unfold section “One”' }).click()
  await expect(editor.text).toContainText('first words')
})

test('another layout and back: the same place in the text, and the focus in it', async () => {
  const { page, editor } = await open('Long')
  await editor.toEnd()
  const scroller = editor.text.locator('..')
  const scrolled = () => scroller.evaluate(({ scrollTop }) => scrollTop)
  await expect.poll(scrolled).toBeGreaterThan(1000)
  const before = await scrolled()
  const layouts = page.getByRole('banner')
  await page.keyboard.press('ControlOrMeta+J')
  await expect(layouts.getByRole('button', { name: 'Preview' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('ControlOrMeta+J')
  await expect(editor.text).toBeFocused()
  await expect.poll(scrolled).toBeGreaterThan(before / 2)
})

test('a line reads in the direction of its own words', async () => {
  const { text } = (await open('Hebrew')).editor
  await expect(text.locator('.cm-line', { hasText: 'שלום' })).toHaveCSS('direction', 'rtl')
  await expect(text.locator('.cm-line', { hasText: 'Hello' })).toHaveCSS('direction', 'ltr')
})

test('a post of another folder opens at its start, wherever the last one was scrolled to', async ({
  folder,
  open,
}) => {
  const [first, second] = ['one', 'two'].map((site) => join(folder, site))
  const long = { 'long.md': headOf('Long') + 'A line.\n\n'.repeat(200) }
  const { page } = await open(await makeNotesSite(first ?? '', long))
  const editor = new Editor(page)
  await editor.toEnd()
  const scroller = editor.text.locator('..')
  const scrolled = () => scroller.evaluate(({ scrollTop }) => scrollTop)
  await expect.poll(scrolled).toBeGreaterThan(1000)
  await open(await makeNotesSite(second ?? '', { 'long.md': `${long['long.md']}Another end.` }))
  await expect.poll(scrolled).toBe(0)
})

test('the text takes no focus from the list when the first post of another folder opens', async ({
  folder,
  open,
}) => {
  const { page } = await open(await makeNotesSite(join(folder, 'one'), { 'boat.md': headOf('Boat') }))
  await new Editor(page).focusText()
  const empty = join(folder, 'two/posts')
  await mkdir(empty, { recursive: true })
  await open(empty)
  const main = new MainWindow(page)
  await expect(page.getByText('No posts yet')).toBeVisible()
  await writeFile(join(empty, 'late.md'), headOf('Late'))
  await expect(main.rows).toHaveCount(1)
  await main.list.focus()
  await page.keyboard.press('Space')
  await expect(main.title).toHaveText('Late')
  await expect(main.text).toBeVisible()
  await expect(main.list).toBeFocused()
})

test('a paragraph of 80,000 characters takes keys as a short one does', async () => {
  const typed: string[] = []
  for (const title of ['Short', 'Paragraph'] as const) {
    const { page, editor, head, read } = await open(title)
    await editor.toEnd()
    const taken = await page.evaluateHandle(() => {
      const seen: boolean[] = []
      document.addEventListener('beforeinput', ({ defaultPrevented }) => seen.push(defaultPrevented))
      return seen
    })
    await page.keyboard.type(' [a](b) *"c')
    await page.keyboard.press('Shift+Home')
    await page.keyboard.press('Shift+End')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('éd')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.type('e 😀')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Enter')
    await page.keyboard.type('f')
    await editor.save()
    typed.push((await read()).slice(head.length + bodies[title].length))
    // The code that compares the whole line at each key must not run.
    if (title === 'Paragraph') expect((await taken.jsonValue()).filter(Boolean).length).toBeGreaterThan(10)
  }
  expect(typed[0]).toMatch(/^ \[a\]\(b\) \*"c.*e \nf/)
  expect(typed[1]).toBe(typed[0])
})
