import { expect, test } from 'vitest'
import { adoptStyle } from '../../../shared/front-matter/adopt'
import type { Quoting } from '../../../shared/front-matter/edit-types'
import { factsOf } from '../../../shared/front-matter/facts'
import { createSchemaBuilder } from '../../../shared/front-matter/infer-schema'
import { parseFrontMatter } from '../../../shared/front-matter/parse'
import { fieldOf } from '../../../shared/front-matter/site-schema'
import { applyTextChanges } from '../../../shared/text-change'

const usual = (key: string, quoting: Quoting) => {
  const builder = createSchemaBuilder()
  const quote = quoting === 'single' ? "'" : quoting === 'double' ? '"' : ''
  for (let at = 0; at < 6; at++)
    builder.add(`${at}.md`, factsOf(`---\n${key}: ${quote}2024-01-0${at + 1}${quote}\n---\n`))
  const field = fieldOf(builder.schema(), key)
  if (!field) throw new Error(`no field ${key}`)
  return field
}
const adopt = (written: string, quoting: Quoting) => {
  const text = `---\na: 1 # one\nkey: ${written}\nb: [x]\n---\nbody\n`
  const edit = adoptStyle(text, 'key', usual('key', quoting))
  if (edit.kind === 'refused') return edit.reason
  const after = applyTextChanges(text, edit.changes)
  expect(parseFrontMatter(after)).toEqual(parseFrontMatter(text))
  return /key: (.*)/.exec(after)?.[1]
}

test.each<[string, Quoting, string]>([
  ['2024-01-05 # d', 'double', '"2024-01-05" # d'],
  ["'2024-01-05'", 'plain', '2024-01-05'],
  ['"it\'s"', 'single', "'it''s'"],
  ['\'say "x"\'', 'double', '"say \\"x\\""'],
  ['plain words', 'single', "'plain words'"],
  ['"two words"', 'plain', 'two words'],
])('%s in the usual quotes (%s)', (written, quoting, after) => expect(adopt(written, quoting)).toBe(after))

test.each<[string, Quoting]>([
  ['12', 'double'],
  ['true', 'single'],
  ['"12"', 'plain'],
  ['"no"', 'plain'],
  ['"a: b"', 'plain'],
  ['"- a"', 'plain'],
])('%s would become something else (%s): refused', (written, quoting) =>
  expect(adopt(written, quoting)).toBe('The value would be read as something else in the usual quotes'),
)

test('a block text and a list have no quotes', () => {
  expect(adopt('|\n  x', 'double')).toBe('There is no text to quote here')
  expect(adopt('[x]', 'double')).toBe('There is no text to quote here')
})
