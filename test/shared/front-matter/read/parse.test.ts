import { afterEach, expect, test } from 'vitest'
import { editField } from '../../../../shared/front-matter/edit/edit'
import { formFields } from '../../../../shared/front-matter/form/fields'
import { parseFrontMatter } from '../../../../shared/front-matter/read/parse'
import { factsOf } from '../../../../shared/front-matter/schema/facts'
import { emptySchema } from '../../../../shared/front-matter/schema/site-schema'

const parse = (head: string, fence = '---') =>
  parseFrontMatter(`${fence}\n${head}\n${fence.slice(0, 3)}\nbody\n`)
const data = (head: string, fence?: string) => {
  const read = parse(head, fence)
  return read.kind === 'parsed' ? read.data : read
}
const globals = globalThis as { ran?: number; Buffer?: unknown }
const nodeBuffer = globals.Buffer
afterEach(() => {
  globals.Buffer = nodeBuffer
  delete globals.ran
})

test('dates stay the text they are', () =>
  expect(data('a: 2019-12-22\nb: 2014-06-30 9:00:00 -0400\nc: 12:30')).toEqual({
    a: '2019-12-22',
    b: '2014-06-30 9:00:00 -0400',
    c: '12:30',
  }))
test('old words stay text, as generators on JavaScript read them', () =>
  expect(data('a: yes\nb: no\nc: True')).toEqual({ a: 'yes', b: 'no', c: true }))
test.each([
  'a: 1\nb: |\n  one\n  two\n',
  'a: >-\n  one\n\n  two',
  'a: "x: y" # note\nb: [1, two]\nc:\n  - d\n  - e: f',
  'a: |+\n  one\n\n',
  'a:\nb: ~\nc: !mine 4\nd: &x {e: f}\ng: *x',
])('what starts with a field reads as it does behind a comment, where gray-matter takes it apart', (head) =>
  expect(data(head)).toEqual(data(`# note\n\n${head}`)),
)
test('a line in the middle that looks like a fence is told in either case', () => {
  expect(parse('a: |\n---x\nb: c')).toMatchObject({ kind: 'broken' })
  expect(parse('# note\na: |\n---x\nb: c')).toMatchObject({ kind: 'broken' })
})
test('keys that objects have by themselves', () =>
  expect(Object.keys(data('__proto__: x\nconstructor: y'))).toEqual(['__proto__', 'constructor']))
test('tags of a site are passed over', () =>
  expect(data('a: !mine {b: 1}\nc: !x y')).toEqual({ a: { b: 1 }, c: 'y' }))
test('an empty head and one of comments', () => {
  expect(data('')).toEqual({})
  expect(data('# only\n#')).toEqual({})
})
test('TOML, its dates as text', () =>
  expect(data('a = 2020-01-02T03:04:05Z\n[b]\nc = ["x", 1]\n[[d]]\ne = true', '+++')).toEqual({
    a: '2020-01-02T03:04:05Z',
    b: { c: ['x', 1] },
    d: [{ e: true }],
  }))
test('JSON', () =>
  expect(parseFrontMatter('{"a": [1, {"b": null}]}\nbody')).toEqual({
    kind: 'parsed',
    language: 'json',
    data: { a: [1, { b: null }] },
  }))
test('no head', () => expect(parseFrontMatter('# Title\n')).toEqual({ kind: 'none', lookalike: null }))

test.each(['js', 'javascript', 'JS', ' js ', 'Javascript', 'coffee', 'cson'])(
  'a head in %s is never run',
  (language) => {
    const read = parseFrontMatter(`---${language}\n{ a: (globalThis.ran = 1) }\n---\n`)
    expect(read.kind).toBe('broken')
    expect(globals.ran).toBeUndefined()
  },
)

test.each([
  ['a: 1\na: 2', 'occurs twice', 3],
  ['x: 1\ntitle: Foo: bar', 'needs quotes', 3],
  ['title: @me', 'needs quotes', 2],
  ['a: 1\nb: "open\nc: 2', 'opened here and not closed', 3],
  ['tags:\n\t- a', 'tab', 3],
  ['just text', 'not a list of fields', 2],
  ['- a\n- b', 'not a list of fields', 2],
  ['a: x\u0000y', 'control character', 2],
  ['a: *b', 'refers to nothing', 2],
])('broken: %j', (head, message, line) => {
  const read = parse(head)
  expect(read).toMatchObject({ kind: 'broken', line })
  expect(read.kind === 'broken' && read.message).toContain(message)
})

test('a bracket at the margin is read, as generators do', () =>
  expect(data('tags: [\n  a,\nb\n]\nx: "one\ntwo"')).toEqual({ tags: ['a', 'b'], x: 'one two' }))
test('bytes that are not UTF-8 come back as they are', () =>
  expect(data('a: Jos\udce9\nb: "\udcff"')).toEqual({ a: 'Jos\udce9', b: '\udcff' }))
test('a head that failed once fails again', () => {
  expect(parse('a: "').kind).toBe('broken')
  expect(parse('a: "').kind).toBe('broken')
})

test('too large, too deep, too many references: refused before a parser sees it', () => {
  expect(parse(`a: ${'x'.repeat(300_000)}`)).toMatchObject({
    kind: 'broken',
    message: expect.stringContaining('256 KB'),
  })
  expect(parse(`a: ${'['.repeat(4000)}`)).toMatchObject({
    kind: 'broken',
    message: expect.stringContaining('deeper'),
  })
  expect(parse(`a:\n  ${'- '.repeat(4000)}x`)).toMatchObject({
    kind: 'broken',
    message: expect.stringContaining('deeper'),
  })
  expect(parse(Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'))).toMatchObject({
    kind: 'broken',
  })
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefg'[at]}`).join(',')}]`),
  ]
  expect(parse(bomb.join('\n'))).toMatchObject({
    kind: 'broken',
    message: expect.stringContaining('expand'),
  })
})

test('without Buffer, as in a sandboxed window, and none is left behind', () => {
  delete globals.Buffer
  expect(data('a: 1')).toEqual({ a: 1 })
  expect('Buffer' in globalThis).toBe(false)
})

test('very long lines of blanks, quotes and brackets are no trap', () => {
  for (const part of [' ', '\t', '"', "'", '[ ', '- ', ': ', '# ', ', ', 'a ', '{', '\\']) {
    const text = `---\nkey: ${part.repeat(6_000 / part.length)}x\nother${part.repeat(6_000 / part.length)}\n---\n`
    factsOf(text)
    formFields(text, emptySchema)
    expect(['changes', 'refused']).toContain(editField(text, 'key', 'y').kind)
  }
})

test('a gap without end is told instead of parsed, in whatever blanks it is made of; empty lines are read', () => {
  for (const gap of ['\n', ' ', '\t', ' \n', '\u2028', '\u00a0']) {
    const read = parseFrontMatter(`---\ntitle: A\n${gap.repeat(100_000)}\ndraft: true\n---\n`)
    expect(read).toMatchObject({ kind: 'broken', message: expect.stringContaining('gap') })
  }
  const lines = `---\ntitle: A${'\n'.repeat(1000)}draft: true\n---\n`
  expect(parseFrontMatter(lines)).toMatchObject({ kind: 'parsed', data: { title: 'A', draft: true } })
})
