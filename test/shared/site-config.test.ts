import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { formFields } from '../../shared/front-matter/form/fields'
import { newHead } from '../../shared/front-matter/new-post/new-head'
import { emptySchema } from '../../shared/front-matter/schema/site-schema'
import { applySiteConfig, parseSiteConfig, siteConfigJsonSchema } from '../../shared/site-config'

const read = (value: unknown) => parseSiteConfig(JSON.stringify(value, null, 2))
const problems = (text: string) => {
  const result = parseSiteConfig(text)
  return result.kind === 'bad' ? result.problems.map(({ line, message }) => `${line} ${message}`) : result
}

test('the published JSON schema is that of the check', () => {
  const path = resolve(import.meta.dirname, '../../assets/postwright.schema.json')
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(siteConfigJsonSchema())
})

test('all that can be said', () => {
  const config = {
    $schema: './postwright.schema.json',
    fields: {
      info: { label: 'Teaser', type: 'long-text', role: 'summary', required: true },
      level: { choices: ['easy', 'hard'], default: 'easy' },
    },
    order: ['title', 'level', 'info'],
    images: { width: 1600, format: 'webp' },
    newPost: { keys: ['title', 'level'], fileName: '{date}-{slug}.md', body: '\n' },
  }
  expect(read(config)).toEqual({ kind: 'ok', config })
})

test.each([
  ['{ "order": [1,] }', '1 JSON: value expected'],
  ['{\n  "markdown": { "features": {} ', '2 JSON: closing brace expected'],
  ['{ order: [] }', '1 JSON: invalid symbol'],
  ["{ 'order': [] }", '1 JSON: invalid symbol'],
  ['{ "order" [] }', '1 JSON: colon expected'],
  ['{ "order": [] // x\n }', '1 JSON: comments are not permitted'],
  ['{ "order": ["a] }', '1 JSON: unexpected end of string'],
  ['{ "order": ["a" "b"] }', '1 JSON: comma expected'],
  ['{} {}', '1 JSON: end of file expected'],
])('%s is explained in words', (text, words) => {
  expect(problems(text)).toEqual([words])
})

test('mistakes are told with their line', () => {
  expect(
    problems(
      '{\n  "fields": {\n    "info": {\n      "lable": "x",\n      "type": "txt"\n    }\n  },\n  "order": "title"\n}',
    ),
  ).toEqual([
    expect.stringMatching(/^5 fields\.info\.type: /),
    '4 fields.info: there is no setting “lable”',
    expect.stringMatching(/^8 order: .*array/),
  ])
  expect(problems('{\n  "order": [1,]\n}')).toEqual([expect.stringMatching(/^2 JSON: /)])
  expect(problems('')).toHaveLength(1)
  expect(problems('[]')).toHaveLength(1)
})

test('a file name that cannot name each new post is told', () => {
  const told = (fileName: string) => problems(JSON.stringify({ newPost: { fileName } }))
  expect(told('{year}/{slug}/index.md')).toMatchObject({ kind: 'ok' })
  expect(told('{date}.md')).toEqual([expect.stringMatching(/^1 newPost\.fileName: it needs \{slug\}/)])
  expect(told('{title}-{slug}.md')).toEqual([expect.stringMatching(/there is no \{title\}; use \{slug\}/)])
  for (const outside of ['../{slug}.md', '/{slug}.md', 'a//{slug}.md', 'c:\\{slug}.md'])
    expect(told(outside)).toEqual([expect.stringMatching(/not a path inside the posts folder/)])
})

test('the keys of a new post, nested ones too', () => {
  const result = read({
    fields: { 'author.name': { default: 'Ann' }, 'author.links': { type: 'list' } },
    newPost: { keys: ['title', 'author.name', 'author.links', 'draft'] },
  })
  if (result.kind === 'bad') throw new Error('it is right')
  const schema = applySiteConfig(emptySchema, result.config)
  const post = { title: 'T', slug: 't', nowMs: 0, offset: 0 }
  expect(newHead(schema, post, schema.newPost?.keys)).toBe(
    "---\ntitle: T\nauthor:\n  name: Ann\n  links: []\ndraft: ''\n---\n",
  )
})

test('the form has the order of the settings, offered fields in their place, the rest below', () => {
  const result = read({ order: ['title', 'level', 'date'], fields: { level: { label: 'Level' } } })
  if (result.kind === 'bad') throw new Error('it is right')
  const schema = applySiteConfig(emptySchema, result.config)
  const rows = formFields('---\nother: 1\ndate: 2026-01-01\nlast: 2\ntitle: x\n---\n', schema)
  expect(rows.map(({ key }) => key)).toEqual(['title', 'level', 'date', 'other', 'last'])
})

test('the settings go before the habits', () => {
  const result = read({
    fields: { level: { label: 'Level', choices: ['easy', 'hard'], default: 'easy', required: true } },
    order: ['level'],
  })
  if (result.kind === 'bad') throw new Error('it is right')
  const schema = applySiteConfig(emptySchema, result.config)
  expect(schema.fields).toMatchObject([
    { key: 'level', label: 'Level', type: 'enumeration', choices: ['easy', 'hard'], required: true },
  ])
  expect(formFields('---\ntitle: x\n---\n', schema)[0]).toMatchObject({
    key: 'level',
    label: 'Level',
    present: false,
    required: true,
    choices: ['easy', 'hard'],
  })
  const post = { title: 'T', slug: 't', nowMs: 0, offset: 0 }
  expect(newHead(schema, post, ['title', 'level'])).toBe('---\ntitle: T\nlevel: easy\n---\n')
})
