import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { featuresOf } from '../../../shared/markdown/options/presets'
import { renderPost } from '../../../shared/markdown/page/render-post'

interface Example {
  readonly extension: string
  readonly markdown: string
  readonly html: string
}

const file = resolve(import.meta.dirname, '../../fixtures/markdown/gfm-examples.txt')
const examples: readonly Example[] = readFileSync(file, 'utf8')
  .split(/^={12} /m)
  .slice(1)
  .map((part) => {
    const end = part.indexOf('\n.\n')
    const start = part.indexOf('\n') + 1
    return {
      extension: part.slice(0, start - 1),
      markdown: part.slice(start, end + 1).replaceAll('→', '\t'),
      html: part
        .slice(end + 3)
        .replaceAll('→', '\t')
        .trimEnd(),
    }
  })

const render = (markdown: string): string =>
  renderPost(markdown, {
    features: { ...featuresOf('github'), anchors: false },
    assetUrl: (reference) => reference,
    remoteImages: 'show',
    anyLink: true,
    xhtml: true,
  }).html.trimEnd()

// The spelling and order of attributes, and whether a cell is aligned by attribute or style, do not matter.
const meaning = (html: string): string =>
  html
    .replace(/ style="text-align:(\w+)"/g, ' align="$1"')
    .replace(/<li class="task-list-item">/g, '<li>')
    .replace(/<ul class="contains-task-list">/g, '<ul>')
    .replace(
      /<input[^>]*?( checked="")?[^>]*>/g,
      (box) => `<box${box.includes('checked=""') ? ' checked' : ''}>`,
    )
    .replace(/<tbody>\n?<\/tbody>/g, '')
    .replace(/\n+/g, '\n')

/** Skipped examples, and why. */
const exceptions: readonly { readonly markdown: RegExp; readonly why: string }[] = [
  { markdown: /<xmp>/, why: 'Dangerous tags are taken out by the sanitiser, not shown as text.' },
]

test('the extension examples of GFM come out as GitHub has them', () => {
  expect(examples.length).toBeGreaterThanOrEqual(20)
  const wrong = examples
    .filter(({ markdown }) => !exceptions.some((exception) => exception.markdown.test(markdown)))
    .map((example) => ({ ...example, ours: meaning(render(example.markdown)), html: meaning(example.html) }))
    .filter(({ html, ours }) => html !== ours)
  expect(wrong).toEqual([])
})
