import { expect, test } from 'vitest'
import { bestLines } from '../../../../electron/library/search/best-lines'
import { createTextMatcher } from '../../../../shared/posts/text-matcher'

const linesFor = (text: string, ...words: readonly string[]) => {
  const wanted = words.map((word) => ({ text: word, phrase: false, negated: false }))
  const how = { text: words.join(' '), wholeWord: false, matchCase: false, regex: false }
  return bestLines(text, createTextMatcher(wanted, how).find(text) ?? [], words.length)
}
const marked = (line: ReturnType<typeof linesFor>[number] | undefined) =>
  line?.marks.map(([from, to]) => line.text.slice(from, to))

const post = `---
title: Docker at home
---

Docker, Docker and docker.
A garden.

In the garden runs Docker.
`

test('the line with most of the words comes first, one word many times is one', () => {
  const lines = linesFor(post, 'docker', 'garden')
  expect(lines.map(({ line }) => line)).toEqual([8, 5, 6])
  expect(marked(lines[0])).toEqual(['garden', 'Docker'])
})

test('of lines that tell as much, those of the body come before the head', () => {
  expect(linesFor(post, 'docker').map(({ line }) => line)).toEqual([5, 8, 2])
  expect(linesFor(post, 'home').map(({ line }) => line)).toEqual([2])
})

test('of a long line the part around the first match is shown, once', () => {
  const long = `${'word '.repeat(100)}needle ${'word '.repeat(100)}needle\n`
  const lines = linesFor(long, 'needle')
  expect(lines).toHaveLength(1)
  expect(lines[0]?.text.length).toBeLessThanOrEqual(200)
  expect(marked(lines[0])).toEqual(['needle'])
})

test('a match over several lines is shown in the first of them', () => {
  const text = 'one\ntwo\nthree\n'
  expect(bestLines(text, [[4, 13]], 1)).toEqual([{ line: 2, text: 'two', marks: [[0, 3]] }])
})

test('a post with thousands of matches is looked at only so far', () => {
  const lines = linesFor('needle\n'.repeat(5000), 'needle')
  expect(lines.map(({ line }) => line)).toEqual([1, 2, 3])
})

test('words are never cut: neither the one that is found nor those at the ends', () => {
  const long = `${'several words '.repeat(40)}${'needle'.repeat(60)} ${'several words '.repeat(40)}\n`
  const [line] = linesFor(long, 'needle'.repeat(60))
  expect(marked(line)).toEqual(['needle'.repeat(60)])
  const [short] = linesFor(`${'several words '.repeat(40)}needle ${'several words '.repeat(40)}\n`, 'needle')
  expect(short?.text).toMatch(/^(?:several|words) .*\b(?:several|words)$/)
  expect(short?.text.length).toBeLessThanOrEqual(200)
})

test('straight and curly quotes, composed and decomposed kana find each other', () => {
  expect(marked(linesFor('It’s here\n', "it's")[0])).toEqual(['It’s'])
  expect(marked(linesFor("it's here\n", 'it’s')[0])).toEqual(["it's"])
  expect(marked(linesFor('フ\u3099ロク\u3099を\n', 'ブログ')[0])).toEqual(['フ\u3099ロク\u3099'])
  expect(marked(linesFor('ブログを\n', 'フ\u3099ロク\u3099')[0])).toEqual(['ブログ'])
})
