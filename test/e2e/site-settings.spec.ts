import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { MainWindow } from './pages/main-window'

const post = '---\ntitle: "A title"\nlevel: easy\ninfo: "Short."\n---\n\nBody\n'

test('the form follows postwright.json while it is open, and a mistake in it is told once', async ({
  folder,
  open,
}) => {
  const site = join(folder, 'site')
  const { page } = await open(await makeNotesSite(site, { 'boat.md': post }))
  const editor = new Editor(page)
  const settings = (text: string) => writeFile(join(site, 'postwright.json'), text)
  await expect(editor.field('level')).toHaveValue('easy')

  await settings(
    '{ "fields": { "info": { "label": "Summary" }, "level": { "choices": ["easy", "hard"] },\n  "series": { "label": "Series" } } }\n',
  )
  await expect(editor.field('Summary')).toHaveValue('Short.')
  await expect(editor.form.getByRole('combobox', { name: 'level' })).toContainText('easy')
  await expect(editor.field('Series')).toBeVisible() // offered, because the settings require it
  await editor.form.getByRole('combobox', { name: 'level' }).click()
  await page.getByRole('option', { name: 'hard' }).click()
  await editor.save()
  expect(await readFile(join(site, 'posts/boat.md'), 'utf8')).toBe(post.replace('easy', 'hard'))

  await settings('{\n  "fields": { "info": { "lable": "Abstract" } }\n}\n')
  const notice = page.getByText('postwright.json, line 2: fields.info: there is no setting “lable”')
  await expect(notice).toHaveCount(1)
  await expect(editor.field('Summary')).toHaveValue('Short.') // its value stays
  await page
    .getByRole('button', { name: /Dismiss|Close/ })
    .first()
    .click()
  await expect(notice).toHaveCount(0)

  await settings('{\n  "fields": { "info": { "label": "Abstract" } }\n}\n')
  await expect(editor.field('Abstract')).toHaveValue('Short.')
  await expect(notice).toHaveCount(0)
})

test('the star of a post without front matter starts it', async ({ folder, open }) => {
  const site = join(folder, 'site')
  const opened = await makeNotesSite(site, { 'boat.md': post, 'bare.md': '# Bare\n\nJust text.\n' })
  const { page } = await open(opened)
  const main = new MainWindow(page)
  await main
    .row('Bare')
    .getByTitle(/^Feature this post/)
    .click()
  await expect(main.filter('Featured 1')).toBeVisible()
  await expect
    .poll(() => readFile(join(site, 'posts/bare.md'), 'utf8'))
    .toBe('---\nisFeatured: true\n---\n\n# Bare\n\nJust text.\n')
  // In an open post it is inserted where the other posts have it.
  await main
    .row('A title')
    .getByTitle(/^Feature this post/)
    .click()
  await expect
    .poll(() => readFile(opened, 'utf8'))
    .toBe(post.replace('info: "Short."\n', 'info: "Short."\nisFeatured: true\n'))
})
