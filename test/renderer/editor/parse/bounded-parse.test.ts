import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { MarkdownParser } from '@lezer/markdown'
import { describe, expect, test } from 'vitest'
import { longestLine } from '../../../../renderer/editor/parse/bounded-parse'
import { markdownSupport } from '../../../../renderer/editor/parse/markdown-support'
import { piecesOf } from '../../../../shared/text/pieces'
import { fc } from '../../../support/properties'

const parser = markdownSupport().language.parser as MarkdownParser
const limit = 2_000_000
const marksIn = (text: string): number => text.match(/[[\]()<*_~^`:@]|(?<= ) /g)?.length ?? 0

/** The cost of a parse: the number of characters it reads, and the most that it reads at once. */
const workOn = (text: string): { readonly reads: number; readonly worst: number } => {
  const { charCodeAt } = String.prototype
  const { parseInline } = parser
  let [reads, worst, sections] = [0, 0, 0]
  String.prototype.charCodeAt = function (this: string, index) {
    reads++
    return charCodeAt.call(this, index)
  }
  parser.parseInline = (section, offset) => {
    const before = ++sections
    const elements = parseInline.call(parser, section, offset)
    // A section that was not passed on in parts was read at once.
    if (sections === before) worst = Math.max(worst, marksIn(section) * section.length)
    return elements
  }
  try {
    parser.parse(text)
  } finally {
    String.prototype.charCodeAt = charCodeAt
    parser.parseInline = parseInline
  }
  return { reads, worst }
}

const repeated = (part: string) => (length: number) => part.repeat(Math.ceil(length / part.length))

const parts = [
  ...[
    '[a](<b',
    '[',
    '![',
    ']',
    '[]',
    '[a](',
    '[a](((',
    '[a](b "c',
    '[a](b (',
    '[a][',
    '[a]',
    '[^a]',
    '*[a](',
  ],
  ...[
    '*a ',
    '*a_',
    '_a',
    '**x*',
    '***a ',
    'a**b',
    '~~a ',
    '^a',
    '`',
    '``a`',
    '<',
    '<a ',
    '<a b=c ',
    '<a b="',
  ],
  ...[
    '<!--',
    '<?',
    '<![CDATA[',
    '<!A ',
    '&',
    '&#',
    '\\',
    'http://a.b/(((',
    'www.a.b)',
    'a@b.c_',
    ':a',
    ' ',
    '(\t',
  ],
  ...[
    '> ',
    '- ',
    '1. ',
    '* a\n ',
    '> a\n',
    '# a\n',
    '|a',
    'a|\n',
    '[a]: ',
    '[a]: <b\n',
    '[a\n',
    '<div>',
    '```\n',
  ],
]
const texts: readonly (readonly [name: string, text: (length: number) => string])[] = [
  ...parts.map((part) => [JSON.stringify(part), repeated(part)] as const),
  ['a title without an end', (length) => `[a]: b (\n${'x\n'.repeat(length / 2)}`],
  ['blanks behind a row', (length) => `x\na|b\n${' '.repeat(length)}x`],
  ['a table of links', (length) => `|a|b|\n|-|-|\n${'|[a](|<b|\n'.repeat(length / 10)}`],
  ['a wide table', (length) => `${'|a'.repeat(length / 4)}|\n${'|-'.repeat(length / 4)}|\n`],
]

describe.for(texts)('a text of %s', ([, text]) => {
  test('takes work that grows no faster than it', () => {
    const [once, twice] = [workOn(text(20_000)), workOn(text(40_000))]
    expect(twice.reads / once.reads).toBeLessThan(2.8)
    expect(twice.worst).toBeLessThanOrEqual(limit)
  })
})

const corpus = resolve(import.meta.dirname, '../../../../../shared/corpus/attacks/own-markdown-attacks.json')

test.skipIf(!existsSync(corpus))('so does each attack of the corpus, said again and again', () => {
  for (const { id, md } of JSON.parse(readFileSync(corpus, 'utf8')) as { id: string; md: string }[]) {
    const [once, twice] = [workOn(repeated(md)(10_000)), workOn(repeated(md)(20_000))]
    expect(twice.reads / once.reads, id).toBeLessThan(2.8)
    expect(twice.worst, id).toBeLessThanOrEqual(limit)
  }
})

test('quotes and lists are read a hundred deep, and no deeper', () => {
  const depthOf = (text: string, name: string): number => {
    let [depth, most] = [0, 0]
    parser.parse(text).iterate({
      enter: (node) => {
        if (node.name === name) most = Math.max(most, ++depth)
      },
      leave: (node) => {
        if (node.name === name) depth--
      },
    })
    return most
  }
  expect(depthOf('> '.repeat(80), 'Blockquote')).toBe(80)
  expect(depthOf('> '.repeat(20_000), 'Blockquote')).toBeLessThanOrEqual(101)
  expect(depthOf('- '.repeat(20_000), 'ListItem')).toBeLessThanOrEqual(101)
})

test('the pieces of a text are the text, and each costs little', () => {
  const words = fc.constantFrom('[a](<b', 'word ', '**', '   ', '\n', 'é', '`x` ', '](', 'x'.repeat(300))
  const long = fc.array(words, { minLength: 500, maxLength: 2000 }).map((all) => all.join(''))
  fc.assert(
    fc.property(long, (text) => {
      const pieces = piecesOf(text)
      expect(pieces.join('')).toBe(text)
      for (const piece of pieces) expect(marksIn(piece) * piece.length).toBeLessThanOrEqual(limit)
    }),
  )
})

const namesIn = (text: string): Set<string> => {
  const names = new Set<string>()
  parser.parse(text).iterate({ enter: ({ name }) => void names.add(name) })
  return names
}

test('what a hand writes is read whole', () => {
  const sentence = 'Some words, *two* of them slanted, and [a link](https://example.com/a_b) for “more”. '
  const prose = sentence.repeat(50)
  expect(piecesOf(prose)).toEqual([prose])
  const across = `**${'word, '.repeat(1500)}end**`
  expect(namesIn(across)).toContain('StrongEmphasis')
  expect(namesIn(`![a](data:image/png;base64,${'Ab9+'.repeat(16_000)})`)).toContain('Image')
})

test('a line beyond all reason stays plain, and what follows it does not', () => {
  const line = '*a* '.repeat(longestLine / 4 + 1)
  expect(namesIn(line)).not.toContain('Emphasis')
  expect(namesIn(`word\n${line}\n*b*\n\n# c`)).toEqual(
    new Set(['Document', 'Paragraph', 'Emphasis', 'EmphasisMark', 'ATXHeading1', 'HeaderMark']),
  )
})

test('all of GitHub’s markdown is known', () => {
  const text = '- [x] a ~~b~~ www.example.com H~2~O x^2^ :smile:\n\n| a |\n| - |\n| b |\n'
  expect([...namesIn(text)]).toEqual(
    expect.arrayContaining(['Task', 'Strikethrough', 'URL', 'Subscript', 'Superscript', 'Emoji', 'TableRow']),
  )
})
