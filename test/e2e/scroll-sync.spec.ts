import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeBlog, writeImage } from '../support/write-blog'
import { expect, test } from './app'

const pieces = (index: number): string[] => [
  `## Section ${index}`,
  `Paragraph ${index} has enough words to run over more than one line of the page, so that lines and heights differ between both panes.`,
  `![picture ${index}](picture.png)`,
  `- item one of ${index}\n- item two\n- item three`,
  `| a | b |\n| --- | --- |\n| ${index} | two |\n| three | four |`,
  `\`\`\`js\nconst value = ${index}\n\nreturn value\n\`\`\``,
]

const body = Array.from({ length: 30 }, (_, index) => pieces(index).join('\n\n')).join('\n\n')

interface Sampled {
  readonly wanted: string
  readonly off: number
}

/** Scrolls one pane to headings throughout the post and measures by how many pixels the other one is off. */
const sample = (page: Page, leader: 'editor' | 'preview'): Promise<Sampled[]> =>
  page.evaluate(async (leads) => {
    const content = document.querySelector('.cm-content')
    const scroller = document.querySelector('.cm-scroller')
    const frame = document.querySelector('iframe')?.contentDocument
    const pageScroller = frame?.scrollingElement
    if (!content || !scroller || !frame || !pageScroller) throw new Error('No panes')
    // biome-ignore lint/suspicious/noExplicitAny: CodeMirror keeps its view on the element, without a type
    const view = (content as any).cmTile.view
    const nextFrame = () => new Promise((done) => requestAnimationFrame(done))
    /** Waits until both panes have not moved for two frames. */
    const rest = async () => {
      for (let still = 0, last = ''; still < 2; ) {
        await nextFrame()
        const now = `${scroller.scrollTop} ${pageScroller.scrollTop}`
        still = now === last ? still + 1 : 0
        last = now
      }
    }
    /** Scrolls until the target is at the top: content that becomes visible on the way changes heights. */
    const lead = async (pane: Element, offset: () => number) => {
      for (let again = 0; again < 5 && Math.abs(offset()) >= 1; again++) {
        pane.scrollTop += offset()
        await nextFrame()
      }
      await rest()
    }
    const lineTop = (number: number) =>
      view.documentTop +
      view.lineBlockAt(view.state.doc.line(number).from).top -
      scroller.getBoundingClientRect().top
    const results: Sampled[] = []
    const headings: { text: string; number: number }[] = []
    for (let number = 1; number <= view.state.doc.lines; number++) {
      const { text } = view.state.doc.line(number)
      if (/^(?:## |Paragraph )/.test(text)) headings.push({ text: text.replace('## ', ''), number })
    }
    for (let i = 0; i < 50; i++) {
      // Without the last screen, where both panes are at their end.
      const index = Math.floor((i / 50) * (headings.length - 8))
      const heading = headings[index]
      if (!heading) throw new Error('No heading')
      let found: Element | undefined
      const find = () => {
        if (found?.isConnected) return found
        const all = [...frame.querySelectorAll('#post h2, #post p')]
        found = all.find(({ textContent }) => textContent === heading.text)
        return found
      }
      if (leads === 'editor') {
        scroller.dispatchEvent(new WheelEvent('wheel'))
        await lead(scroller, () => lineTop(heading.number))
        const element = find()
        results.push({
          wanted: heading.text,
          off: (element?.getBoundingClientRect().top ?? 9999) - lineTop(heading.number),
        })
      } else {
        frame.dispatchEvent(new WheelEvent('wheel'))
        await lead(pageScroller, () => find()?.getBoundingClientRect().top ?? 9999)
        results.push({
          wanted: heading.text,
          off: lineTop(heading.number) - (find()?.getBoundingClientRect().top ?? 9999),
        })
      }
    }
    return results
  }, leader)

for (const leader of ['editor', 'preview'] as const) {
  test(`the ${leader} leads and the other pane follows within a line`, async ({ folder, open }) => {
    test.setTimeout(120_000)
    await writeBlog(folder, { 'long.md': { head: ['title: Long'], body } })
    await writeImage(folder, 'long', 'picture.png', [90, 120, 60])
    const { page } = await open(join(folder, 'posts/long.md'), { width: 1440, height: 900 })
    await expect(page.frameLocator('iframe').getByText('Section 29')).toBeAttached()
    const lineHeight = 28
    for (const round of ['while images come', 'with all images']) {
      const off = (await sample(page, leader)).filter((sampled) => Math.abs(sampled.off) > lineHeight)
      expect(off, round).toEqual([])
    }
  })
}

test('a click in the preview puts the caret there, a double click selects the word', async ({
  folder,
  open,
}) => {
  await writeBlog(folder, { 'long.md': { head: ['title: Long'], body } })
  const { page } = await open(join(folder, 'posts/long.md'))
  const selected = () =>
    page.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: CodeMirror keeps its view on the element, without a type
      const { state } = (document.querySelector('.cm-content') as any).cmTile.view
      const { from, to } = state.selection.main
      return { text: state.sliceDoc(from, to), line: state.doc.lineAt(from).text }
    })
  await page
    .frameLocator('iframe')
    .getByText('item three')
    .first()
    .dblclick({ position: { x: 50, y: 10 } })
  await expect
    .poll(selected)
    .toEqual({ line: '- item three', text: expect.stringMatching(/^(?:item|three)$/) })

  await page.getByRole('button', { name: 'Desktop' }).click() // wider than the pane, so the page is scaled down
  const beyond = () =>
    page.evaluate(() => {
      const frame = document.querySelector('iframe')
      if (!frame) throw new Error('No preview')
      return frame.getBoundingClientRect().right - window.innerWidth
    })
  await expect.poll(beyond).toBeLessThanOrEqual(0)
  await page
    .frameLocator('iframe')
    .getByText('Section 1', { exact: true })
    .dblclick({ position: { x: 12, y: 10 } })
  await expect.poll(selected).toEqual({ line: '## Section 1', text: 'Section' })
  await page.getByRole('button', { name: 'Fit' }).click() // the next test of this app expects it
})
