import { Text } from '@codemirror/state'
import { expect, test, vi } from 'vitest'

vi.stubGlobal('window', { api: { on: () => () => undefined } })
const { countText } = await import('../../../../renderer/document/place/word-count')

const words = (text: string): number => countText(Text.of(text.split('\n'))).words
const characters = (text: string): number => countText(Text.of(text.split('\n'))).characters

test('words are counted as people count them', () => {
  expect(words("it's a well-known 2.5 thing")).toBe(5)
  expect(words('## **two** words\n\n- and _three_ more')).toBe(5)
  expect(words('')).toBe(0)
})

test('a link counts by its words', () => {
  expect(words('see [this page](https://example.org/a-long/address) now')).toBe(4)
  expect(words('see https://example.org/a-long/address now')).toBe(2)
})

test('scripts without spaces count by the character, others by the word', () => {
  expect(words('你好世界')).toBe(4)
  expect(words('カタカナとひらがな')).toBe(9)
  expect(words('한국어는 띄어 씁니다')).toBe(3)
  expect(words('mixed 中文 text')).toBe(4)
  expect(words('שלום עולם')).toBe(2)
  expect(words('مرحبا بالعالم')).toBe(2)
})

test('words without spaces between them count by their dictionary', () => {
  expect(words('ภาษาไทย')).toBe(2)
  expect(words('ສະບາຍດີ')).toBeLessThan(4)
  expect(words('read ภาษาไทย now')).toBe(4)
})

test('a character is what a reader sees as one', () => {
  expect(characters('two words')).toBe(9)
  expect(characters('a\nb')).toBe(2)
  expect(characters('你好')).toBe(2)
  expect(characters('👩‍👩‍👧 e\u0301 🇫🇷')).toBe(5)
  expect(characters('か\u3099')).toBe(1)
  expect(characters('Привет')).toBe(6)
})

test('a change counts the same as a fresh text', () => {
  const before = Text.of(Array.from({ length: 2_000 }, (_, line) => `line ${line} of it`))
  expect(countText(before).words).toBe(8_000)
  const after = before.replace(100, 104, Text.of(['', 'two more', '']))
  expect(countText(after).words).toBe(words(after.toString()))
})
