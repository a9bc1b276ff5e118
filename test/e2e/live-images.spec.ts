import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { makePng } from '../support/make-png'
import { makeNotesSite } from '../support/notes-site'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { MainWindow } from './pages/main-window'

const head = '---\ntitle: "Live"\n---\n\n'

/** The position of each line in pixels below the first one, because the form above may still change its height. */
const tops = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const lines = [...document.querySelectorAll('.cm-content .cm-line')]
    const all = lines.map((line) => line.getBoundingClientRect().top)
    return all.map((top) => top - (all[0] ?? 0))
  })

test('an image alone on its line stands there without words, its source comes over it, and nothing moves as it loads', async ({
  folder,
  launch,
}) => {
  const text = `${head}Above.\n\n![A picture](pic.png)\n\n- in a list\n- ![Small](small.png)\n\nBelow **it**.\n`
  const pictures = {
    'pic.png': makePng(600, 300, [90, 120, 180]),
    'small.png': makePng(60, 40, [180, 120, 90]),
  }
  const file = await makeNotesSite(join(folder, 'site'), {
    'first.md': '---\ntitle: "First"\n---\n',
    'live.md': text,
    ...pictures,
  })
  const { app, page } = await launch({ open: file, size: { width: 1440, height: 900 } })
  const main = new MainWindow(page)
  await main.run('Live')
  const images = page.locator('.live-figure img')
  // The test determines when the files are served.
  const base64 = Object.entries(pictures).map(([name, bytes]) => [
    name,
    Buffer.from(bytes).toString('base64'),
  ])
  await app.evaluate(({ protocol }, files) => {
    const held: (() => void)[] = []
    Object.assign(globalThis, {
      letImagesCome: () => {
        for (const release of held) release()
      },
    })
    protocol.unhandle('asset')
    protocol.handle('asset', async (request) => {
      const found = files.find(([name]) => request.url.includes(name ?? ''))
      if (found) await new Promise<void>((release) => held.push(release))
      return new Response(Buffer.from(found?.[1] ?? '', 'base64'), {
        headers: { 'content-type': 'image/png' },
      })
    })
  }, base64)
  await page.reload() // a page uses the handlers from when it was loaded
  await main.open('Live')
  const editor = new Editor(page)
  await expect(images).toHaveCount(2)
  await expect(page.locator('.live-image-waiting')).toHaveCount(0)
  const loading = await tops(page)
  const isLoaded = () =>
    images.evaluateAll((all) => all.every((image) => (image as HTMLImageElement).complete))
  expect(await isLoaded()).toBe(false)
  await app.evaluate(() => (globalThis as unknown as { letImagesCome: () => void }).letImagesCome())
  await expect.poll(isLoaded).toBe(true)
  expect(await tops(page)).toEqual(loading)

  await expect(images.first()).toHaveAttribute('alt', 'A picture')
  await expect(editor.text).not.toContainText('A picture')
  const line = editor.text.locator('.cm-line:has(.live-figure)').first()
  const box = await line.boundingBox()
  expect(box?.height).toBeLessThan(330) // the image and a few pixels, but no line of text
  await images.first().click()
  await expect(line).toContainText('![A picture](pic.png)')
  expect(await tops(page)).toEqual(loading)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('?')
  await expect(line).toContainText('pic.png?)')
  await editor.undo()
  await editor.toEnd()
  await expect(editor.text).not.toContainText('A picture')
  expect(await tops(page)).toEqual(loading)
})

test('an image is dragged to the words or the image where it should be', async ({ folder, launch }) => {
  const text = `${head}First words.\n\n![One](one.png)\n\nMore words.\n\n![Two](two.png)\n\nLast words.\n`
  const file = await makeNotesSite(join(folder, 'site'), {
    'live.md': text,
    'one.png': makePng(200, 60, [90, 120, 180]),
    'two.png': makePng(200, 60, [180, 120, 90]),
  })
  const { page } = await launch({ open: file, size: { width: 1440, height: 900 } })
  const main = new MainWindow(page)
  await main.run('Live')
  const images = page.locator('.live-figure img')
  await expect(images).toHaveCount(2)
  const shown = () =>
    page.evaluate(() => {
      const content = document.querySelector<Element & { cmTile?: { view: { state: { doc: unknown } } } }>(
        '.cm-content',
      )
      return String(content?.cmTile?.view.state.doc)
    })
  const placeOf = async (what: Locator, part: number) => {
    const { x, y, height } = (await what.boundingBox()) ?? { x: 0, y: 0, height: 0 }
    return [x + 60, y + height * part] as const
  }
  const drag = async (what: Locator, to: Locator, part: number) => {
    await page.mouse.move(...(await placeOf(what, 0.5)))
    await page.mouse.down()
    await page.mouse.move(...(await placeOf(to, part)), { steps: 6 })
    await page.mouse.up()
  }
  const line = (words: string) => page.locator('.cm-line', { hasText: words })
  await drag(images.first(), line('Last words.'), 0.9)
  await expect
    .poll(shown)
    .toBe(`${head}First words.\n\nMore words.\n\n![Two](two.png)\n\nLast words.\n\n![One](one.png)\n`)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(shown).toBe(text)
  await drag(images.last(), line('First words.'), 0.1)
  await expect
    .poll(shown)
    .toBe(`${head}![Two](two.png)\n\nFirst words.\n\n![One](one.png)\n\nMore words.\n\nLast words.\n`)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(shown).toBe(text)
  await drag(images.last(), images.first(), 0.2)
  await expect
    .poll(shown)
    .toBe(`${head}First words.\n\n![Two](two.png)\n\n![One](one.png)\n\nMore words.\n\nLast words.\n`)
})
