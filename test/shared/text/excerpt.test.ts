import { describe, expect, test } from 'vitest'
import { excerptOf, plainText } from '../../../shared/text/excerpt'
import { fc } from '../../support/properties'

describe('plainText', () => {
  test.each([
    ['emphasis', '**What is _Docker_, really?** ~~no~~ ==yes==', 'What is Docker, really? no yes'],
    ['underscores inside words stay', 'call read_the_file now', 'call read_the_file now'],
    [
      'links keep their text',
      'See [the docs](https://x.org "t") and [ref][1].\n\n[1]: /x',
      'See the docs and ref.',
    ],
    ['images go', 'a ![alt](x.png) b', 'a b'],
    ['an image inside a link', '[![alt](x.png)](y) after', 'after'],
    ['code', 'Type `npm **start**`.\n\n```sh\nrm -rf /\n```\n\nDone.', 'Type npm **start**. Done.'],
    ['an unclosed fence', 'Before\n\n~~~\nnever ends', 'Before'],
    ['a longer fence', '````\n```\ninside\n````\nafter', 'after'],
    ['headings', '# Title\n\nText\n\nUnder\n=====\n\nmore', 'Text more'],
    ['quotes and lists', '> quoted\n> still\n\n- one\n- [x] two\n1. three', 'quoted still one two three'],
    ['tables and rules', 'a\n\n| x | y |\n|---|---|\n\n* * *\n\nb', 'a b'],
    ['raw HTML', '<div class="x">in</div><!-- note -->\nout<br>side', 'in out side'],
    ['footnotes', 'Fact[^1].\n\n[^1]: Source', 'Fact.'],
    ['entities', 'a &amp; b &#8212; c &#x1F40B; &nope;', 'a & b — c 🐋 &nope;'],
    ['escapes', '1\\. not \\*this\\*', '1. not *this*'],
    ['shortcodes and Liquid', '{{< figure src="x.png" >}}A {% raw %}b{% endraw %} {{ site.name }}', 'A b'],
    ['MDX', "import X from './x'\n\nText", 'Text'],
    ['alerts', '> [!NOTE]\n> Mind the gap', 'Mind the gap'],
    ['math', 'a\n\n$$\nx^2\n$$\n\nb', 'a b'],
  ])('%s', (_what, markdown, text) => expect(plainText(markdown)).toBe(text))
})

const pieces = fc.string({
  unit: fc.constantFrom(
    ...'aé字🐋 \t\n#*_`~[]()<>!|\\&;:-=.$^{}%',
    'word ',
    '\n\n',
    '```',
    '&#x1F40B;',
    '<!--',
  ),
  maxLength: 600,
})

describe('excerptOf', () => {
  test('stops at the mark for more', () => {
    expect(excerptOf('Start.\n\n<!-- more -->\n\nRest.')).toBe('Start.')
    expect(excerptOf('Start.<!--more-->Rest.')).toBe('Start.')
  })

  test('is cut at a word and says so', () => {
    expect(excerptOf('one two three, four', 15)).toBe('one two three…')
    expect(excerptOf('one two', 7)).toBe('one two')
  })

  test('cuts scripts without spaces between characters', () => {
    expect(excerptOf('字'.repeat(300), 50)).toBe(`${'字'.repeat(49)}…`)
    expect(excerptOf('🐋'.repeat(300), 50)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })

  test('is one line within its limit, whatever the post holds', () =>
    fc.assert(
      fc.property(pieces, fc.integer({ min: 5, max: 300 }), (body, limit) => {
        const excerpt = excerptOf(body, limit)
        return excerpt.length <= limit && !/\s\s|\n/.test(excerpt)
      }),
    ))

  test('marks that never close take no time', () => {
    for (const mark of ['[', '![', '<a', '{{', '`', '*', '<!--', '[x](', '&', '_a ', '> ', '$$', '- [ ] '])
      expect(excerptOf(mark.repeat(50_000)).length).toBeLessThanOrEqual(200)
  })
})
