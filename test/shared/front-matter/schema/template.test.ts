import { expect, test } from 'vitest'
import { bodyOfTemplate, fileOfTemplate } from '../../../../shared/front-matter/schema/template'

const values = { slug: 'a-boat', today: '2026-03-05' }

test('the variables of a file name', () => {
  expect(fileOfTemplate('{year}/{month}/{day}-{slug}.md', values)).toBe('2026/03/05-a-boat.md')
  expect(fileOfTemplate('{date}-{slug}.md', values)).toBe('2026-03-05-a-boat.md')
})

test('the variables of a body, and what is none', () => {
  const body = (text: string, title = 'A boat') => bodyOfTemplate(text, title, values)
  expect(body('# {title}\r\n\r\nWritten {date}.')).toBe('# A boat\n\nWritten 2026-03-05.\n')
  expect(body('{toString} {Title} {other} { slug }\n')).toBe('{toString} {Title} {other} { slug }\n')
  expect(body('{title}', 'The {slug} of $& fame')).toBe('The {slug} of $& fame\n')
  expect(body('')).toBe('')
})
