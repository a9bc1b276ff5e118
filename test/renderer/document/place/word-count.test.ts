import { Text } from '@codemirror/state'
import { expect, test, vi } from 'vitest'

vi.stubGlobal('window', { api: { on: () => () => undefined } })
const { countWords } = await import('../../../../renderer/document/place/word-count')

const words = (text: string): number => countWords(Text.of(text.split('\n')))

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
  expect(words('שלום עולם')).toBe(2)
  expect(words('مرحبا بالعالم')).toBe(2)
})

test('a change counts the same as a fresh text', () => {
  const before = Text.of(Array.from({ length: 2_000 }, (_, line) => `line ${line} of it`))
  expect(countWords(before)).toBe(8_000)
  const after = before.replace(100, 104, Text.of(['', 'two more', '']))
  expect(countWords(after)).toBe(words(after.toString()))
})
