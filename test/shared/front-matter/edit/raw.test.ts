import { describe, expect, test } from 'vitest'
import { editRaw } from '../../../../shared/front-matter/edit/edit'
import { formFields } from '../../../../shared/front-matter/form/fields'
import { parseFrontMatter } from '../../../../shared/front-matter/read/parse'
import { splitPost } from '../../../../shared/front-matter/read/split'
import { emptySchema } from '../../../../shared/front-matter/schema/site-schema'
import { decodePost } from '../../../../shared/posts/text-format'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { fc, seed } from '../../../support/properties'
import { newText, randomPost } from '../../../support/random-head'

const runs = Number(process.env.POSTWRIGHT_PROPERTY_RUNS ?? (process.env.CI ? 3_000 : 1_000))

const dataOf = (text: string): Readonly<Record<string, unknown>> | null => {
  const read = parseFrontMatter(text)
  return read.kind === 'parsed' ? read.data : null
}
const shownOf = (text: string, key: string) =>
  formFields(text, emptySchema).find((field) => field.key === key)?.source
const written = (head: string, path: readonly string[], typed: string): string => {
  const edit = editRaw(head, path, typed)
  return edit.kind === 'refused' ? `refused: ${edit.reason}` : applyTextChanges(head, edit.changes)
}

const links = `---
title: A
links: # where to go
  - name: one # first
    url: a

  # the second
  - name: two
draft: no # not yet
---
Body
`

describe('what is shown', () => {
  test.each([
    ['---\na: {x: 1} # why\nb: 2\n---\n', '{x: 1} # why'],
    ['---\na:\n- x: 1\n- y: 2\n---\n', '- x: 1\n- y: 2'],
    ['---\na: &anchor\n  x: 1\nb: *anchor\n---\n', '&anchor\n  x: 1'],
    ['---\na:\n    x: |\n      two\n\n      lines\nb: 1\n---\n', 'x: |\n  two\n\n  lines'],
    ['---\na: # a comment\nb: 1\n---\n', '# a comment'],
    ['{"a": {"x": [1, {"y": 2}]}, "b": 1}\n', '{"x": [1, {"y": 2}]}'],
    ['---json\n{"a": {"x": 1}}\n---\n', '{"x": 1}'],
    ['+++\na = { x = 1 } # c\nb = 2\n+++\n', '{ x = 1 }'],
  ])('%j', (text, shown) => expect(shownOf(text, 'a')).toBe(shown))

  test('lines stand as they do in the file, without what all are set in by', () =>
    expect(shownOf(links, 'links')).toBe('- name: one # first\n  url: a\n\n# the second\n- name: two'))
  test.each([
    '+++\n[a]\nx = 1\n+++\n',
    '+++\na = { x = 1 }\n+++\n',
    '+++\na.x = 1\n+++\n',
    '{"a": {"x": 1}}\n',
  ])('a group in %j has fields of its own', (text) => {
    const [field] = formFields(text, emptySchema)
    expect(field).toMatchObject({ key: 'a', locked: null })
    expect(field?.fields.map(({ path, type }) => ({ path, type }))).toEqual([
      { path: ['a', 'x'], type: 'number' },
    ])
  })
  test('a list of tables is shown and left to the source', () => {
    const [field] = formFields('+++\n[[a]]\nx = 1\n+++\n', emptySchema)
    expect(field).toMatchObject({
      key: 'a',
      rawEditable: false,
      locked: expect.stringMatching(/list of tables/),
    })
  })
})

describe('what is typed', () => {
  test('stands with its comments and lines where the value stood', () =>
    expect(written(links, ['links'], '- name: one # first\n  url: b\n- {name: three} # last')).toBe(
      links.replace(
        / {2}- name: one[\s\S]*two/,
        '  - name: one # first\n    url: b\n  - {name: three} # last',
      ),
    ))
  test.each([
    ['a group for a word', 'a: x', 'x: 1\ny: 2', 'a:\n  x: 1\n  y: 2'],
    ['a list for a group in braces', 'a: {x: 1}', '- 1\n- 2', 'a:\n  - 1\n  - 2'],
    ['braces over lines', 'a: {x: 1}', '{\n  x: 2,\n  y: 3\n}', 'a: {\n    x: 2,\n    y: 3\n  }'],
    ['a word for a group', 'a:\n  x: 1', 'word # c', 'a:\n  word # c'],
    ['braces for a list at the margin', 'a:\n- x: 1', '{x: 1}', 'a: {x: 1}'],
    ['an anchor', 'a: {x: 1}', '&here {x: 1}', 'a: &here {x: 1}'],
    ['a text of lines', 'a: {x: 1}', '|\n  one\n\n  two', 'a: |\n  one\n\n  two'],
    ['nothing', 'a:\n  x: 1', '', 'a:'],
    ['nothing for a word', 'a: x # c', '', 'a: '],
  ])('%s', (_, before, typed, after) => {
    expect(written(`---\n${before}\nz: 1 # end\n---\nb\n`, ['a'], typed)).toBe(
      `---\n${after}\nz: 1 # end\n---\nb\n`,
    )
  })
  test('a field in a group', () =>
    expect(written('---\na:\n  b:\n    - {x: 1}\n  c: 2\n---\n', ['a', 'b'], '- {x: 1} # same\n- y')).toBe(
      '---\na:\n  b:\n    - {x: 1} # same\n    - y\n  c: 2\n---\n',
    ))
  test('a field in braces changes nothing beside it', () =>
    expect(written('---\na: {b: {x: 1}, c: 2}\n---\n', ['a', 'b'], '{x: 3}')).toBe(
      '---\na: {b: {x: 3}, c: 2}\n---\n',
    ))
  test('JSON and the values of TOML', () => {
    expect(written('{"a": {"x": 1}, "b": 2}\n', ['a'], '{"x": [1, 2]}')).toBe(
      '{"a": {"x": [1, 2]}, "b": 2}\n',
    )
    expect(written('+++\na = { x = 1 } # c\nb = 2\n+++\n', ['a'], '{ x = 3 }')).toBe(
      '+++\na = { x = 3 } # c\nb = 2\n+++\n',
    )
  })
})

describe('what is refused, with the reason', () => {
  const head = '---\na: {x: 1}\nbase: &b {y: 1}\nuse: *b\n---\nBody\n'
  test.each([
    ['another field with it', ['a'], '1\nother: 2', /no longer be readable: The indentation does not match/],
    ['an open bracket', ['a'], '{x: 1', /no longer be readable/],
    ['an open quote', ['a'], '"x', /no longer be readable: A quotation mark is opened/],
    ['a stray bracket', ['a'], '}', /tools would read the change differently/],
    ['an anchor that others use', ['base'], '{y: 1}', /Another field would change/],
    ['what other fields take their value from', ['base'], '&b {y: 2}', /Another field would change/],
    ['a field that is not there', ['none'], 'x', /There is no “none” here/],
  ])('%s', (_, path, typed, reason) => expect(written(head, path, typed)).toMatch(reason))
  test('a block text that would take the comment below it', () =>
    expect(written('---\na: x\n   # a comment\nb: 1\n---\n', ['a'], '|')).toMatch(/comment below/))
  test('more than one value of JSON or TOML', () => {
    expect(written('{"a": {"x": 1}}\n', ['a'], '1, "b": 2')).toMatch(/Another field would change/)
    expect(written('+++\na = [1]\n+++\n', ['a'], '[1]\nb = 2')).toMatch(/Another field would change/)
    expect(written('+++\n[a]\nx = 1\n+++\n', ['a'], '{}')).toMatch(/TOML tables/)
  })
})

const yaml = fc.oneof(
  newText,
  fc.constantFrom(
    '- a\n- b # c',
    'x: 1\ny:\n  - 2',
    '{a: [b, c]}',
    '[\n  a,\n  b\n]',
    '|\n  text\n\n  more',
    '&n {x: 1}',
    '*n',
    '# only a comment',
    'x\nother: 1',
    '? a\n: b',
    '"two\n  lines"',
    '---',
    '...',
  ),
)

test(`raw text in any head, ${runs} cases, seed ${seed}`, () => {
  const counts = { edited: 0, refused: 0, same: 0 }
  fc.assert(
    fc.property(randomPost, fc.nat(7), yaml, ({ fields, bytes }, pick, typed) => {
      const { key } = fields[pick % fields.length] as { key: string }
      const { text } = decodePost(bytes)
      const before = dataOf(text)
      if (!before) return
      const shown = shownOf(text, key)
      // If the shown value is written back, no byte changes.
      if (shown !== undefined) {
        const same = editRaw(text, [key], shown)
        if (same.kind === 'changes') expect(applyTextChanges(text, same.changes)).toBe(text)
        counts.same += same.kind === 'changes' ? 1 : 0
      }
      const edit = editRaw(text, [key], typed)
      if (edit.kind === 'refused') {
        counts.refused++
        expect(edit.reason).not.toBe('')
        return
      }
      counts.edited++
      const after = applyTextChanges(text, edit.changes)
      const [change] = edit.changes
      const { content } = splitPost(text)
      expect(edit.changes).toHaveLength(1)
      expect((change?.from ?? -1) >= content.from && (change?.to ?? 0) <= content.to).toBe(true)
      const { [key]: _was, ...others } = before
      const { [key]: is, ...othersAfter } = dataOf(after) ?? {}
      expect(othersAfter).toEqual(others)
      // The value equals that of the same text in separate front matter.
      const setIn = typed.replace(/(^|\n)(?=[^\n])/g, '$1  ') // a pattern with /m would take U+2028 for a line break
      const alone = dataOf(`---\nk:\n${setIn}\n---\n`)
      if (alone && !/^[|>]\S/.test(typed)) expect(is ?? null).toEqual(alone.k ?? null)
    }),
    { numRuns: runs },
  )
  console.log(`seed ${seed}: ${JSON.stringify(counts)}`)
  expect(counts.edited).toBeGreaterThan(runs * 0.3)
  expect(counts.same).toBeGreaterThan(runs * 0.8)
}, 120_000)
