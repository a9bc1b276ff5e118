import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor, typeInOneMoment } from './pages/editor'
import { MainWindow } from './pages/main-window'

const whole = `---
title: "A title"   # the one line that counts
date: "2026-10-15"
image: boat.png
info: "Short."
tags: [notes, sea]
isFeatured: no
---

The body.
`

test('typing in a field is one step for undo, wherever the undo is pressed', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': whole })
  const { page } = await open(post)
  const editor = new Editor(page)
  await editor.field('title').press('End')
  await typeInOneMoment(page, ' of a boat')
  await expect(editor.field('title')).toHaveValue('A title of a boat')
  await editor.undo()
  await expect(editor.field('title')).toHaveValue('A title')
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(editor.field('title')).toHaveValue('A title of a boat')
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(whole.replace('A title', 'A title of a boat'))
  await editor.toEnd()
  await editor.undo()
  await expect(editor.field('title')).toHaveValue('A title')
})

test('the whole form by keyboard alone', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': whole })
  const { page } = await open(post)
  const editor = new Editor(page)
  const { keyboard } = page
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 30; presses += 1) {
      const focused = page.locator('*:focus')
      const label = await focused.evaluate((element) => {
        const by = element.getAttribute('aria-labelledby')
        const labels = by ? by.split(' ').map((id) => document.getElementById(id)?.textContent) : []
        return element.getAttribute('aria-label') ?? labels.join(' ')
      })
      if (label === name || label.startsWith(`${name} `)) return
      await keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${name}`)
  }
  await editor.text.focus()
  await keyboard.press('ControlOrMeta+Shift+M')
  await expect(editor.field('title')).toBeFocused()
  await keyboard.press('End')
  await keyboard.type('!')

  await tabTo('image')
  await keyboard.press('End')
  await keyboard.type('x')

  await tabTo('Choose date in a calendar')
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /October 15th, 2026/ })).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: /October 16th, 2026/ })).toBeFocused()
  await keyboard.press('Enter')
  await expect(editor.field('date')).toHaveValue('2026-10-16')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await tabTo('info')
  await keyboard.press('End')
  await keyboard.type(' More.')

  await tabTo('tags')
  await keyboard.type('harbour')
  await keyboard.press('Enter')
  await keyboard.press('Backspace')
  await keyboard.type('on')
  await expect(page.getByRole('option', { name: 'one' })).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Escape')
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type('wind,')

  await tabTo('isFeatured')
  await keyboard.press('Space')
  await expect(editor.flag('isFeatured')).toBeChecked()
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(
    whole
      .replace('"A title"', '"A title!"')
      .replace('2026-10-15', '2026-10-16')
      .replace('boat.png', 'boat.pngx')
      .replace('Short.', 'Short. More.')
      .replace('[notes, sea]', '[notes, sea, wind]')
      .replace('isFeatured: no', 'isFeatured: yes'),
  )
})

test('a field the others have is offered, and written in its place once it is filled', async ({
  folder,
  open,
}) => {
  const post = await makeNotesSite(join(folder, 'site'), {
    'boat.md': '---\ntitle: "A title"\nisFeatured: false\n---\n\nBody\n',
  })
  const { page } = await open(post)
  const editor = new Editor(page)
  await editor.field('info').pressSequentially('About it')
  await expect(editor.field('info')).toBeFocused()
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(
    '---\ntitle: "A title"\ninfo: "About it"\nisFeatured: false\n---\n\nBody\n',
  )
  await editor.field('image').pressSequentially('x')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Tab')
  await editor.save()
  expect(await readFile(post, 'utf8')).not.toContain('image')
})

test('drift is told and adopted by one press', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), {
    'boat.md': '---\ntitle: "A title"\ndate: \'2026-10-15\'\n---\n\nBody\n',
  })
  const { page } = await open(post)
  const editor = new Editor(page)
  await expect(
    editor.form.getByText(/date has single quotes; \d+ of \d+ posts use double quotes/),
  ).toBeVisible()
  await editor.form.getByRole('button', { name: 'Use the usual style' }).click()
  await editor.save()
  expect(await readFile(post, 'utf8')).toContain('date: "2026-10-15"\n')
})

test('front matter that does not parse says where, and the form returns by itself', async ({
  folder,
  open,
}) => {
  const post = await makeNotesSite(join(folder, 'site'), {
    'boat.md': '---\ntitle: A title\ninfo: "open\n---\n\nBody\n',
  })
  const { page } = await open(post)
  const editor = new Editor(page)
  await expect(editor.pane.getByRole('alert')).toContainText('cannot be read')
  await expect(editor.form).toBeHidden()
  await editor.pane.getByRole('button', { name: /Go to line/ }).click()
  await expect(page.getByRole('contentinfo')).toContainText('Ln 3')
  await page.keyboard.press('End')
  await page.keyboard.type('"')
  await expect(editor.form).toBeVisible()
  await expect(editor.field('info')).toHaveValue('open')
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe('---\ntitle: A title\ninfo: "open"\n---\n\nBody\n')
})

test('the source stands for the form until the form is asked back', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': whole })
  const { page } = await open(post)
  const editor = new Editor(page)
  await editor.form.getByRole('button', { name: 'Source' }).click()
  await expect(editor.text).toContainText('the one line that counts')
  await editor.pane.getByRole('button', { name: 'Form' }).click()
  await expect(editor.form).toBeVisible()
  await page.keyboard.press('ControlOrMeta+F')
  await page.getByRole('textbox', { name: 'Find' }).fill('the one line')
  await page.keyboard.press('Enter')
  await expect(editor.text).toContainText('the one line that counts')
})

test('no key in the text reaches the lines behind the form', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': whole })
  const { page } = await open(post)
  const editor = new Editor(page)
  await editor.toStart()
  await page.keyboard.press('ArrowLeft') // to the blank line between the head and the text
  for (const key of ['Backspace', 'ControlOrMeta+Backspace', 'ArrowLeft', 'Backspace', 'ControlOrMeta+B']) {
    await page.keyboard.press(key)
  }
  await editor.undo()
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(whole)
})

test('a post without front matter gets one, with the title waiting', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'bare.md': 'Just text.\n' })
  const { page } = await open(post)
  const editor = new Editor(page)
  await expect(new MainWindow(page).rows).toHaveCount(6) // so that the site's schema is known
  await editor.pane.getByRole('button', { name: 'Add front matter' }).click()
  await expect(editor.field('title')).toBeFocused()
  await page.keyboard.type('Now it has one')
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe('---\ntitle: "Now it has one"\n---\n\nJust text.\n')
})

test('the form in both themes and in a narrow window, for people to look at', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': whole })
  const { page } = await open(post, { width: 900, height: 600 })
  const editor = new Editor(page)
  const window = new MainWindow(page)
  await expect(editor.field('title')).toBeVisible()
  await window.picture('form-narrow')
  const beyond = () => editor.form.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  await expect.poll(beyond).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Choose date in a calendar' }).click()
  await window.picture('form-calendar')
  await page.keyboard.press('Escape')
  await window.run('Dark theme')
  await window.picture('form-narrow-dark')
})

test('what is typed is written when it is whole, as it was written before', async ({ folder, open }) => {
  const plain = '---\ntitle: A\ndate: 2021-08-05\nweight: 1.50\ntags: [a]\n---\n\nText\n'
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': plain })
  const { page } = await open(post)
  const editor = new Editor(page)
  const date = editor.field('date')
  await date.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await editor.save()
  expect(await readFile(post, 'utf8')).toBe(plain)
  await date.press('End')
  await page.keyboard.type('15')
  await editor.save()
  await expect.poll(() => readFile(post, 'utf8')).toBe(plain.replace('08-05', '08-15'))
  await date.fill('5 March 2026')
  await date.press('Enter')
  await expect(date).toHaveValue('2026-03-05')
  await editor.field('weight').fill('1.60')
  await page.evaluate(() => navigator.clipboard.writeText('one, two words, a'))
  await editor.form.getByRole('combobox', { name: 'tags' }).focus()
  await page.keyboard.press('ControlOrMeta+V')
  await editor.save()
  await expect
    .poll(() => readFile(post, 'utf8'))
    .toBe(
      plain.replace('2021-08-05', '2026-03-05').replace('1.50', '1.60').replace('[a]', '[a, one, two words]'),
    )
  await date.fill('')
  await date.press('Tab')
  await editor.save()
  await expect.poll(() => readFile(post, 'utf8')).not.toContain('date:')
})

test('the text does not jump when the fields of the other posts are known', async ({ folder, open }) => {
  const post = await makeNotesSite(join(folder, 'site'), { 'boat.md': '---\ntitle: "Boat"\n---\n\nText\n' })
  const { app, page } = await open(post)
  const editor = new Editor(page)
  await expect(editor.flag('isFeatured')).toBeVisible()
  const top = () =>
    editor.text
      .locator('.cm-line')
      .first()
      .evaluate((line) => line.getBoundingClientRect().top)
  const whole = await top()
  await app.evaluate(({ BrowserWindow, ipcMain }) => {
    // The library tells of the fields as well when it has read all posts.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents) {
      const send = contents.send.bind(contents)
      contents.send = (channel, ...args) => {
        if (channel !== 'siteSchemaChanged') send(channel, ...args)
      }
      ipcMain.once('test:release', () => {
        contents.send = send
      })
    }
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
      ._invokeHandlers
    const answer = handlers.get('siteSchema')
    handlers.set('siteSchema', async (...args) => {
      await new Promise<void>((done) => ipcMain.once('test:release', () => done()))
      if (answer) handlers.set('siteSchema', answer)
      return answer?.(...args)
    })
  })
  await page.reload()
  await expect(editor.form.getByRole('button', { name: 'Add field' })).toBeVisible()
  await expect(editor.flag('isFeatured')).toBeHidden()
  expect(Math.abs((await top()) - whole)).toBeLessThan(30)
  await app.evaluate(({ ipcMain }) => ipcMain.emit('test:release'))
  await expect(editor.flag('isFeatured')).toBeVisible()
  expect(await top()).toBe(whole)
})
