import { expect, test } from 'vitest'
import { type MarkdownFeatures, markdownPreset } from '../../../../shared/markdown/options/features'
import type { MarkdownOptions } from '../../../../shared/markdown/options/options'
import { featuresOf } from '../../../../shared/markdown/options/presets'
import { BlockRenderer } from '../../../../shared/markdown/page/blocks'
import type { RenderedPost } from '../../../../shared/markdown/page/page'
import { renderPost } from '../../../../shared/markdown/page/render-post'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { seed } from '../../../support/properties'
import { pick, randomEdit, randomFrom, randomPost } from '../../../support/random-post'

const optionsOf = (features: MarkdownFeatures): MarkdownOptions => ({
  features,
  assetUrl: (reference) => `asset://site/post.md?ref=${encodeURIComponent(reference)}`,
  remoteImages: 'hold',
  sourceMap: true,
  highlight: (code) => ({ html: code.replaceAll('<', '&lt;').toUpperCase(), final: true }),
  math: (tex, display) => `<span class="katex">${display ? 'D' : 'I'}${tex.length}</span>`,
})

/** All presets, and combinations that no preset has. */
const choices: Readonly<Record<string, MarkdownFeatures>> = {
  ...Object.fromEntries(markdownPreset.options.map((preset) => [preset, featuresOf(preset)])),
  typographic: featuresOf('everything', { typography: true, attributes: 'kramdown', rawHtml: 'omit' }),
  paired: featuresOf('goldmark', {
    shortcodes: { notice: '<div>{{ inner | markdown }}</div>', x: '<i>{{ inner }}</i>' },
  }),
  includes: featuresOf('kramdown', { figureIncludes: ['figure'] }),
  escaped: featuresOf('everything', { typography: true, rawHtml: 'escape', dialects: ['more'] }),
}
const edits = 20_000

/** A full render with a reused renderer: building the parser takes longer than parsing a short post. */
const fullRender = (renderer: BlockRenderer, text: string): RenderedPost => {
  renderer.load(text)
  renderer.renderAll()
  return renderer.page()
}

/** The order in which images and links were found does not matter. */
const comparable = (page: RenderedPost) => ({
  ...page,
  images: [...page.images].sort(),
  links: [...page.links].sort(),
})

test(`${edits} random edits give what a full render gives (SEED=${seed})`, { timeout: 600_000 }, () => {
  const random = randomFrom(seed)
  const all = Object.entries(choices).map(([preset, features]) => {
    const options = optionsOf(features)
    return { preset, options, renderer: new BlockRenderer(options), whole: new BlockRenderer(options) }
  })
  let done = 0
  while (done < edits) {
    const { preset, options, renderer, whole } = pick(random, all)
    let text = randomPost(random, Math.floor(random() * 14))
    renderer.load(text)
    renderer.renderAll()
    for (let i = 0; i < 40; i++, done++) {
      const before = text
      const change = randomEdit(random, text)
      text = applyTextChanges(text, [change]).replaceAll('\0', '\ufffd')
      renderer.update([change])
      const full = comparable(fullRender(whole, text))
      const page = comparable(renderer.page())
      if (JSON.stringify(page) !== JSON.stringify(full))
        expect({ seed, preset, before, change, page }).toEqual({ seed, preset, before, change, page: full })
    }
    expect(comparable(renderPost(text, options))).toEqual(comparable(renderer.page()))
  }
  expect(done).toBeGreaterThanOrEqual(edits)
})

test('a table of kramdown is none when a line without a blank one comes behind it', () => {
  const options = optionsOf(featuresOf('kramdown'))
  const renderer = new BlockRenderer(options)
  renderer.load('a | b\nc | d\n\nText\n')
  renderer.renderAll()
  expect(renderer.page().html).toContain('<table>')
  renderer.update([{ from: 12, to: 12, insert: '# Heading\n' }])
  expect(renderer.page().html).toBe(renderPost('a | b\nc | d\n# Heading\n\nText\n', options).html)
  expect(renderer.page().html).not.toContain('<table>')
})

test('a fence of kramdown is one as soon as it is closed, however far below', () => {
  const options = optionsOf(featuresOf('kramdown'))
  const renderer = new BlockRenderer(options)
  const text = `\`\`\`js\n${'word\n\n'.repeat(300)}`
  renderer.load(text)
  renderer.renderAll()
  expect(renderer.page().html).not.toContain('<pre>')
  renderer.update([{ from: text.length, to: text.length, insert: '```\n' }])
  expect(renderer.page().html).toContain('<pre>')
})

test.each([
  ['{\n<o1. none\nwo\n: three\nfour\n', '', '\n'],
  [`<!-- b\n\n${'word\n\n'.repeat(50)}`, '', '-->'],
  ['a\n<div x="1\nb', '\nc', '\n">c</div>'],
])('kramdown: a tag or comment that is not whole begins no HTML: %j', (text, ending, other) => {
  const options = optionsOf(featuresOf('kramdown'))
  const [page, otherPage] = [text + ending, text + other].map((whole) => renderPost(whole, options).html)
  const renderer = new BlockRenderer(options)
  renderer.load(text + ending)
  renderer.renderAll()
  renderer.update([{ from: text.length, to: text.length + ending.length, insert: other }])
  expect(renderer.page().html).toBe(otherPage)
  renderer.update([{ from: text.length, to: text.length + other.length, insert: ending }])
  expect(renderer.page().html).toBe(page)
})

// Text after a blank line that looks like the end of a tag.
test.each([
  ['marked', '{% codeblock a\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n\n', 'h %}'],
  ['kramdown', '{% highlight a\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n\n', 'h %}'],
  ['markdown-it', '[a]: /b{% c "Title"\n\n[a]\n\n', 'd %}'],
  ['marked', 'a{% b\n\n[c]:\n- d\n\n', '{% e %}'],
] as const)('%s: a tag ends before a blank line: %j', (preset, text, added) => {
  const options = optionsOf(featuresOf(preset))
  const renderer = new BlockRenderer(options)
  renderer.load(text)
  renderer.renderAll()
  const before = renderer.page().html
  renderer.update([{ from: text.length, to: text.length, insert: added }])
  expect(renderer.page().html).toBe(renderPost(text + added, options).html)
  renderer.update([{ from: text.length, to: text.length + added.length, insert: '' }])
  expect(renderer.page().html).toBe(before)
})

// The expression and the tag end where they did before, but following text makes them parts of a paragraph.
test.each([
  ['mdx', '{`\n% x %}\n# Heading\na', '`'],
  ['mdx', '{```\n% raw %}\n<h6>\na', '```'],
  ['mdx', '<Box a={`\n}>\n# Heading\na', '`'],
  ['docusaurus', '- one\n\n  {`\n  % x %}\n# Heading\na', '`'],
] as const)('%s: lines right behind a block decide what it is: %j', (preset, text, mark) => {
  const options = optionsOf(featuresOf(preset))
  const renderer = new BlockRenderer(options)
  const [without, withMark] = [`${text}\n`, `${text}${mark}\n`].map((page) => renderPost(page, options).html)
  expect(without?.split('<h')[0]).not.toBe(withMark?.split('<h')[0])
  renderer.load(`${text}\n`)
  renderer.renderAll()
  renderer.update([{ from: text.length, to: text.length, insert: mark }])
  expect(renderer.page().html).toBe(withMark)
  renderer.update([{ from: text.length, to: text.length + mark.length, insert: '' }])
  expect(renderer.page().html).toBe(without)
})
