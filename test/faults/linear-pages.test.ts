import { describe, expect, test } from 'vitest'
import type { MarkdownFeatures } from '../../shared/markdown/options/features'
import { renderPost } from '../../shared/markdown/page/render-post'
import { long } from '../support/fault-tools'
import { renderers } from '../support/renderers'
import { noteTrial } from '../support/trial'

/** What markdown and its dialects begin something with, and what ends it. */
const signs = [
  ...[
    '<a',
    '<a ',
    '</a>',
    '<!--',
    '<http://',
    'http://a',
    'www.a.',
    'a@b.',
    '&',
    '&amp;',
    '[',
    '![',
    '[[',
    '[a](',
    '[a]:',
  ],
  ...[
    '](',
    ']',
    '[^',
    '[^1]: a\n\n',
    '^[',
    '*[',
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '$',
    '$$',
    '\\',
    '\\(',
  ],
  ...[
    '{',
    '{{',
    '{{<',
    '{{a}}',
    '{%',
    '{% a %}',
    '{#',
    '{:',
    '{::',
    '<A ',
    '<A>',
    '<A b={',
    '{a',
    'import a\n',
    '==',
    '++',
  ],
  ...[
    '"',
    "'",
    "'a",
    '"a ',
    '--',
    '...',
    ':',
    ': ',
    ':a:',
    ':::',
    '::: a\n',
    '|',
    '|a',
    '|-',
    'a|b\n',
    '> ',
    '- ',
    '1. ',
    '1) ',
  ],
  ...[
    '#',
    '# a\n',
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '\r',
    'a',
    'a\n',
    'é',
    '---\n',
    '***\n',
    '===\n',
    '```\n',
    '~~~a\n',
    '<div>\n',
  ],
  ...[
    '<div>',
    '</div>\n',
    '<pre>',
    '<script>',
    '<svg>',
    '<p>\n\n',
    '\\\n',
    '  \n',
    '- a\n\n',
    '- - ',
    '> > ',
    ': a\n',
    '\0',
    '\u{1f600}',
  ],
]
/** What once took the square of its length, in texts that are long enough. */
const slowOnce = ['"', "'a", '~~"', "'\n", '<p>\n\n', '{{#']

/** Four times the text takes four times as long, or sixteen times where the work is its square. */
const mostGrowth = 9

const timeOf = (text: string, features: MarkdownFeatures): number => {
  const began = performance.now()
  renderPost(text, { features, assetUrl: () => null, remoteImages: 'show' })
  return performance.now() - began
}

/** Whether a page takes more than `noticedMs`, and much more than one of a quarter of its text. */
const isSlow = (unit: string, features: MarkdownFeatures, length: number, noticedMs: number): boolean => {
  const [short, longer] = [length / 4, length].map((each) => unit.repeat(each / unit.length)) as [
    string,
    string,
  ]
  const least = (text: string) => Math.min(timeOf(text, features), timeOf(text, features))
  if (timeOf(longer, features) < noticedMs) return false
  return least(longer) > Math.max(least(short), noticedMs / mostGrowth) * mostGrowth
}

const pairs = (by: number): readonly string[] =>
  signs.flatMap((one, at) => [
    one,
    one + signs[(at * 7 + by * 13) % signs.length],
    one + signs[(at * 31 + by) % signs.length],
  ])

const slowOf = (units: readonly string[], isSlowOne: (unit: string) => boolean): readonly string[] => {
  const slow = units.filter(isSlowOne)
  noteTrial('Pages of repeated signs', { tried: units.length, survived: units.length - slow.length })
  return slow
}

// Thousands of pages: part of the long run.
describe.runIf(long).each(Object.entries(renderers))(
  'a page of %s takes as long as its text',
  (name, features) => {
    test('whatever is repeated in it', () => {
      expect(slowOf(pairs(name.length), (unit) => isSlow(unit, features, 12_000, 40))).toEqual([])
    })

    // Some work shows only where strings are so long that they are kept in another way.
    test('also where that is long', () => {
      const share = Number(process.env.POSTWRIGHT_SHARE ?? 8)
      const some = pairs(name.length + 1).filter((_, at) => (at + name.length) % share === 0)
      expect(slowOf([...slowOnce, ...some], (unit) => isSlow(unit, features, 200_000, 1_000))).toEqual([])
    })
  },
)
