import { expect, test } from 'vitest'
import { folderInWords, sizeInWords } from '../../../../renderer/document/images/image-words'

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [64_200, '64 KB'],
  [999_499, '999 KB'],
  [999_500, '1.0 MB'],
  [4_240_000, '4.2 MB'],
  [12_400_000, '12 MB'],
])('%i is %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})

test.each([
  ['a.png', 'site root'],
  ['public/a.png', 'public'],
  ['public/posts/trip/a.png', '…/trip'],
])('%s lies in %s', (path, words) => {
  expect(folderInWords(path)).toBe(words)
})
