import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { wordsToIndex } from '../../../../electron/library/words/index-words'
import { WordBuffer } from '../../../../electron/library/words/word-buffer'
import { fc } from '../../../support/properties'

const read = (words: Uint8Array): string => Buffer.from(words).toString('utf8')
const bytesOf = (text: string): Buffer<ArrayBuffer> => Buffer.from(Buffer.from(text, 'utf8'))

test('bytes and text give the same words, for any text and at any place in memory', () => {
  const room = new WordBuffer()
  const some = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('naïve café', '这是编辑器', '마크다운', '🚀', '“word” — word', 'İ', '\ufb2c\ufdfa'),
  )
  fc.assert(
    fc.property(fc.array(some), fc.nat(7), (parts, before) => {
      const text = Buffer.from(parts.join(' plain words ')).toString() // without incomplete surrogate pairs
      const shifted = bytesOf('x'.repeat(before) + text).subarray(before)
      const wanted = wordsToIndex(text.replace(/^\ufeff/, ''))
      expect(read(room.ofBytes(shifted))).toBe(wanted)
      expect(read(room.ofText(text.replace(/^\ufeff/, '')))).toBe(wanted)
    }),
    { verbose: true },
  )
})

test('what was answered before stays, also where the memory is full and where a post is larger than it', () => {
  const room = new WordBuffer()
  const texts = Array.from(
    { length: 40 },
    (_, n) => `post ${n} é ${'word '.repeat(n === 7 ? 200_000 : 5_000)}`,
  )
  const words = texts.map((text) => room.ofBytes(bytesOf(text)))
  expect(words.map(read)).toEqual(texts.map(wordsToIndex))
  const given = room.release()
  expect(new Set(words.map(({ buffer }) => buffer))).toEqual(new Set(given))
  expect(room.release()).toEqual([])
})

test('memory that comes back is used again, after it was given away', () => {
  const room = new WordBuffer()
  room.ofText('one')
  const [first] = room.release()
  if (!first) throw new Error('No memory was given')
  expect(room.ofText('two').buffer).not.toBe(first)
  room.release()
  room.reuse([first])
  const words = room.ofBytes(bytesOf('drei Äpfel'))
  expect(words.buffer).toBe(first)
  expect(read(words)).toBe('drei apfel')
})
