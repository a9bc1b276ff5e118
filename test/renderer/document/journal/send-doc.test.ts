import { Text } from '@codemirror/state'
import { expect, test } from 'vitest'
import { changeBetween, docToSend } from '../../../../renderer/document/journal/send-doc'
import { sentText } from '../../../../shared/text/sent-text'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { fc } from '../../../support/properties'

const docOf = (text: string): Text => Text.of(text.split('\n'))

test.each([
  ['short', 'a\nb'],
  ['lines with emoji', `${'😀 née '.repeat(20)}\n`.repeat(6_000)],
  ['one long line of emoji', '😀'.repeat(700_000)],
  ['half a pair far on', `${'words\n'.repeat(200_000)}\ud83d`],
  ['a line end at each end', `\n${'x'.repeat(1_200_000)}\n`],
])('what is sent is the text: %s', async (_name, text) => {
  expect(sentText.parse(await docToSend(docOf(text))) === text).toBe(true)
})

test('long texts go as bytes', async () => {
  expect(await docToSend(docOf('words\n'.repeat(200_000)))).toBeInstanceOf(Uint8Array)
})

test('the change between two texts gives the second', () => {
  const line = fc.constantFrom('', 'a', 'b', 'ab', '😀')
  const lines = fc.array(line, { maxLength: 12 }).map((list) => list.join('\n'))
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const change = changeBetween(docOf(before), docOf(after))
      expect(applyTextChanges(before, [change])).toBe(after)
    }),
    { numRuns: 2_000 },
  )
})

test('the change between two versions of a long text is short', () => {
  const before = docOf('some words\n'.repeat(50_000))
  const after = before.replace(200_000, 200_001, Text.of(['x', 'y']))
  const { insert, from, to } = changeBetween(before, after)
  expect(insert.length).toBeLessThan(40)
  expect(to - from).toBeLessThan(40)
})
