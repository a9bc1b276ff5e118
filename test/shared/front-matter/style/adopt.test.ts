import { describe, expect, test } from 'vitest'
import { dateMs } from '../../../../shared/front-matter/dates/dates'
import { parseFrontMatter } from '../../../../shared/front-matter/read/parse'
import { splitPost } from '../../../../shared/front-matter/read/split'
import { factsOf } from '../../../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../../../shared/front-matter/schema/infer'
import { type FieldSchema, fieldOf } from '../../../../shared/front-matter/schema/site-schema'
import { adoptStyle } from '../../../../shared/front-matter/style/adopt'
import type { Quoting } from '../../../../shared/front-matter/values/types'
import { decodePost } from '../../../../shared/posts/text-format'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { fc, seed } from '../../../support/properties'
import { randomPost } from '../../../support/random-head'

/** The facts of six posts that write a field like this. */
const learnt = (...lines: readonly string[]): FieldSchema => {
  const builder = createSchemaBuilder()
  for (let at = 0; at < 6; at++) builder.add(`${at}.md`, factsOf(`---\n${lines[at % lines.length]}\n---\n`))
  const field = fieldOf(builder.schema(), 'key')
  if (!field) throw new Error(`no field in ${lines}`)
  return field
}
const dates = (quoting: Quoting): FieldSchema => {
  const quote = quoting === 'single' ? "'" : quoting === 'double' ? '"' : ''
  return learnt(...[1, 2, 3].map((day) => `key: ${quote}2024-01-0${day}${quote}`))
}
const adopt = (written: string, usual: FieldSchema): string => {
  const text = `---\na: 1 # one\nkey:${written}\nb: [x]\n---\nbody\n`
  const edit = adoptStyle(text, 'key', usual)
  if (edit.kind === 'refused') return `refused: ${edit.reason}`
  const after = applyTextChanges(text, edit.changes)
  return /key:([\s\S]*)\nb: \[x\]\n---\nbody\n$/.exec(after)?.[1] ?? after
}
const valueIn = (written: string): unknown => {
  const read = parseFrontMatter(`---\nkey:${written}\n---\n`)
  return read.kind === 'parsed' ? read.data.key : read
}

describe('quotes: the value stays what it is', () => {
  test.each<[string, Quoting, string]>([
    [' 2024-01-05 # d', 'double', ' "2024-01-05" # d'],
    [" '2024-01-05'", 'plain', ' 2024-01-05'],
    [' "it\'s"', 'single', " 'it''s'"],
    [' \'say "x"\'', 'double', ' "say \\"x\\""'],
    [' plain words', 'single', " 'plain words'"],
    [' "two words"', 'plain', ' two words'],
  ])('%s in the usual quotes (%s)', (written, quoting, after) => {
    expect(adopt(written, dates(quoting))).toBe(after)
    expect(valueIn(after)).toBe(valueIn(written))
  })
  test.each<[string, Quoting, string]>([
    [' ~', 'single', 'In quotes, “~” would be text'],
    [' true', 'plain', 'Without quotes, “true” is not text'],
    [' "12"', 'plain', 'Without quotes, “12” is a number'],
    [' "no"', 'plain', 'Without quotes, “no” is not text'],
    [' "a: b"', 'plain', 'Its characters need quotes'],
    [' "- a"', 'plain', 'Its characters need quotes'],
    [' |\n  x', 'double', 'Text of several lines has no quotes'],
    [' &a x', 'double', 'There is an anchor or tag before it'],
    [' !!str x', 'double', 'There is an anchor or tag before it'],
  ])('%s is refused (%s): %s', (written, quoting, reason) =>
    expect(adopt(written, dates(quoting))).toBe(`refused: ${reason}`),
  )
})

describe('type: the value says the same', () => {
  const flags = learnt('key: true', 'key: false')
  const quotedFlags = learnt('key: "true"', 'key: "false"')
  const numbers = learnt('key: 3', 'key: 4')
  const versions = learnt('key: "1.0"', 'key: "1.2"', 'key: "2.0"')
  test.each<[string, FieldSchema, string, unknown]>([
    [' "true" # c', flags, ' true # c', true],
    [" 'False'", flags, ' False', false],
    [' true', quotedFlags, ' "true"', 'true'],
    [' "12"', numbers, ' 12', 12],
    [" '-1.5' # c", numbers, ' -1.5 # c', -1.5],
    [' 1.0', versions, ' "1.0"', '1.0'],
    [' true', versions, ' "true"', 'true'],
  ])('%s', (written, usual, after, value) => {
    expect(adopt(written, usual)).toBe(after)
    expect(valueIn(after)).toBe(value)
  })
  test.each<[string, FieldSchema, string]>([
    [' "yes"', flags, 'Without quotes, some tools read “yes” as text and others as yes or no'],
    [' soon', flags, '“soon” means neither yes nor no'],
    [' "soon"', flags, '“soon” means neither yes nor no'],
    [' word', learnt('key: {a: 1}'), 'A single value cannot be written as a group'],
    [' "007"', numbers, 'As a number, “007” would lose its spelling'],
    [' "1.10"', numbers, 'As a number, “1.10” would lose its spelling'],
    [' 0o17', versions, 'Tools disagree on the number “0o17”'],
    [' 012', versions, 'Tools disagree on the number “012”'],
  ])('%s is refused: %#', (written, usual, reason) =>
    expect(adopt(written, usual)).toBe(`refused: ${reason}`),
  )
})

const flow = learnt('key: [a, b]')
const block = learnt('key:\n  - a\n  - b')

describe('lists in brackets and one item a line', () => {
  test.each<[string, FieldSchema, string]>([
    [' [a, "b c", \'d\'] # why', block, ' # why\n  - a\n  - "b c"\n  - \'d\''],
    [' [\n  a,\n  b,\n]', block, '\n  - a\n  - b'],
    [' # why\n  - a\n  - "b, c"', flow, ' [a, "b, c"] # why'],
    ['\n- a, b\n\n- 12', flow, ' ["a, b", 12]'],
  ])('%s', (written, usual, after) => expect(adopt(written, usual)).toBe(after))
  test('a list that stands further in, below the dashes of its head', () => {
    const text = '---\nother:\n- 1\n- 2\n- 3\nkey: [a]\n---\n'
    const edit = adoptStyle(text, 'key', block)
    expect(edit.kind === 'changes' && applyTextChanges(text, edit.changes)).toBe(
      '---\nother:\n- 1\n- 2\n- 3\nkey:\n- a\n---\n',
    )
  })
  test.each<[string, FieldSchema, string]>([
    ['\n  - a # first\n  - b', flow, 'A comment inside the list would be lost'],
    ['\n  # above\n  - a', flow, 'A comment inside the list would be lost'],
    [' [\n  a, # first\n  b\n]', block, 'A comment inside the list would be lost'],
    ['\n  - a\n  - {b: c}', flow, 'An item of the list is a group or a reference'],
    ['\n  - |\n    a', flow, 'An item is empty or continues on the next line'],
    ['\n  - &x a', flow, 'There is an anchor or tag before an item'],
    [' &x [a]', block, 'There is an anchor or tag before the list'],
    [' []', block, 'The list is empty'],
  ])('%s is refused: %#', (written, usual, reason) =>
    expect(adopt(written, usual)).toBe(`refused: ${reason}`),
  )
})

describe('a text of terms and a list', () => {
  const terms = learnt('key: a, b', 'key: c, d')
  const words = learnt('key: News', 'key: Notes')
  test.each<[string, FieldSchema, string, unknown]>([
    [' a, b c,d # why', flow, ' [a, b c, d] # why', ['a', 'b c', 'd']],
    [' "a, 12"', block, "\n  - a\n  - '12'", ['a', '12']],
    [' one # why', block, ' # why\n  - one', ['one']],
    [' [a, "b c"] # why', terms, ' a, b c # why', 'a, b c'],
    [' # why\n  - News', words, ' News # why', 'News'],
  ])('%s', (written, usual, after, value) => {
    expect(adopt(written, usual)).toBe(after)
    expect(valueIn(after)).toEqual(value)
  })
  test.each<[string, FieldSchema, string]>([
    [' two words', flow, 'Its words may be one term or several'],
    [' a, , b', flow, 'One of its terms is empty or occurs twice'],
    [' 12', flow, '“12” is not text'],
    [' ["a, b", c]', terms, 'An item contains a comma'],
    [' [a, b]', words, 'It has several items, and the other posts have a single value'],
    [' [a, 2]', terms, 'Not every item is text'],
    [' {a: 1}', flow, 'A group cannot be written as a single value'],
  ])('%s is refused: %#', (written, usual, reason) =>
    expect(adopt(written, usual)).toBe(`refused: ${reason}`),
  )
})

const runs = Number(process.env.POSTWRIGHT_PROPERTY_RUNS ?? (process.env.CI ? 3_000 : 1_000))
const habits: readonly FieldSchema[] = [
  flow,
  block,
  ...(['plain', 'single', 'double'] as const).map(dates),
  learnt('key: true'),
  learnt('key: "true"'),
  learnt('key: 3'),
  learnt('key: "1.0"'),
  learnt('key: a, b'),
]

// The same in another type: the words of a flag, the digits of a number, the terms of a list.
const said = (value: unknown): string =>
  Array.isArray(value) ? value.map(said).join() : String(value).replace(/\s*,\s*/g, ',')
const isSame = (was: unknown, is: unknown): boolean =>
  typeof was === 'string' && typeof is === 'string' && dateMs(was) !== null && dateMs(was) === dateMs(is)
    ? true
    : typeof was === 'number' || typeof is === 'number'
      ? Number(was) === Number(is)
      : said(was).toLowerCase() === said(is).toLowerCase()

const commentsIn = (text: string): readonly string[] =>
  text.match(/# (?:note|why|between|“quoted”|a comment|one|two|further|face)/g) ?? []

test(`any habit adopted in any head, ${runs} cases, seed ${seed}`, () => {
  const counts = { adopted: 0, same: 0, refused: 0 }
  fc.assert(
    fc.property(randomPost, fc.nat(7), fc.constantFrom(...habits), ({ fields, bytes }, pick, usual) => {
      const { key, kind } = fields[pick % fields.length] as { key: string; kind: string }
      const { text } = decodePost(bytes)
      const before = parseFrontMatter(text)
      const edit = adoptStyle(text, [key], usual)
      if (edit.kind === 'refused') {
        counts.refused++
        expect(edit.reason).not.toBe('')
        return
      }
      const after = applyTextChanges(text, edit.changes)
      counts[after === text ? 'same' : 'adopted']++
      const { content } = splitPost(text)
      for (const { from, to } of edit.changes) expect(from >= content.from && to <= content.to).toBe(true)
      expect(commentsIn(after)).toEqual(commentsIn(text))
      const read = parseFrontMatter(after)
      if (before.kind !== 'parsed' || read.kind !== 'parsed') {
        expect(read.kind).toBe(before.kind)
        return
      }
      const { [key]: was, ...others } = before.data
      const { [key]: is, ...othersAfter } = read.data
      expect(othersAfter).toEqual(others)
      expect(isSame(was, is), `${kind}: ${JSON.stringify(was)} became ${JSON.stringify(is)}`).toBe(true)
      // Adopting the style a second time changes nothing.
      const again = adoptStyle(after, [key], usual)
      if (again.kind === 'changes') expect(applyTextChanges(after, again.changes)).toBe(after)
    }),
    { numRuns: runs },
  )
  console.log(`seed ${seed}: ${JSON.stringify(counts)}`)
  expect(counts.adopted).toBeGreaterThan(runs * 0.1)
}, 120_000)
