import { expect, test } from 'vitest'
import { sentText, textToSend } from '../../../shared/text/sent-text'
import { fc } from '../../support/properties'

const sentAndRead = (text: string): string => sentText.parse(structuredClone(textToSend(text)))

test('a long text goes as bytes, a short one as it is', () => {
  expect(textToSend('short')).toBe('short')
  expect(textToSend('long '.repeat(5_000))).toBeInstanceOf(Uint8Array)
})

test('every text arrives as it was sent, a mark at its start, NUL and lone surrogates included', () => {
  const pieces = fc.constantFrom(
    'a',
    '\ufeff',
    '\0',
    '\r',
    '\n',
    'é',
    '中',
    '👩‍💻',
    '\udc80',
    '\ud83d',
    '\uffff',
    '\u2028',
  )
  const texts = fc.array(pieces, { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(texts, fc.boolean(), (parts, isLong) => {
      const text = isLong ? parts.join('').repeat(20_000) : parts.join('')
      expect(sentAndRead(text) === text).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('bytes that are no text are refused', () => {
  expect(() => sentText.parse(Uint8Array.of(0xff, 0xfe))).toThrow()
  expect(sentText.safeParse(5).success).toBe(false)
})
