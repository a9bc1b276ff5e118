import { expect, test } from 'vitest'
import { codeName } from '../../../shared/markdown/code/code-text'
import { BlockRenderer } from '../../../shared/markdown/page/blocks'
import type { PagePatch } from '../../../shared/markdown/page/page'
import { renderPost } from '../../../shared/markdown/page/render-post'
import { applyTextChanges } from '../../../shared/text/text-change'
import { markdownOptions } from '../../support/markdown-options'
import { seed } from '../../support/properties'
import { randomEdit, randomFrom, randomPost } from '../../support/random-post'

interface Shown {
  readonly key: number
  line: number
  endLine: number
  html: string
}

/** A page that receives only the patches, as the frame does. */
const emptyPage = () => {
  const blocks: Shown[] = []
  let footnotes = ''
  return {
    apply: (patch: PagePatch) => {
      for (const { at, removed, inserted, shift } of patch.splices) {
        for (const block of blocks.slice(at + removed)) {
          block.line += shift
          block.endLine += shift
        }
        blocks.splice(at, removed, ...inserted.map((block) => ({ ...block, html: '' })))
      }
      for (const { key, html } of patch.drawn) {
        const block = blocks.find((shown) => shown.key === key)
        if (block) block.html = html
      }
      footnotes = patch.footnotes ?? footnotes
    },
    html: () => blocks.map(({ html }) => html).join('') + footnotes,
    lines: () => blocks.map(({ line, endLine }) => [line, endLine]),
  }
}

const once = () => true
const options = { ...markdownOptions(), sourceMap: true }

test(`patches in slices, with edits between them, lead to the full page (SEED=${seed})`, () => {
  const random = randomFrom(seed)
  for (let round = 0; round < 60; round++) {
    let text = randomPost(random, 30)
    const renderer = new BlockRenderer(options)
    const page = emptyPage()
    renderer.load(text)
    for (let i = 0; i < 12; i++) {
      page.apply(renderer.renderMore(once))
      const first = randomEdit(random, text)
      const second = { from: text.length, to: text.length, insert: random() < 0.5 ? '\n\nend' : '' }
      const changes = first.to < text.length ? [first, second] : [first]
      text = applyTextChanges(text, changes).replaceAll('\0', '\ufffd')
      page.apply(renderer.update(changes, once))
    }
    while (!renderer.finished) page.apply(renderer.renderMore(once))
    expect({ text, html: page.html() }).toEqual({ text, html: renderPost(text, options).html })
    expect(page.lines()).toEqual(renderer.blocks().map(({ line, endLine }) => [line, endLine]))
  }
})

test('a long page begins with what the first screens show, and no place of a block behind them', () => {
  const renderer = new BlockRenderer(options)
  renderer.load('A paragraph.\n\n'.repeat(1_000))
  let drawn = 0
  const { splices } = renderer.renderMore(() => ++drawn > 40)
  const inserted = splices.reduce((sum, splice) => sum + splice.inserted.length, 0)
  expect(inserted).toBeGreaterThanOrEqual(40)
  expect(inserted).toBeLessThan(100)
})

test('many changes at once are taken as one', () => {
  const text = 'a word\n\n'.repeat(100)
  const renderer = new BlockRenderer(options)
  renderer.load(text)
  renderer.renderAll()
  const changes = Array.from({ length: 100 }, (_, index) => ({
    from: index * 8,
    to: index * 8 + 1,
    insert: '*the*',
  }))
  renderer.update(changes)
  expect(renderer.page().html).toBe(renderPost(applyTextChanges(text, changes), options).html)
})

test('a key in a long post touches one block', () => {
  const text = Array.from({ length: 2000 }, (_, index) => `Paragraph ${index}.`).join('\n\n')
  const renderer = new BlockRenderer(options)
  renderer.load(text)
  renderer.renderAll()
  const at = text.indexOf('Paragraph 1000.')
  const patch = renderer.update([{ from: at, to: at, insert: 'x' }])
  expect(patch.splices).toHaveLength(1)
  expect(patch.splices[0]).toMatchObject({ at: 1000, removed: 1, shift: 0 })
  expect(patch.drawn.map(({ html }) => html)).toEqual(['<p>xParagraph 1000.</p>\n'])
})

test('a changed definition draws again only who asks for it', () => {
  const text = '[a]\n\n[b]\n\n[a]: /one\n\n[b]: /two\n'
  const renderer = new BlockRenderer(options)
  renderer.load(text)
  renderer.renderAll()
  const at = text.indexOf('/one')
  const patch = renderer.update([{ from: at, to: at + 4, insert: '/three' }])
  expect(patch.drawn.map(({ html }) => html).filter(Boolean)).toEqual(['<p><a href="/three">a</a></p>\n'])
})

test('a block that took too long before stands as source', () => {
  const renderer = new BlockRenderer(options, new Set(['**slow**']))
  renderer.load('before\n\n**slow**\nmore\n\nafter')
  renderer.renderAll()
  expect(renderer.page().html).toBe(
    '<p>before</p>\n<pre class="shown-as-source"><code>**slow**\nmore</code></pre>\n<p>after</p>\n',
  )
})

test('of the code that waits for its colours, only what came is drawn again', () => {
  const coloured = new Set<string>()
  const renderer = new BlockRenderer({
    ...options,
    highlight: (code) =>
      coloured.has(code) ? { html: `<b>${code}</b>`, final: true } : { html: code, final: false },
  })
  renderer.load(Array.from({ length: 20 }, (_, index) => `\`\`\`js\ncode ${index}\n\`\`\`\n`).join('\n'))
  renderer.renderAll()
  coloured.add('code 3\n').add('code 4\n')
  const { drawn } = renderer.redrawWaiting(() => false, new Set([codeName('code 3\n', 'js')]))
  expect(drawn.map(({ html }) => html)).toEqual([expect.stringContaining('<b>code 3')])
  expect(renderer.waits).toBe(true)
  expect(renderer.redrawWaiting().drawn).toHaveLength(19)
})
