import { join } from 'node:path'
import matter from 'gray-matter'
import { describe, expect, test } from 'vitest'
import { splitPost } from '../../../../shared/front-matter/read/split'
import { decodePost } from '../../../../shared/posts/text-format'
import { corpusFolder, fixtureSites, hasCorpus, postsBelow } from '../../../support/front-matter-corpus'

const parts = (text: string) => {
  const { language, content, bodyFrom, bodyLine, problem } = splitPost(text)
  return {
    language,
    content: text.slice(content.from, content.to),
    body: text.slice(bodyFrom),
    bodyLine,
    problem: problem?.message ?? null,
  }
}
const none = (text: string, problem: string | null = null) => ({
  language: 'none',
  content: '',
  body: text,
  bodyLine: 0,
  problem,
})

test('a YAML head', () =>
  expect(parts('---\na: 1\n---\n\nbody\n')).toEqual({
    language: 'yaml',
    content: 'a: 1\n',
    body: '\nbody\n',
    bodyLine: 3,
    problem: null,
  }))
test('an empty head', () =>
  expect(parts('---\n---\nbody')).toEqual({
    language: 'yaml',
    content: '',
    body: 'body',
    bodyLine: 2,
    problem: null,
  }))
test('a head and nothing else', () =>
  expect(parts('---\na: 1\n---')).toMatchObject({ content: 'a: 1\n', body: '' }))
test('dots end a YAML head', () =>
  expect(parts('---\na: 1\n...\nbody\n---\n')).toMatchObject({ content: 'a: 1\n', body: 'body\n---\n' }))
test('blanks behind the fences', () =>
  expect(parts('---  \na: 1\n---\t\nbody')).toMatchObject({ language: 'yaml', body: 'body' }))
test('a rule in the body is body', () =>
  expect(parts('---\na: 1\n---\nx\n\n---\n\ny: 2\n---\n')).toMatchObject({ content: 'a: 1\n', bodyLine: 3 }))
test('dashes further in do not end it', () =>
  expect(parts('---\nx: |\n  -----\na: 1\n---\n')).toMatchObject({ content: 'x: |\n  -----\na: 1\n' }))
test('a TOML head', () =>
  expect(parts('+++\na = 1\n+++\nbody')).toMatchObject({
    language: 'toml',
    content: 'a = 1\n',
    body: 'body',
  }))
test('TOML behind dashes', () =>
  expect(parts('---toml\na = 1\n---\nbody')).toMatchObject({ language: 'toml', content: 'a = 1\n' }))
test('a JSON head', () =>
  expect(parts('{\n  "a": "}"\n}\nbody')).toMatchObject({
    language: 'json',
    content: '{\n  "a": "}"\n}',
    body: 'body',
    bodyLine: 3,
  }))
test('another language', () =>
  expect(parts('---js\n{}\n---\nbody')).toMatchObject({ language: 'other', body: 'body' }))
test('no head', () => expect(parts('# Title\n---\n')).toEqual(none('# Title\n---\n')))
test('a rule first: no head', () => expect(parts('---\n\nSome text\n')).toEqual(none('---\n\nSome text\n')))
test('four dashes and text: no head', () =>
  expect(parts('----\nsome text\n----\n')).toMatchObject({ language: 'none', problem: null }))
test('a shortcode first: no head', () => expect(parts('{{< x >}}\n}\n')).toMatchObject({ language: 'none' }))
test('a tag first: no head', () => expect(parts('{% x %}\n')).toMatchObject({ language: 'none' }))
test('no end', () =>
  expect(parts('---\na: 1\n\nbody\n')).toEqual(
    none('---\na: 1\n\nbody\n', 'The front matter has no end: a --- line is missing'),
  ))
test('an end that is none to others', () =>
  expect(parts('---\na: 1\n---- x\nb: 2\n---\nbody').problem).toContain('tools disagree'))

describe('gray-matter agrees on what is the head', () => {
  const folders = hasCorpus() ? [corpusFolder, fixtureSites] : [fixtureSites]
  test.each(folders)('%#', (folder) => {
    for (const { name, bytes } of postsBelow(folder)) {
      const text = textOf(bytes)
      const split = text === null ? null : splitPost(text)
      // gray-matter ignores dots, the other end of YAML, and does not look for TOML and bare JSON.
      if (
        text === null ||
        split?.language !== 'yaml' ||
        split.form !== 'plain' ||
        text.slice(split.content.to).startsWith('...')
      )
        continue
      const file = matter(text, { engines: { yaml: () => ({}) } })
      expect(file.content.trim(), join(folder, name)).toBe(text.slice(split.bodyFrom).trim())
    }
  })
})

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return decodePost(bytes).text
  } catch {
    return null // a binary file is no post
  }
}
