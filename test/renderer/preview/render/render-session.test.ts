import { expect, test } from 'vitest'
import { RenderSession } from '../../../../renderer/preview/render/render-session'
import { featuresOf } from '../../../../shared/markdown/options/presets'

const drawnOf = (text: string): string => {
  const drawn: string[] = []
  const session = new RenderSession((reply) => {
    if (reply.kind === 'patch') drawn.push(...reply.patch.drawn.map(({ html }) => html))
  })
  const look = { features: featuresOf('marked'), remoteImages: 'hold' } as const
  session.take({ kind: 'open', run: 1, version: 1, postId: 'a.md', text, ...look, avoid: [], careful: false })
  return drawn.join('')
}

test.each([
  ['a paragraph', 'word '.repeat(400_000)],
  ['a table', `|a|\n|-|\n${'|b|\n'.repeat(100_000)}`],
  ['a list', '- item\n'.repeat(100_000)],
  ['a paragraph of a quote', `> ${'word '.repeat(100_000)}`],
])('%s that no window lays out in time is shown as far as it does, and says so', (_, text) => {
  const html = drawnOf(text)
  expect(html.length).toBeLessThan(1_001_000)
  expect(html).toContain('The rest is too long for the preview.')
})

test.each([
  ['paragraphs', `${'word '.repeat(10_000)}\n\n`.repeat(5)],
  ['a list', '- item with some words\n'.repeat(10_000)],
  ['code', `\`\`\`\n${'some code\n'.repeat(30_000)}\`\`\``],
])('a long post of %s is shown whole', (_, text) => {
  expect(drawnOf(text)).not.toContain('too long')
})
