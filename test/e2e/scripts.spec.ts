import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { MainWindow } from './pages/main-window'
import { compose, deleteInScripts } from './pages/scripts'

const post = (title: string, body: string) => `---\ntitle: "${title}"\n---\n\n${body}`
const before = 'مرحبا نص\n\nשלום\n\na 👩‍👩‍👧x b\n\ncafe\u0301 e\n\n가 中\n'
const after = 'مربا نص\n\nשם\n\na x b\n\ncaf e\n\n가한中日本 中\n'

for (const layout of ['Write', 'Split', 'Live'])
  test(`in ${layout} every script is written, moved through and deleted by what a reader takes for one sign`, async ({
    folder,
    open,
  }) => {
    const file = await makeNotesSite(join(folder, 'site'), { 'scripts.md': post('T', before) })
    const { page } = await open(file)
    const editor = new Editor(page)
    await new MainWindow(page).run(`View: ${layout}`)
    await editor.flag('isFeatured').waitFor() // the form has its height now, on which vertical movement depends
    await deleteInScripts(editor, 0)
    await compose(page)
    await editor.undo() // composed text is at most one undo step
    await expect(editor.text).not.toContainText('日本')
    await page.keyboard.press(process.platform === 'darwin' ? 'Meta+Shift+z' : 'Control+y')
    await expect(editor.text).toContainText('가한中日本 中')

    const title = page.getByRole('textbox', { name: 'Title' })
    await title.click()
    await editor.press('End')
    await compose(page)
    await expect(title).toHaveValue('T한中日本')
    await page.keyboard.insertText('👩‍👩‍👧e\u0301')
    await editor.press('Backspace', 3) // the accent, as in any field, then its letter, then the whole family emoji
    await page.keyboard.insertText(' שלום')
    await expect(title).toHaveValue('T한中日本 שלום')
    await editor.save()
    expect(await readFile(file, 'utf8')).toBe(post('T한中日本 שלום', after))
  })
