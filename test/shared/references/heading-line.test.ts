import { expect, test } from 'vitest'
import { lineOfAnchor } from '../../../shared/references/heading-line'

const text =
  '---\ntitle: A\n---\n\n# First part\n\n## Same\n\n## Same\n\n## Named {#by-hand}\n\n```\n## Code\n```\n'
const from = text.indexOf('\n\n#')

test.each<[string, number | null]>([
  ['first-part', 5],
  ['same', 7],
  ['same-1', 9],
  ['by-hand', 11],
  ['named', null],
  ['code', null],
])('#%s', (anchor, line) => expect(lineOfAnchor(text, from, anchor)).toBe(line))
