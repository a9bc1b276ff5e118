import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { makePng } from '../support/make-png'
import { expect, resize, test } from './app'
import { Editor } from './pages/editor'
import { MainWindow } from './pages/main-window'

const words =
  'The ship was seen by the the keeper, and the wrod of it went along the quay until everybody who had ever tied a rope to a ring knew that it would be in before the evening, with all of the crew and none of the cargo.'
const post = `---
title: "A day"
date: 2026-10-15
image: /pic.png
lang: en
---

# A heading

${words}

A [link](https://example.org/a "T") with **bold**, _italic_, ~~struck~~ and \`code\`[^1].

![A picture](/pic.png)

- [x] done
- [ ] open

> A quote.

| A | B |
| - | - |
| 1 | 2 |

\`\`\`js
const tide = "high" // a comment
\`\`\`

{{< card title="One" tone=calm >}}

[^1]: A note.
`

/** What axe finds in the window in both color schemes, with the elements concerned. */
const found = async (page: Page, state: string): Promise<string[]> => {
  const all: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await page.evaluate(() => {
      const { axe } = globalThis as unknown as {
        axe: { run: (where: Document, options: RunOptions) => Promise<AxeResults> }
      }
      return axe.run(document, {
        resultTypes: ['violations'],
        // Lists and menus at the caret stand in no landmark, and full screen shows the text alone, without its title.
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      })
    })
    for (const { id, nodes } of violations) {
      if (id === 'scrollable-region-focusable' && state.endsWith('slash')) continue // its arrow keys scroll it
      all.push(
        ...nodes.map(
          ({ html, any }) =>
            `${state}, ${colorScheme}: ${id} at ${html.slice(0, 200)} ${any[0]?.message ?? ''}`,
        ),
      )
    }
  }
  return all
}

test('axe finds nothing in what a writer opens while writing', async ({ folder, open }) => {
  test.slow() // about sixteen states, each checked twice
  const files = {
    'hugo.toml': 'title = "T"\n',
    'layouts/shortcodes/card.html': '{{ .Get "title" }}{{ if eq (.Get "tone") "calm" }}{{ end }}',
    'static/pic.png': makePng(600, 300, [90, 120, 180]),
    'content/posts/a.md': post,
    'content/posts/b.md': '---\ntitle: Other\n---\n\nWords.\n',
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  const running = await open(join(folder, 'content/posts/a.md'), undefined, {
    styleHints: true,
    snippets: { greeting: 'Dear reader,' },
  })
  const { page } = running
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const editor = new Editor(page)
  const main = new MainWindow(page)
  const { keyboard } = page
  const problems: string[] = []
  const look = async (state: string) => problems.push(...(await found(page, state)))
  const toWord = async (text: string) => {
    await editor.text.locator('.cm-line', { hasText: text }).first().click()
    await keyboard.press('Home')
  }
  const toCell = async () => {
    const cell = editor.text.locator('.cm-line, .live-cell').filter({ hasText: /^(?:1|\| 1 \| 2 \|)$/ })
    await cell.first().click()
  }

  for (const layout of ['Write', 'Split', 'Live']) {
    await main.run(`View: ${layout}`)
    await editor.toStart()
    await expect(editor.text.locator('.cm-misspelled').first()).toBeVisible()
    await expect(editor.text.locator('.cm-style-hint').first()).toBeVisible()
    await look(layout)

    await keyboard.press('F7')
    await expect(page.getByRole('menu', { name: /^Spelling of/ })).toBeVisible()
    await look(`${layout}, spelling`)
    await keyboard.press('Escape')

    await editor.text.locator('.cm-line', { hasText: 'bold' }).click({ position: { x: 32, y: 10 } })
    await keyboard.press('ControlOrMeta+K')
    await expect(page.getByRole('form', { name: 'Link' })).toBeVisible()
    await look(`${layout}, link`)
    await keyboard.press('Escape')

    await toCell()
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    await expect(page.getByRole('menuitem', { name: 'Move row up' })).toBeVisible()
    await look(`${layout}, table`)
    await keyboard.press('Escape')

    await editor.toEnd()
    await keyboard.press('Enter')
    await keyboard.type('/')
    await expect(page.locator('.cm-tooltip-autocomplete')).toBeVisible()
    await look(`${layout}, slash`)
    await keyboard.press('Escape')
    await editor.undo()

    await main.run('Focus mode')
    await look(`${layout}, focus`)
    await main.run('Focus mode')
    await main.run('Focus mode')
  }
  await main.run('View: Write')
  await toWord('card')
  await keyboard.press('ControlOrMeta+Shift+A')
  await expect(page.getByRole('form', { name: 'Fields of card' })).toBeVisible()
  await look('shortcode')
  await keyboard.press('Escape')
  await keyboard.press('ControlOrMeta+H')
  await look('find and replace')
  await keyboard.press('Escape')
  await main.run('Full screen, text only')
  await look('full screen')
  await main.run('Full screen, text only')
  await main.run('Word count and goals')
  await look('words')
  await keyboard.press('Escape')
  await main.run('Settings')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await look('settings')
  await keyboard.press('Escape')
  await editor.toEnd()
  await keyboard.press('ControlOrMeta+K')
  await expect(page.getByRole('form', { name: 'Link' })).toBeVisible()
  await look('new link')
  await keyboard.press('Escape')
  await resize(running, { width: 700, height: 700 })
  await look('narrow')
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
  )
  await look('narrow, twice as large')
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1),
  )
  expect(problems).toEqual([])
})
