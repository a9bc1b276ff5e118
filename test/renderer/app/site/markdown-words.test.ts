import { expect, test } from 'vitest'
import { featureGroups } from '../../../../renderer/app/site/markdown-words'

test('what the site says stands before the defaults of its renderer', () => {
  const groups = featureGroups(
    {
      profile: 'hugo',
      markdown: {
        features: { rawHtml: 'show', math: true, footnotes: false },
        sources: { rawHtml: 'from hugo.toml', math: 'from hugo.toml' },
      },
    },
    { features: { emoji: true } },
  )
  expect(groups.map(({ source }) => source)).toEqual([
    'from postwright.json',
    'set here',
    'from hugo.toml',
    'from Goldmark’s defaults',
  ])
  const of = (name: string) => groups.find(({ source }) => source === name)?.features
  expect(of('from hugo.toml')).toEqual(['Math', 'HTML in posts: shown'])
  expect(of('from postwright.json')).toEqual(['Footnotes: off'])
  expect(of('set here')).toEqual(['Emoji shortcodes'])
  expect(of('from Goldmark’s defaults')).toEqual(
    expect.arrayContaining([
      'Tables',
      'Definition lists',
      'Attributes: {#id .class} on headings',
      'Hugo shortcodes',
    ]),
  )
  // Features that are off by default are not mentioned.
  expect(of('from Goldmark’s defaults')?.some((words) => words.endsWith('off'))).toBe(false)
})

test('a site that says nothing has the defaults alone', () => {
  expect(featureGroups({ profile: 'next' }, {}).map(({ source }) => source)).toEqual([
    'from react-markdown’s defaults',
  ])
})
