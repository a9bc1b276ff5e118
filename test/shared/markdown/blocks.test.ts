import { expect, test } from 'vitest'
import { BlockRenderer } from '../../../shared/markdown/blocks'
import { featuresOf, type MarkdownPreset } from '../../../shared/markdown/features'
import type { MarkdownOptions } from '../../../shared/markdown/options'
import { renderPost } from '../../../shared/markdown/render-post'
import { applyTextChanges } from '../../../shared/text-change'
import { randomEdit, randomFrom, randomPost } from '../../support/random-post'

const optionsOf = (preset: MarkdownPreset): MarkdownOptions => ({
  features: featuresOf(preset),
  assetUrl: (reference) => `asset://site/post.md?ref=${encodeURIComponent(reference)}`,
  remoteImages: 'hold',
  sourceMap: true,
  highlight: (code) => ({ html: code.replaceAll('<', '&lt;').toUpperCase(), final: true }),
  math: (tex, display) => `<span class="katex">${display ? 'D' : 'I'}${tex.length}</span>`,
})

const presets: readonly MarkdownPreset[] = [
  'everything',
  'github',
  'kramdown',
  'goldmark',
  'astro',
  'commonmark',
]
const edits = 20_000
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)

test(`${edits} random edits give what a full render gives (SEED=${seed})`, { timeout: 600_000 }, () => {
  const random = randomFrom(seed)
  let done = 0
  while (done < edits) {
    const preset = presets[Math.floor(random() * presets.length)] ?? 'everything'
    const options = optionsOf(preset)
    const renderer = new BlockRenderer(options)
    let text = randomPost(random, Math.floor(random() * 14))
    renderer.load(text)
    renderer.renderAll()
    for (let i = 0; i < 40; i++, done++) {
      const before = text
      const change = randomEdit(random, text)
      text = applyTextChanges(text, [change]).replaceAll('\0', '\ufffd')
      renderer.update([change])
      const full = renderPost(text, options)
      const page = renderer.page()
      if (page.html !== full.html || JSON.stringify(page.headings) !== JSON.stringify(full.headings)) {
        expect({ seed, preset, before, change, html: page.html, headings: page.headings }).toEqual({
          seed,
          preset,
          before,
          change,
          html: full.html,
          headings: full.headings,
        })
      }
    }
  }
  expect(done).toBeGreaterThanOrEqual(edits)
})
