import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeBlog, writeImage } from '../support/write-blog'
import { expect, test } from './app'
import { Editor } from './pages/editor'
import { MainWindow } from './pages/main-window'

const body = `# Heading one

First paragraph with *emphasis* and :smile: and a note[^1].

- [ ] write
- [x] read

<details>
<summary>More</summary>

Hidden **text**

</details>

\`\`\`js
const answer = 42 // why
\`\`\`

\`\`\`mermaid
graph TD; Start-->End
\`\`\`

![here](here.png)

![not here](gone.png)

![remote](https://images.example/x.png)

[out](https://example.com/page) [in](#heading-one) [dead](ms-msdt:/id)

{{< youtube abc >}}

Last paragraph.

[^1]: The note.`

const head = ['title: A post', "date: '2024-02-10'", 'info: Short', 'isFeatured: true', 'tags: [one, two]']

/** The frame runs no scripts, so the window reads it. */
const inFrame = <T>(page: Page, ask: (frame: Document) => T): Promise<T> =>
  page.evaluate(`(${ask})(document.querySelector('iframe').contentDocument)`)

test('the page looks as the site will show it', async ({ folder, open }) => {
  await writeBlog(folder, { 'a-post.md': { head, body } })
  await writeImage(folder, 'a-post', 'here.png', [200, 80, 40])
  const { page } = await open(join(folder, 'posts/a-post.md'))
  const frame = page.frameLocator('iframe')

  await expect(frame.locator('.page-title')).toHaveText('A post')
  await expect(frame.locator('.page-meta')).toHaveText('10 February 2024 · 1 min read · ★ Featured')
  await expect(frame.locator('.page-tags li')).toHaveText(['#one', '#two'])
  await expect(frame.locator('#heading-one')).toHaveText('Heading one')
  await expect(frame.locator('#post p').first()).toContainText('😄')
  await expect(frame.locator('.footnotes li')).toContainText('The note.')
  await expect(frame.locator('.tok-keyword').first()).toHaveText('const')
  await expect(frame.locator('.tok-comment')).toContainText('why')
  await expect(frame.locator('.mermaid-diagram img')).toHaveCount(1, { timeout: 20_000 })
  await expect(frame.locator('img[alt="here"]')).toHaveCount(1)
  await expect(frame.locator('.image-missing')).toHaveText('Image not found: gone.png (not here)')
  await expect(frame.locator('.image-held')).toContainText('images.example')
  await expect(frame.getByText('{{< youtube abc >}}')).toBeVisible() // this site has no shortcodes
  await expect(frame.locator('.dead-link')).toHaveText('dead')
  await new MainWindow(page).picture('preview-page')

  const content = page.getByRole('group', { name: 'Preview content' })
  await content.getByRole('button', { name: 'Card' }).click()
  await expect(page.getByRole('heading', { name: 'In the list of posts' })).toBeVisible()
  await new MainWindow(page).picture('preview-card')
  await content.getByRole('button', { name: 'Page' }).click() // the next test of this app expects it
})

test('a tick changes the source by one character, and undo takes it back', async ({ folder, open }) => {
  await writeBlog(folder, { 'a-post.md': { head, body } })
  const { page } = await open(join(folder, 'posts/a-post.md'))
  const editor = new Editor(page)
  const boxes = page.frameLocator('iframe').locator('.task-list-item-checkbox')
  await boxes.first().click()
  await expect(boxes.first()).toBeChecked()
  await expect(editor.text).toContainText('- [x] write')
  await boxes.nth(1).click()
  await expect(boxes.nth(1)).not.toBeChecked()
  await expect(editor.text).toContainText('- [ ] read')
  await editor.focusText()
  await editor.undo()
  await expect(boxes.nth(1)).toBeChecked()
})

test('typing keeps images, open details and the selection', async ({ folder, open }) => {
  await writeBlog(folder, { 'a-post.md': { head, body } })
  await writeImage(folder, 'a-post', 'here.png', [200, 80, 40])
  const { page } = await open(join(folder, 'posts/a-post.md'))
  const frame = page.frameLocator('iframe')
  await frame.locator('summary').click()
  await expect(frame.getByText('Hidden text')).toBeVisible()
  await expect(frame.locator('img[alt="here"]')).toHaveCount(1)
  await inFrame(page, (document) => {
    Object.assign(document.querySelector('img[alt="here"]') ?? {}, { kept: true })
    const words = document.querySelector('#post p')?.firstChild
    if (words) document.getSelection()?.setBaseAndExtent(words, 0, words, 5)
  })
  const editor = new Editor(page)
  await editor.toEnd()
  await page.keyboard.type('\n\nTyped at the end.')
  await expect(frame.getByText('Typed at the end.')).toBeVisible()
  const kept = await inFrame(page, (document) => ({
    image: 'kept' in (document.querySelector('img[alt="here"]') ?? {}),
    open: document.querySelector('details')?.open,
    selected: document.getSelection()?.toString(),
  }))
  expect(kept).toEqual({ image: true, open: true, selected: 'First' })
})

test('links open outside after a check, anchors scroll, nothing navigates', async ({ folder, open }) => {
  await writeBlog(folder, { 'a-post.md': { head, body } })
  const { app, page } = await open(join(folder, 'posts/a-post.md'))
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url: string) => {
      opened.push(url)
    }
  })
  const frame = page.frameLocator('iframe')
  await frame.getByText('out', { exact: true }).click()
  await frame.getByText('dead', { exact: true }).click()
  await frame.getByText('in', { exact: true }).click()
  await expect
    .poll(() => app.evaluate(() => (globalThis as typeof globalThis & { opened: string[] }).opened))
    .toEqual(['https://example.com/page'])
  expect(await inFrame(page, (document) => document.location.pathname)).toBe('/preview/preview.html')
})

test('remote images load only after the writer allows them for this site', async ({ folder, launch }) => {
  await writeBlog(folder, { 'a-post.md': { head, body } })
  const mayRequest = /^https:\/\/images\.example\//
  const { page } = await launch({ open: join(folder, 'posts/a-post.md'), mayRequest })
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('.image-held')).toHaveCount(1)
  await page.getByRole('button', { name: /^Load images for/ }).click()
  await expect(frame.locator('.image-held')).toHaveCount(0)
  await expect(frame.getByText('Last paragraph.')).toBeAttached()
})

test('a long post shows its start at once and all of it soon', async ({ folder, open }) => {
  const paragraphs = Array.from({ length: 4000 }, (_, index) => `Paragraph ${index} with a few words in it.`)
  await writeBlog(folder, { 'long.md': { head, body: paragraphs.join('\n\n') } })
  const { page } = await open(join(folder, 'posts/long.md'))
  const frame = page.frameLocator('iframe')
  await expect(frame.getByText('Paragraph 0 with')).toBeVisible()
  await expect(frame.getByText('Paragraph 3999 with')).toBeAttached()
  const sections = await inFrame(page, (document) => document.querySelectorAll('page-section').length)
  expect(sections).toBeGreaterThan(100)
  // With everything drawn, the paragraphs have the same distances as in the export, however the page is divided.
  const gaps = await inFrame(page, (document) => {
    const all = document.createElement('style')
    all.textContent =
      '#post :is(page-part, page-section) { content-visibility: visible; contain: layout style paint }'
    document.head.append(all)
    const boxes = [...document.querySelectorAll('#post p')].map((p) => p.getBoundingClientRect())
    const between = boxes.slice(1).map(({ top }, index) => top - (boxes[index]?.bottom ?? 0))
    return { count: between.length, least: Math.min(...between), most: Math.max(...between) }
  })
  expect(gaps.count).toBe(3999)
  expect(gaps.most - gaps.least).toBeLessThan(0.5)
  expect(gaps.least).toBeGreaterThan(8)
})
