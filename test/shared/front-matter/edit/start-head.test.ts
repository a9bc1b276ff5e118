import { describe, expect, test } from 'vitest'
import { styleOf } from '../../../../shared/front-matter/edit/apply-bulk'
import { addItem, editField, removeField, setFlag } from '../../../../shared/front-matter/edit/edit'
import type { HeadLanguage } from '../../../../shared/front-matter/find/types'
import { factsOf } from '../../../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../../../shared/front-matter/schema/infer'
import type { Edit } from '../../../../shared/front-matter/values/types'
import { applyTextChanges } from '../../../../shared/text/text-change'

const written = (text: string, edit: Edit): string =>
  edit.kind === 'refused' ? `refused: ${edit.reason}` : applyTextChanges(text, edit.changes)

test.each<[HeadLanguage, string]>([
  ['yaml', '---\nisFeatured: true\n---\n\nText\n'],
  ['toml', '+++\nisFeatured = true\n+++\n\nText\n'],
  ['json', '{\n  "isFeatured": true\n}\n\nText\n'],
])('a head of %s above the text', (start, expected) => {
  expect(written('Text\n', setFlag('Text\n', 'isFeatured', true, { start }))).toBe(expected)
})

test('a text, a list and a nested field, as the site writes them', () => {
  const builder = createSchemaBuilder()
  for (const name of ['a', 'b', 'c']) builder.add(name, factsOf(`---\ntitle: "${name}"\ntags:\n  - x\n---\n`))
  const schema = builder.schema()
  expect(written('T', editField('T', 'title', 'New', styleOf('title', schema)))).toBe(
    '---\ntitle: "New"\n---\n\nT',
  )
  expect(written('T', addItem('T', 'tags', 'sea', styleOf('tags', schema)))).toBe(
    '---\ntags:\n  - sea\n---\n\nT',
  )
  expect(written('T', editField('T', 'tags', ['sea', 'air'], styleOf('tags', schema)))).toBe(
    '---\ntags:\n  - sea\n  - air\n---\n\nT',
  )
  expect(written('T', editField('T', ['author', 'name'], 'Ann', styleOf('author.name', schema)))).toBe(
    '---\nauthor:\n  name: Ann\n---\n\nT',
  )
})

describe('the text stays as it is', () => {
  const start = (text: string) => written(text, setFlag(text, 'f', true, { start: 'yaml' }))
  test.each([
    ['', '---\nf: true\n---\n'],
    ['\nText', '---\nf: true\n---\n\nText'],
    ['  \nText', '---\nf: true\n---\n  \nText'],
    ['----\nno head\n', '---\nf: true\n---\n\n----\nno head\n'],
    ['---\n\n# A rule first\n', '---\nf: true\n---\n\n---\n\n# A rule first\n'],
    ['{{< shortcode >}}\n', '---\nf: true\n---\n\n{{< shortcode >}}\n'],
  ])('%j', (text, expected) => expect(start(text)).toBe(expected))

  test('where a head stands already, read or broken, none is started', () => {
    expect(start('---\nf: false\n---\nText\n')).toBe('---\nf: true\n---\nText\n')
    expect(start('---\ntitle: x\n')).toMatch(/^refused: The front matter has no end/)
    expect(start('---js\n{}\n---\n')).toMatch(/^refused: .*never run here/)
  })
  test('nor where none was asked for', () => {
    expect(written('Text', setFlag('Text', 'f', true))).toMatch(/^refused/)
    expect(written('Text', removeField('Text', 'f'))).toMatch(/^refused/)
  })
})
