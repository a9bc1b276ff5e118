import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { makePng } from '../support/make-png'
import { makeNotesSite } from '../support/notes-site'
import { writeSite } from '../support/write-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'

const toml = `+++
title = 'A title'   # the one line that counts
date = 2026-10-15T09:30:00Z
weight = 10
draft = false
tags = [
  "notes", # first
  "sea",
]
extra = { a = 1, b = [1, 2] } # inline

[author]
name = "Ann"
+++

The *body*.
`

const json = `{
  "title": "A \\"title\\"",
    "date" : "2026-10-15",
  "weight": 1.50,
  "draft": false, "tags": ["notes",   "sea"],
  "links": [{"name": "Harbour"}]
}

The body.
`

test('the form of a TOML head changes exactly the intended bytes', async ({ folder, open }) => {
  const post = join(folder, 'posts/boat.md')
  await writeSite(folder, { 'posts/boat.md': toml })
  const { page } = await open(post)
  const editor = new Editor(page)
  await editor.field('title').press('End')
  await page.keyboard.type(' of “boats”')
  await editor.field('date').fill('2026-10-16T09:30:00Z')
  await editor.field('weight').fill('11')
  await editor.flag('draft').press('Space')
  await editor.field('tags').pressSequentially('wind,')
  await editor.form.getByRole('button', { name: 'Remove sea' }).click()
  await editor.field('extra').fill('{ a = 2, b = [1] }')
  await editor.field('name').fill('Bea')
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(
    toml
      .replace("'A title'", "'A title of “boats”'")
      .replace('10-15T', '10-16T')
      .replace('weight = 10', 'weight = 11')
      .replace('draft = false', 'draft = true')
      .replace('"sea",', '"wind",')
      .replace('{ a = 1, b = [1, 2] }', '{ a = 2, b = [1] }')
      .replace('"Ann"', '"Bea"'),
  )
})

test('the form of a JSON head changes exactly the intended bytes', async ({ folder, open }) => {
  const post = join(folder, 'posts/boat.md')
  await writeSite(folder, { 'posts/boat.md': json })
  const { page } = await open(post)
  const editor = new Editor(page)
  await editor.field('title').press('End')
  await page.keyboard.type('!')
  await editor.field('date').fill('2026-10-16')
  await editor.flag('draft').press('Space')
  await editor.field('tags').pressSequentially('wind,')
  await editor.field('links').fill('[{"name": "Harbour"}, 1]')
  await editor.save()
  const written = json
    .replace('\\"title\\"', '\\"title\\"!')
    .replace('10-15', '10-16')
    .replace('"draft": false', '"draft": true')
    .replace('"sea"]', '"sea", "wind"]')
    .replace('[{"name": "Harbour"}]', '[{"name": "Harbour"}, 1]')
  expect(await readFile(post, 'utf8')).toBe(written)
  await editor.field('links').fill('[1, 2')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(editor.form.getByRole('alert').filter({ hasText: 'Not applied' })).toBeVisible()
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(written)
})

const dropOn = (target: Locator, name: string, bytes: Uint8Array): Promise<void> =>
  target.evaluate(
    (element, { name, bytes }) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
      const options = { dataTransfer: data, bubbles: true, cancelable: true }
      for (const kind of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(kind, options))
    },
    { name, bytes: [...bytes] },
  )

test('an image dropped on the field is kept by the site and named in it', async ({ folder, open }) => {
  const head = '---\ntitle: "A title"\nimage: "old.png" # above the text\n---\n\nBody\n'
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': head })
  const { page } = await open(post)
  const editor = new Editor(page)
  const bytes = makePng(40, 20, [10, 120, 90])
  await dropOn(editor.field('image'), 'Harbour at night.png', bytes)
  await expect(editor.field('image')).not.toHaveValue('old.png')
  const reference = await editor.field('image').inputValue()
  expect(reference).toMatch(/harbour-at-night.*\.png$/i)
  await expect(editor.form.locator('img')).toHaveJSProperty('naturalWidth', 40)
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(head.replace('old.png', reference))
  const files = await readdir(join(folder, 'site'), { recursive: true })
  const kept = files.find((file) => /harbour-at-night.*\.png$/i.test(file)) ?? ''
  expect(Buffer.from(bytes).equals(await readFile(join(folder, 'site', kept)))).toBe(true)
})

test('a file that is no image changes nothing', async ({ folder, open }) => {
  const head = '---\ntitle: "A title"\nimage: "old.png"\n---\n\nBody\n'
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': head })
  const { page } = await open(post)
  const editor = new Editor(page)
  await dropOn(editor.field('image'), 'evil.png', new TextEncoder().encode('<script>alert(1)</script>'))
  await expect(page.getByText('The image was not inserted')).toBeVisible()
  await expect(editor.field('image')).toHaveValue('old.png')
})
