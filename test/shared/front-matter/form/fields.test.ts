import { expect, test } from 'vitest'
import { formFields } from '../../../../shared/front-matter/form/fields'
import { emptySchema } from '../../../../shared/front-matter/schema/site-schema'

const typeOf = (head: string, typing: Parameters<typeof formFields>[2] = null) =>
  formFields(`---\n${head}\n---\n`, emptySchema, typing)[0]?.type

test('a text by its meaning is text, whatever word it is', () => {
  expect(typeOf("title: 'N'")).toBe('text')
  expect(typeOf("description: 'no'")).toBe('long-text')
  expect(typeOf('slug: "on"')).toBe('text')
  expect(typeOf("cover: 'no'")).toBe('image')
})

test('a flag is a flag, in quotes too', () => {
  expect(typeOf('featured: "yes"')).toBe('boolean')
  expect(typeOf('toc: "no"')).toBe('boolean')
  expect(typeOf('title: true')).toBe('boolean')
})

test('a text that is typed in stays text while half a word reads as something else', () => {
  const typing = { key: 'mood', type: 'text' } as const
  expect(typeOf("mood: 'no'", typing)).toBe('text')
  expect(typeOf("mood: '2024-01-01'", typing)).toBe('text')
  expect(typeOf('mood: [a]', typing)).toBe('list')
  expect(typeOf("mood: 'no'", { key: 'other', type: 'text' })).toBe('boolean')
})
