import { describe, expect, test } from 'vitest'
import { exportedInto } from '../../support/exported-post'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const exported = exportedInto(tempSite)

describe('styles', () => {
  test('bring the fonts that the letters need, and no others', async () => {
    const { html } = await exported('Plain words.\n')
    expect(html.match(/@font-face/g)).toHaveLength(1)
    expect(html).toMatch(/font-family: 'Source Serif 4 Variable'[\s\S]*data:font\/woff2;base64,/)
    const more = await exported('*Italic*, `code`, ελληνικά.\n')
    expect(more.html.match(/@font-face/g)?.length).toBeGreaterThan(3)
  })

  test('highlight code', async () => {
    const { html } = await exported('```ts\nconst a = "b"\n```\n')
    expect(html).toMatch(/<span class="tok-[a-z-]+">/)
    expect(html).toContain('--tok-string')
  })

  test('bring formulas only where there are some', async () => {
    const formula = await exported('$$\\sum_{i=1}^n x_i^2$$\n', {}, { markdown: { preset: 'everything' } })
    expect(formula.html).toContain('class="katex')
    expect(formula.html).toContain('KaTeX_Main')
    expect(formula.html).not.toMatch(/url\((?!data:)/)
    const plain = await exported('No formula.\n', {}, { markdown: { preset: 'everything' } })
    expect(plain.html).not.toContain('KaTeX')
  })

  test('follow the reader, light or dark, and the printer', async () => {
    const { html } = await exported('Text')
    expect(html).toContain('light-dark(')
    expect(html).toContain('@media print')
  })
})
