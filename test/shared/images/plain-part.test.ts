import { expect, test } from 'vitest'
import { plainPart } from '../../../shared/images/plain-part'

test.each([
  ['quay-2.png', 'quay-2.png'],
  ['our öffice.jpg', 'ffice.jpg'],
  ['a & b (last).png', 'last'],
  ['日', ''],
])('of %j, every spelling has %j', (name, part) => {
  expect(plainPart(name)).toBe(part)
  expect(encodeURIComponent(name)).toContain(part)
})
