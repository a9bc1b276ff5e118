import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'

test.skip(process.platform === 'darwin', 'macOS checks the spelling itself')

const english = 'The wrod is here, and `codde` is not; see https://exmaple.org/fooo for Postwright.'
const german =
  'Das Wetter war an diesem Morgen sehr schlecht, und wir gingen stundenlang am Fluss entlang xyzzt.'
const post = `---\ntitle: "A titel of it"\nlang: en\n---\n\n${english}\n\n${german}\n`

test('misspelled words are underlined in their language, corrected by key and menu, and taught', async ({
  folder,
  launch,
}) => {
  const site = join(folder, 'site')
  const file = await makeNotesSite(site, { 'words.md': post })
  const dictionaries = join(folder, 'dictionaries')
  await mkdir(dictionaries)
  await writeFile(join(dictionaries, 'de_DE.aff'), 'SET UTF-8\n')
  const words = german.replace('xyzzt', '').match(/\p{L}+/gu) ?? []
  await writeFile(join(dictionaries, 'de_DE.dic'), `${words.length}\n${words.join('\n')}\n`)
  const { app, page } = await launch({ open: file, env: { DICPATH: dictionaries } })
  const editor = new Editor(page)
  const underlined = editor.text.locator('.cm-misspelled')
  await expect(underlined).toHaveText(['wrod', 'Postwright', 'xyzzt'])

  await editor.toStart()
  await page.keyboard.press('F7')
  const menu = page.getByRole('menu', { name: 'Spelling of wrod' })
  await expect(menu.getByRole('menuitem', { name: 'word', exact: true })).toBeFocused() // the first one
  await page.keyboard.press('Enter')
  await expect(editor.text).toBeFocused()
  await page.keyboard.press('F7')
  await page
    .getByRole('menu', { name: 'Spelling of Postwright' })
    .getByRole('menuitem', { name: 'Add to this site’s dictionary' })
    .click()
  await expect(underlined).toHaveText(['xyzzt'])
  expect(await readFile(join(site, 'postwright-words.txt'), 'utf8')).toBe('Postwright\n')

  // The native menu, in which the test chooses an item.
  await app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function (options) {
      this.items.find(({ label }) => label.startsWith('Ignore'))?.click()
      options?.callback?.()
    }
  })
  await underlined.click({ button: 'right' })
  await expect(underlined).toHaveCount(0)

  const title = page.getByRole('textbox', { name: 'Title' })
  await title.click()
  await page.keyboard.press('F7')
  await page.getByRole('menuitem', { name: 'title', exact: true }).click()
  await expect(title).toHaveValue('A title of it')
  await editor.save()
  expect(await readFile(file, 'utf8')).toBe(post.replace('wrod', 'word').replace('titel', 'title'))
})

test('the key finds a misspelled word far below the text in sight', async ({ folder, launch }) => {
  const right = 'The weather was bad that morning, and we walked along the river.\n\n'
  const text = `${right.repeat(4_000)}The last wrod of it.\n`
  const file = await makeNotesSite(join(folder, 'site'), {
    'long.md': `---\ntitle: Long\nlang: en\n---\n\n${text}`,
  })
  const { page } = await launch({ open: file })
  const editor = new Editor(page)
  await editor.toStart()
  await page.keyboard.press('F7')
  await expect(page.getByRole('menu', { name: 'Spelling of wrod' })).toBeVisible()
})
