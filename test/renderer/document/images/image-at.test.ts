import { expect, test } from 'vitest'
import { imageAt } from '../../../../renderer/document/images/image-at'

test.each([
  ['![a](x.png)', 3, 'x.png'],
  ['![a](<my photo.png> "t")', 8, 'my photo.png'],
  ['text <img alt="a" src="/x.png"> text', 20, '/x.png'],
  ['![a](x.png) and ![b](y.png)', 20, 'y.png'],
  ['![a](x.png) and ![b](y.png)', 13, null],
  ['[a](x.png)', 3, null],
  ['', 0, null],
  ['!['.repeat(2000), 10, null],
])('%j at %i means %j', (line, at, reference) => {
  expect(imageAt(line, at)?.reference ?? null).toBe(reference)
})
