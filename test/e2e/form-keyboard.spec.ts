import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { makeNotesSite } from '../support/notes-site'
import { writeSite } from '../support/write-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'

const whole = `---
title: A title
date: "2026-10-15"
image: boat.png
info: "Short."
tags:
  - notes
  - sea
level: easy
weight: 10
links:
  - {name: Harbour}
author:
  name: Ann
isFeatured: no
---

The body.
`

/** A field of every type, in a site where `level` is one of a few words. */
const writePost = async (folder: string): Promise<string> => {
  const site = join(folder, 'site')
  const post = await makeNotesSite(site, { 'boat.md': whole })
  await writeSite(site, { 'postwright.json': '{ "fields": { "level": { "choices": ["easy", "hard"] } } }' })
  return post
}

const namesOfFocused = (page: Page): Promise<string> =>
  page.locator('*:focus').evaluate((element) => {
    const of = (attribute: string) =>
      (element.getAttribute(attribute) ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
    const labels = 'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : []
    const name =
      element.getAttribute('aria-label') ??
      (of('aria-labelledby').trim() || labels.map(({ textContent }) => textContent).join(' '))
    return (name || (element.textContent ?? '')).trim()
  })

const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const met: string[] = []
  while (met.length < 40) {
    const focused = await namesOfFocused(page)
    met.push(focused)
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name}, but to ${met.join(', ')}`)
}

test('every kind of field by keyboard alone', async ({ folder, open }) => {
  const post = await writePost(folder)
  const { page } = await open(post)
  const { keyboard } = page
  const editor = new Editor(page)
  await editor.text.focus()
  await keyboard.press('ControlOrMeta+Shift+M')
  await expect(editor.field('title')).toBeFocused()

  await tabTo(page, 'date')
  await keyboard.press('Alt+ArrowDown')
  const calendar = page.getByRole('dialog', { name: 'Calendar for date' })
  await expect(calendar.getByRole('button', { name: /October 15th, 2026/ })).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(calendar.getByRole('button', { name: /October 22nd, 2026/ })).toBeFocused()
  await keyboard.press('Enter')
  await expect(editor.field('date')).toHaveValue('2026-10-22')
  await expect(calendar).toHaveCount(0)

  await tabTo(page, 'Remove notes')
  await keyboard.press('Enter')
  await expect(editor.field('tags')).toBeFocused()
  await keyboard.type('no')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')

  await tabTo(page, 'level')
  await keyboard.press('Enter')
  await expect(page.getByRole('option', { name: 'easy' })).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: 'hard' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(editor.form.getByRole('combobox', { name: 'level' })).toContainText('hard')
  await expect(editor.form.getByRole('combobox', { name: 'level' })).toBeFocused()

  await tabTo(page, 'weight')
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type('11')

  await tabTo(page, 'links')
  await keyboard.press('ControlOrMeta+End')
  await keyboard.type(' # home')
  await keyboard.press('ControlOrMeta+Enter')

  await tabTo(page, 'name')
  await keyboard.press('End')
  await keyboard.type('a')

  await tabTo(page, /^isFeatured/)
  await keyboard.press('Space')

  await tabTo(page, 'Add field')
  await keyboard.press('Enter')
  await keyboard.type('series')
  await keyboard.press('Enter')
  await expect(editor.field('series')).toBeFocused()
  await keyboard.type('Boats')

  await keyboard.press('ControlOrMeta+S')
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()
  expect(await readFile(post, 'utf8')).toBe(
    whole
      .replace('2026-10-15', '2026-10-22')
      .replace('  - notes\n  - sea\n', '  - sea\n  - notes\n')
      .replace('easy', 'hard')
      .replace('10\nlinks', '11\nlinks')
      .replace('{name: Harbour}', '{name: Harbour} # home')
      .replace('name: Ann', 'name: Anna')
      .replace('isFeatured: no\n', "isFeatured: yes\nseries: 'Boats'\n"),
  )
  await keyboard.press('Escape')
  await expect(editor.text).toBeFocused()
})

test('every control has a name, and Tab comes to each of them in the order they are seen', async ({
  folder,
  open,
}) => {
  const { page } = await open(await writePost(folder))
  const editor = new Editor(page)
  await expect(editor.field('links')).toBeVisible()
  const controls = editor.form.locator(
    'input:visible:not([aria-hidden]), textarea, select, button:visible, [role="switch"], [role="combobox"]',
  )
  for (const control of await controls.all()) await expect(control).toHaveAccessibleName(/\S/)
  await editor.text.focus()
  await page.keyboard.press('ControlOrMeta+Shift+M')
  await expect(editor.field('title')).toBeFocused()
  const met: string[] = []
  while (await editor.form.locator('*:focus').count()) {
    met.push(await namesOfFocused(page))
    await page.keyboard.press('Tab')
    expect(met.length).toBeLessThan(60)
  }
  const fields = ['title', 'image', 'date', 'info', 'tags', 'level', 'weight', 'links', 'name']
  expect(met.filter((name) => fields.includes(name))).toEqual(fields)
  expect(met.filter((name) => name === '')).toEqual([])
})

/** The control is marked as invalid and refers to the message, which is announced. */
const tellsOf = async (control: Locator, words: string): Promise<void> => {
  await expect(control).toHaveAttribute('aria-invalid', 'true')
  await expect(control).toHaveAccessibleDescription(new RegExp(words))
  await expect(control.page().getByRole('alert').filter({ hasText: words })).toHaveCount(1)
}

test('what is wrong in a field is said and announced', async ({ folder, open }) => {
  const { page } = await open(await writePost(folder))
  const editor = new Editor(page)
  await editor.field('date').fill('some day')
  await tellsOf(editor.field('date'), 'Not a date')
  await editor.field('weight').fill('ten')
  await tellsOf(editor.field('weight'), 'takes a number')
  await editor.field('links').fill('- {name')
  await page.keyboard.press('ControlOrMeta+Enter')
  await tellsOf(editor.field('links'), 'Not applied')
  await editor.form.getByRole('button', { name: 'Add field' }).click()
  await page.getByRole('combobox', { name: 'Name', exact: true }).fill('title')
  await tellsOf(page.getByRole('combobox', { name: 'Name', exact: true }), 'already has this field')
})

test('Tab goes from the form to the text and on to the preview, and back the same way', async ({
  folder,
  open,
}) => {
  const { page } = await open(await writePost(folder))
  const { keyboard } = page
  const editor = new Editor(page)
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(editor.field('links')).toBeVisible()

  await editor.field('title').focus()
  await keyboard.press('Enter')
  await expect(editor.text).toBeFocused()
  await keyboard.type('Typed. ')
  await expect(editor.text).toContainText('Typed. The body.')

  await keyboard.press('Control+M') // Tab moves the focus from now on
  const inText = page.locator('.cm-content:focus, .cm-content *:focus')
  let stops = 0
  while ((await preview.locator('*:focus').count()) === 0) {
    await keyboard.press('Tab')
    await expect(inText).toHaveCount(0)
    stops += 1
    expect(stops).toBeLessThan(5)
  }
  for (let at = 0; at < stops; at += 1) await keyboard.press('Shift+Tab')
  await expect(editor.text).toBeFocused()
  await keyboard.press('Shift+Tab')
  await expect(editor.form.locator('*:focus')).toHaveCount(1)
  await keyboard.press('Tab')
  await expect(editor.text).toBeFocused()

  await editor.field('title').focus()
  await keyboard.press('Shift+Tab')
  await expect(page.locator('.cm-content *:focus, .cm-content:focus')).toHaveCount(0)
  await keyboard.press('Tab')
  await expect(editor.field('title')).toBeFocused()

  await editor.text.focus()
  await keyboard.press('ControlOrMeta+End')
  await keyboard.press('ControlOrMeta+Home')
  await keyboard.type('First. ')
  await keyboard.press('ControlOrMeta+S')
  await expect
    .poll(() => readFile(join(folder, 'site/posts/boat.md'), 'utf8').catch(String))
    .toBe(whole.replace('\nThe body.', '\nFirst. Typed. The body.'))
})

test('a date with its time is seen whole, and a text that is longer than usual says so', async ({
  folder,
  open,
}) => {
  const short = '---\ntitle: A\ndate: 2026-10-15T10:30:00+02:00\nimage: boat.png\ninfo: "Short."\n---\n'
  const site = join(folder, 'site')
  const post = await makeNotesSite(site, {
    'boat.md': short.replace('Short.', 'A much longer description than the other posts have.'),
    ...Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`other-${at}.md`, short])),
  })
  const { app, page } = await open(post)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1440, 900))
  const editor = new Editor(page)
  await expect(editor.field('date')).toHaveValue('2026-10-15T10:30:00+02:00')
  await expect
    .poll(() => editor.field('date').evaluate((field) => field.scrollWidth - field.clientWidth))
    .toBeLessThanOrEqual(0)
  await expect(editor.field('info')).toHaveAccessibleDescription(
    /52 characters\. Nine in ten posts on this site have \d+ or fewer/,
  )
  await editor.form.getByText(/^52 \/ \d+$/).hover()
  await expect(page.getByText('52 characters. Nine in ten').last()).toBeVisible()
})
