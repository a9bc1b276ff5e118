import { expect, test } from 'vitest'
import type { MarkdownPreset } from '../../../../shared/markdown/options/features'
import type { MarkdownOptions } from '../../../../shared/markdown/options/options'
import { featuresOf } from '../../../../shared/markdown/options/presets'
import { BlockRenderer } from '../../../../shared/markdown/page/blocks'
import { ParagraphRenderer } from '../../../../shared/markdown/page/paragraph-renderer'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { seed } from '../../../support/properties'
import { randomFrom, randomPost } from '../../../support/random-post'

const optionsOf = (preset: MarkdownPreset): MarkdownOptions => ({
  features: featuresOf(preset),
  assetUrl: (reference) => `asset://site/post.md?ref=${encodeURIComponent(reference)}`,
  remoteImages: 'hold',
  sourceMap: true,
  highlight: (code) => ({ html: code.replaceAll('<', '&lt;').toUpperCase(), final: true }),
  math: (tex, display) => `<span class="katex">${display ? 'D' : 'I'}${tex.length}</span>`,
})

const presets: readonly MarkdownPreset[] = ['everything', 'github', 'kramdown', 'goldmark', 'commonmark']
const typed = 'abc xyz*_`~[](){}<>!#|:-+=^$&\\"\'.1@/%'
const prose = [
  'Plain words of a *paragraph* with `code`.',
  'Two lines of one\nparagraph, see [here](https://example.com/a).',
  'Words, https://example.com and an ![image](a.png) :smile:',
  '**Bold** and a | b',
  '[A link](https://example.com) first, then [brackets] and ![an image](b.png)',
]
const edits = 2_000

test('a paragraph that something far below could make another block of is not drawn alone', () => {
  const kramdown = new ParagraphRenderer(optionsOf('kramdown'))
  expect(kramdown.draw('```never')).toBeNull()
  expect(kramdown.draw('Word\n```never')).toBeNull()
  expect(kramdown.draw('```never closed')).not.toBeNull()
})

test(`a paragraph drawn alone is that of its page (SEED=${seed})`, { timeout: 300_000 }, () => {
  const random = randomFrom(seed)
  const below = (count: number) => Math.floor(random() * count)
  let drawn = 0
  for (let done = 0; done < edits; done++) {
    const preset = presets[below(presets.length)] ?? 'everything'
    const options = optionsOf(preset)
    const pieces = [
      randomPost(random, below(5)),
      prose[below(prose.length)] ?? '',
      randomPost(random, below(5)),
    ]
    const text = pieces.join('\n\n')
    const renderer = new BlockRenderer(options)
    renderer.load(text)
    const before = renderer.renderAll()
    const lone = new Set(before.drawn.filter((block) => block.lone).map(({ key }) => key))
    const lines = text.split('\n')
    const isBlank = (line: number) => (lines[line] ?? '').trim() === ''
    const free = renderer.blocks().filter((b) => lone.has(b.key) && isBlank(b.line - 1) && isBlank(b.endLine))
    const block = free[below(free.length)]
    if (!block || before.abbreviates) continue
    const from = lines.slice(0, block.line).join('\n').length + (block.line > 0 ? 1 : 0)
    const source = lines.slice(block.line, block.endLine).join('\n')
    const at = below(source.length + 1)
    const goes = random() < 0.2 && source[at] !== '\n' && at < source.length ? 1 : 0
    const insert = goes ? '' : (typed[below(typed.length)] ?? '')
    const change = { from: from + at, to: from + at + goes, insert }
    const after = source.slice(0, at) + insert + source.slice(at + goes)
    const html = new ParagraphRenderer(options).draw(after)
    if (html === null) continue
    drawn++
    renderer.update([change])
    const now = renderer.blocks().find(({ line }) => line === block.line)
    if (now?.html !== html) {
      expect({ seed, preset, text, change, html, page: applyTextChanges(text, [change]) }).toEqual(now?.html)
    }
  }
  expect(drawn).toBeGreaterThan(edits / 10)
})
