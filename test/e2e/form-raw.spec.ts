import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { MainWindow } from './pages/main-window'

const withLinks = `---
title: "A title"
date: "2026-10-15"
image: one.png
info: "Short."
tags: # the two
  - notes
  - sea
links: # where to go on
  - name: Harbour # first
    url: /harbour
  - {name: Tides, url: /tides}
isFeatured: "false"
---

The body.
`

test('a value without a control is edited as it is written, and refused where it would harm', async ({
  folder,
  open,
}) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': withLinks })
  const { page } = await open(post)
  const editor = new Editor(page)
  const links = editor.field('links')
  await expect(links).toHaveValue('- name: Harbour # first\n  url: /harbour\n- {name: Tides, url: /tides}')
  await links.press('ControlOrMeta+End')
  await page.keyboard.type('\n- {name: Wind # a stray comment')
  await page.keyboard.press('ControlOrMeta+Enter')
  const alert = editor.form.getByRole('alert').filter({ hasText: 'Not applied' })
  await expect(alert).toContainText('The front matter would no longer be readable')
  await expect(links).toHaveAttribute('aria-invalid', 'true')
  await expect(links).toHaveValue(/Wind # a stray comment$/)
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(withLinks)

  await page.keyboard.press('ControlOrMeta+Z') // the field's own undo
  await expect(links).not.toHaveValue(/comment$/)
  await page.keyboard.press('Escape')
  await expect(links).toHaveValue(/tides\}$/)
  await expect(alert).toBeHidden()
  await expect(links).toBeFocused()

  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\n# the last\n- name: Wind')
  await editor.save() // the text in the field is saved with it
  const written = withLinks.replace('/tides}\n', '/tides}\n  # the last\n  - name: Wind\n')
  await expect.poll(() => readFile(post, 'utf8')).toBe(written) // "Saved" may be from an earlier save

  await page.keyboard.press('ControlOrMeta+Z') // now it is one undo step of the post
  await expect(links).toHaveValue(/tides\}$/)
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(withLinks)
})

test('typing goes on after a save, and when another program renames the post', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': withLinks })
  const { page } = await open(post)
  const editor = new Editor(page)
  const links = editor.field('links')
  await links.press('ControlOrMeta+End')
  await page.keyboard.type('\n- name: ')
  await editor.save()
  await expect.poll(() => readFile(post, 'utf8')).toContain('- name: \nisFeatured')
  await page.keyboard.type('Wind')
  await editor.save()
  const written = withLinks.replace('/tides}\n', '/tides}\n  - name: Wind\n')
  await expect.poll(() => readFile(post, 'utf8')).toBe(written)

  await page.keyboard.type('\n- name: Sea')
  const moved = post.replace('boat.md', 'ship.md')
  await rename(post, moved)
  await expect(page.getByText(/renamed.*ship\.md|ship\.md.*renamed/i).first()).toBeVisible()
  await expect(links).toHaveValue(/- name: Sea$/)
  await editor.save()
  await expect
    .poll(() => readFile(moved, 'utf8'))
    .toBe(written.replace('name: Wind\n', 'name: Wind\n  - name: Sea\n'))
})

test('what is typed for a value is written when another post is opened', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': withLinks })
  const { page } = await open(post)
  const editor = new Editor(page)
  const window = new MainWindow(page)
  await editor.field('links').fill('- name: Harbour')
  await window.open('Two')
  await window.open('A title')
  await expect(editor.field('links')).toHaveValue('- name: Harbour')
  await expect(editor.text).not.toContainText('tides')
})

test('list style, type and quotes are adopted by one press, and what cannot be says why', async ({
  folder,
  open,
}) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': withLinks })
  const { page } = await open(post)
  const editor = new Editor(page)
  const notes = editor.form.locator('details')
  await notes.locator('summary').click({ position: { x: 4, y: 6 } })
  await expect(notes).toContainText('tags has one item per line; most posts use brackets')
  await expect(notes).toContainText('isFeatured is text in quotes; 5 of 6 posts have a yes/no value')
  await notes.getByRole('button', { name: 'Use the usual style for all' }).click()
  await expect(notes).toBeHidden()
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(
    withLinks
      .replace('tags: # the two\n  - notes\n  - sea', 'tags: [notes, sea] # the two')
      .replace('"false"', 'false'),
  )
})

test('drift that cannot be adopted', async ({ folder, open }) => {
  const commented = withLinks.replace('- notes', '- notes # mine').replace('"false"', 'false')
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': commented })
  const { page } = await open(post)
  const editor = new Editor(page)
  await expect(editor.form).toContainText(
    'tags has one item per line; most posts use brackets. A comment inside the list would be lost.',
  )
  await expect(editor.form.getByRole('button', { name: /usual style/ })).toHaveCount(0)
})

test('the raw control and the drift note, for people to look at', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': withLinks })
  const { page } = await open(post, { width: 1280, height: 860 })
  const editor = new Editor(page)
  const window = new MainWindow(page)
  await editor.form.locator('summary').click({ position: { x: 4, y: 6 } })
  await window.picture('form-raw')
  await editor.field('links').fill('- name: Harbour # first\n- {name: Tides')
  await page.keyboard.press('ControlOrMeta+Enter')
  await window.picture('form-raw-refused')
  await window.run('Dark theme')
  await window.picture('form-raw-dark')
  const beyond = () => editor.form.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  await expect.poll(beyond).toBeLessThanOrEqual(0)
})
