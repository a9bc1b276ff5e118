import { describe, expect, test } from 'vitest'
import { formFields } from '../../../../shared/front-matter/form/fields'
import { factsOf } from '../../../../shared/front-matter/schema/facts'
import type { Drift, FormField } from '../../../../shared/front-matter/schema/form-field'
import { createSchemaBuilder } from '../../../../shared/front-matter/schema/infer'

/** The drift of a field in a post beside six others. */
const drift = (others: string, own: string, key = 'key'): Drift | null | undefined => {
  const builder = createSchemaBuilder()
  for (let at = 0; at < 6; at++) builder.add(`${at}.md`, factsOf(`---\n${others}\n---\n`))
  const all = (fields: readonly FormField[]): FormField[] =>
    fields.flatMap((field) => [field, ...all(field.fields)])
  return all(formFields(`---\n${own}\n---\n`, builder.schema())).find((field) => field.key === key)?.drift
}

describe('told, and adopted by one press', () => {
  test.each([
    ['key: [a, b]', 'key:\n- a', '`key` has one item per line; most posts use brackets'],
    ['key:\n- a', 'key: [a, b]', '`key` is in brackets; most posts use one item per line'],
    ['key: [a, b]', 'key: a, b', '`key` is text; most posts have a list'],
    ['key: true', 'key: "true"', '`key` is text in quotes; 6 of 6 posts have a yes/no value'],
    ['key: 3', "key: '3'", '`key` is text in quotes; 6 of 6 posts have a number'],
    ['key: "1.0"', 'key: 1.0', '`key` is a number; 6 of 6 posts have text in quotes'],
    ['key: "2026-01-02"', 'key: 2026-01-02', '`key` has no quotes; 6 of 6 posts use double quotes'],
    ["key: 'a'", 'key: "a"', '`key` has double quotes; 6 of 6 posts use single quotes'],
  ])('%s: %s', (others, own, message) => expect(drift(others, own)).toEqual({ message, kept: null }))
})

describe('told, with why it stays', () => {
  test.each([
    ['key: [a, b]', 'key:\n- a # mine', 'A comment inside the list would be lost'],
    ['key: [a, b]', 'key: two words', 'Its words may be one term or several'],
    ['key: News', 'key: [a, b]', 'It has several items, and the other posts have a single value'],
    ['key: true', 'key: soon', '“soon” means neither yes nor no'],
    ['key: 3', 'key: "007"', 'As a number, “007” would lose its spelling'],
    ['key: true', 'key: "yes"', 'Without quotes, some tools read “yes” as text and others as yes or no'],
    ['key: {a: 1}', 'key: word', 'A single value cannot be written as a group'],
  ])('%s: %s', (others, own, kept) => expect(drift(others, own)?.kept).toBe(kept))
})

describe('no drift', () => {
  test.each([
    ['a list without items has no style', 'key:\n- a', 'key: []'],
    ['quotes that are needed', 'key: plain', 'key: "a: b"'],
    ['quotes that keep a text from being a number', 'key: plain', 'key: "2024"'],
    ['a text of lines', 'key: "one"', 'key: |\n  two'],
    ['an empty value', 'key: "one"', 'key:'],
    ['what other fields take their value from', 'key: "one"', 'key: &a two\nother: *a'],
  ])('%s', (_, others, own) => expect(drift(others, own) ?? null).toBe(null))
  test('quotes in a group, which are not learnt', () =>
    expect(drift('key:\n  name: "Ann"', 'key:\n  name: "Bea"', 'key.name')).toBe(null))
  test('too few posts to have a habit', () => {
    const builder = createSchemaBuilder()
    for (let at = 0; at < 4; at++) builder.add(`${at}.md`, factsOf('---\nkey: "a"\n---\n'))
    expect(formFields('---\nkey: a\n---\n', builder.schema())[0]?.drift).toBe(null)
  })
})

describe('a date in another form than the others', () => {
  test.each([
    ['key: 2026-01-02', 'key: 5 March 2026'],
    ['key: 2026-01-02', 'key: 2026-3-5'],
    ['key: 2026-01-02', 'key: 2026/03/05'],
    ['key: 2026-01-02', 'key: 2026-03-05 10:30'],
    ['key: 2026-01-02T10:00:00Z', 'key: 2026-03-05'],
    ['key: 5 March 2026', 'key: 2026-03-05'],
    ["key: '2026-01-02'", "key: '5 March 2026'"],
  ])('%s: %s is told', (others, own) => {
    const written = own.slice(5).replaceAll("'", '')
    expect(drift(others, own)?.message).toContain(`“${written}”`)
  })

  test.each([
    ['key: 2026-01-02', 'key: 2025-12-31'],
    ['key: 5 March 2026', 'key: 31 December 2025'],
    ['key: 2026-01-02 10:00', 'key: 2026-03-05 23:59'],
    ['key: 2026-01-02', 'key:'],
  ])('%s: %s is not', (others, own) => expect(drift(others, own) ?? null).toBeNull())
})
