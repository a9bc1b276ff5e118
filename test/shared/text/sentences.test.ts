import { expect, test } from 'vitest'
import { sentencesOf } from '../../../shared/text/sentences'
import { fc } from '../../support/properties'

const split = (text: string) => sentencesOf(text).map((sentence) => sentence.text.trim())

test.each([
  ['One. Two? Three!', ['One.', 'Two?', 'Three!']],
  ['I met Dr. Smith. He left.', ['I met Dr. Smith.', 'He left.']],
  ['See Fig. 3 and No. 4. Then stop.', ['See Fig. 3 and No. 4.', 'Then stop.']],
  ['Fruit, e.g. Apples, is fine. So is tea.', ['Fruit, e.g. Apples, is fine.', 'So is tea.']],
  ['J. R. R. Tolkien wrote it. I read it.', ['J. R. R. Tolkien wrote it.', 'I read it.']],
  ['Das ist z. B. Wasser. Und z.B. Tee.', ['Das ist z. B. Wasser.', 'Und z.B. Tee.']],
  ['Er kam, d. h. Er ging. Ende.', ['Er kam, d. h. Er ging.', 'Ende.']],
  ['Pens, paper, etc. The rest is lost.', ['Pens, paper, etc.', 'The rest is lost.']],
  ['**One.** Two. _Three._ Four.', ['**One.**', 'Two.', '_Three._', 'Four.']],
  ['He said “No.” Then he left.', ['He said “No.”', 'Then he left.']],
  ['It costs 3.50 in St. Ives. Good.', ['It costs 3.50 in St. Ives.', 'Good.']],
  ['今日は晴れ。明日は雨？はい。', ['今日は晴れ。', '明日は雨？', 'はい。']],
  ['M. Dupont est là. Il parle.', ['M. Dupont est là.', 'Il parle.']],
  ['', []],
])('%j has these sentences', (text, expected) => expect(split(text)).toEqual(expected))

test('together they are the text, each at its place', () => {
  const piece = fc.constantFrom(
    'One',
    '. ',
    'Dr. ',
    '** ',
    '“',
    '”',
    '.',
    'z. B. ',
    '? ',
    '。',
    '\n',
    ' ',
    'a',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      const found = sentencesOf(text)
      expect(found.map((sentence) => sentence.text).join('')).toBe(text)
      for (const { text: own, from } of found) expect(text.slice(from, from + own.length)).toBe(own)
    }),
  )
})
