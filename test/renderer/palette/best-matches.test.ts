import { expect, test } from 'vitest'
import { bestMatches } from '../../../renderer/palette/best-matches'

const items = ['Über Café-Häuser', 'Docker and Kubernetes', 'Reading Query Plans'].map((text) => ({ text }))
const find = (typed: string, limit = 10) => bestMatches(items, ({ text }) => text, typed, limit)

test('nothing typed finds everything in its order, up to the limit', () => {
  expect(find('').map(({ item }) => item.text)).toEqual(items.map(({ text }) => text))
  expect(find('', 2)).toHaveLength(2)
})

test('letters in their order find, those at word starts first', () => {
  expect(find('dk').map(({ item }) => item.text)[0]).toBe('Docker and Kubernetes')
  expect(find('xyz')).toEqual([])
})

test('marks point into the text as it is written', () => {
  const [first] = find('cafe')
  expect(first?.marks.map((at) => first.item.text[at]).join('')).toBe('Café')
})
