import { describe, expect, test } from 'vitest'
import type { HeadForm } from '../../../../shared/front-matter/find/forms'
import { parseFrontMatter } from '../../../../shared/front-matter/read/parse'
import { splitPost } from '../../../../shared/front-matter/read/split'
import { headRulesOf } from '../../../../shared/generators/head-rules'

const shown = (text: string) => {
  const split = splitPost(text)
  const read = parseFrontMatter(text, split)
  return {
    form: split.form,
    language: split.language,
    data: read.kind === 'parsed' ? read.data : read.kind,
    body: text.slice(split.bodyFrom),
  }
}

const heads: readonly (readonly [form: HeadForm, text: string, data: object, body: string])[] = [
  ['after-blank-line', '\n---\ntitle: a\n---\n\nText\n', { title: 'a' }, '\nText\n'],
  ['after-blank-lines', '\n\n---\ntitle: a\n---\nText', { title: 'a' }, 'Text'],
  ['after-blank-lines', ' \t\n---\n# c\n\ntitle: a\n---\n', { title: 'a' }, ''],
  ['after-blanks', ' ---\ntitle: a\n---\nText', { title: 'a' }, 'Text'],
  ['after-blanks', '\n  +++\ntitle = "a"\n+++\nText', { title: 'a' }, 'Text'],
  ['after-blank-line', '\n{"title": "a"}\nText', { title: 'a' }, 'Text'],
  ['long-fence', '-----\ntitle: a\n-----\nText', { title: 'a' }, 'Text'],
  ['long-fence', '----\ntitle: a\n---\nb: 1\n----\nText', 'broken' as never, 'Text'],
  ['semicolons', ';;;\n"title": "a", "tags": ["b"]\n;;;\nText', { title: 'a', tags: ['b'] }, 'Text'],
  ['semicolons', ';;;;\n{"title": "a"}\n;;;;\nText', { title: 'a' }, 'Text'],
  ['without-opening', 'title: a\ndate: 2020-01-01\n---\nText', { title: 'a', date: '2020-01-01' }, 'Text'],
  ['without-opening', 'layout: post\ntags:\n  - x\n-----\nText', { layout: 'post', tags: ['x'] }, 'Text'],
  ['without-opening', '"title": "a",\n"tags": [\n  "b"\n]\n;;;\nText', { title: 'a', tags: ['b'] }, 'Text'],
  [
    'meta-lines',
    'Title: A: b\nDate: 2012-09-12 19:02\n\nText',
    { Title: 'A: b', Date: '2012-09-12 19:02' },
    'Text',
  ],
  [
    'meta-lines',
    'Title: A\nAuthors: Ann\n    Bob\n---\nText',
    { Title: 'A', Authors: ['Ann', 'Bob'] },
    'Text',
  ],
  ['meta-lines', 'Date: 2012-09-12\nCategory: x\n\nText', { Date: '2012-09-12', Category: 'x' }, 'Text'],
  ['dotted-lines', '.. title: A\n.. slug: a\n\nText', { title: 'A', slug: 'a' }, 'Text'],
  ['dotted-lines', '<!--\n.. title: A\n.. tags: x, y\n-->\nText', { title: 'A', tags: 'x, y' }, 'Text'],
]
test.each(heads)('%s: %j', (form, text, data, body) =>
  expect(shown(text)).toMatchObject({ form, data, body }),
)

describe('text is no head', () => {
  test.each([
    '# Title\n\nText: with a colon\n',
    '\n---\n\nA rule below a blank line\n\n---\n',
    '---\n\nA rule first\n',
    '----\nText\n----\n',
    'Note: read this\n\nText\n',
    'Note: read this\n---\nA heading above\n',
    'http://x.y\n\nText\n',
    'Title of it\n---\n\nText\n',
    'title: a line\nand one more, which is no field\n\nText\n',
    '<!-- a comment -->\nText\n',
    '{{< figure >}}\n',
    '{% include x %}\n',
    '{:.class}\nText\n',
    '- a: 1\n- b: 2\n',
    '> quote: x\n',
    '```\ntitle: x\n```\n',
    '',
    '\n',
    '   ',
  ])('%j', (text) => expect(splitPost(text)).toMatchObject({ language: 'none', problem: null, bodyFrom: 0 }))
})

describe('what may be meant as a head is no place to put one', () => {
  test.each([
    ['{ title: "x" }\nText', 'invalid JSON'],
    ['{\n  "title": "x"\nText', 'invalid JSON'],
    ['\u200b---\ntitle: x\n---\n', 'invalid YAML'],
    ['–––\ntitle: x\n–––\n', 'invalid YAML'],
    ['+++ toml\na = 1\n+++\n', 'invalid TOML'],
    ['===\ntitle: x\n===\n', 'another generator'],
    ['/*\nTitle: x\n*/\n', 'Pico CMS'],
    ['<!--\ntitle: x\n-->\n', 'an HTML comment'],
    [':title: x\n:date: 2020\n', 'reStructuredText'],
    ['#+TITLE: x\n', 'Org mode'],
    ['% Title\n% Author\n', 'Pandoc'],
    ['export const metadata = { title: "x" }\n', 'MDX'],
    ['title：你好\ndate：2020\n', 'another generator'],
    ['title = "x"\n', 'another generator'],
    ['Title: x\nText goes on\n', 'another generator'],
  ])('%j', (text, lookalike) => expect(splitPost(text)).toMatchObject({ language: 'none', lookalike }))

  test.each([
    '# Title\n',
    'Text\n',
    '---\n\nA rule\n',
    '{{< x >}}\n',
    '{% x %}\n',
    '{:.a}\n',
    '----\nText\n',
    '`a: b`\n',
    '\n\n# T\n',
  ])('but not %j', (text) => expect(splitPost(text)).toMatchObject({ language: 'none', lookalike: null }))
})

describe('each generator reads its own', () => {
  const blank = '\n---\ntitle: a\n---\n'
  const blanks = '\n\n---\ntitle: a\n---\n'
  const space = ' ---\ntitle: a\n---\n'
  const hexo = 'title: a\n---\n'
  const pelican = 'Title: a\n\nText'
  const nikola = '.. title: a\n\nText'
  test.each([
    ['hugo', [blank, blanks, space], [hexo, pelican, nikola]],
    ['zola', [blank, blanks, space], [hexo, pelican, nikola]],
    ['astro', [blank, blanks], [space, hexo, pelican]],
    ['hexo', [blank, hexo, '----\ntitle: a\n----\n', ';;;\n"a": 1\n;;;\n'], [blanks, space, pelican]],
    ['jekyll', [], [blank, space, hexo, pelican]],
    ['eleventy', [], [blank, space, hexo, pelican]],
    ['pelican', [pelican], [space, hexo, nikola]],
    ['nikola', [nikola], [space, hexo]],
    ['plain', [blank, blanks, space, hexo, pelican, nikola], []],
  ] as const)('%s', (generator, read, unread) => {
    const { heads: readable } = headRulesOf(generator)
    const kind = (text: string) => parseFrontMatter(text, splitPost(text), readable).kind
    for (const text of read) expect(kind(text), text).toBe('parsed')
    for (const text of unread) expect(kind(text), text).toBe('broken')
    expect(kind('---\ntitle: a\n---\n')).toBe('parsed')
  })

  test('and says which it does not', () => {
    const { heads: readable } = headRulesOf('jekyll')
    expect(parseFrontMatter(blank, splitPost(blank), readable)).toMatchObject({
      message:
        'There is a blank line before the front matter, which Jekyll does not read; edit it in the text',
      line: 1,
    })
  })
})
