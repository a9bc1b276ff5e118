import { expect, test } from 'vitest'
import { headingsIn } from '../../../shared/references/headings'

const textsOf = (text: string) => headingsIn(text, 0, []).map(({ level, text: shown }) => `${level} ${shown}`)

test('headings of both kinds are found, without their marks', () => {
  expect(textsOf('# One *two* #\n\nThree\n---\n\n## [Four](b.md) {#id}\n\n#five\n')).toEqual([
    '1 One two',
    '2 Three',
    '2 Four',
  ])
})

test('a line of brackets is read as a heading while one waits', () => {
  expect(textsOf(`# ${'a ['.repeat(80_000)}\n\n# b`)).toEqual([expect.stringMatching(/^1 a \[a/), '1 b'])
})
