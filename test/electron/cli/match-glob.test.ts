import { expect, test } from 'vitest'
import { matchesGlob } from '../../../electron/cli/match-glob'

test.each([
  ['a.md', 'a.md', true],
  ['a.md', 'b.md', false],
  ['a.md', 'a.m', false],
  ['a.md', '*.md', true],
  ['2024-01-05-a.md', '2024-*', true],
  ['2023-01-05-a.md', '2024-*', false],
  ['ab.md', '?.md', false],
  ['é.md', '?.md', true],
  ['😀.md', '?.md', true],
  ['', '', true],
  ['', '*', true],
  ['a', '', false],
  ['aab', 'a*ab', true],
  ['aXbXc', 'a*b*c', true],
  ['a.md', '***.md', true],
  ['a+(b).md', 'a+(b).*', true],
  ['axmd', 'a.md', false],
  ['line\nend.md', '*.md', true],
])('%j fits %j: %j', (name, pattern, fits) => {
  expect(matchesGlob(name, pattern)).toBe(fits)
})

test('many stars end as soon as few', () => {
  expect(matchesGlob('a'.repeat(255), `${'*a'.repeat(60)}*b`)).toBe(false)
})
