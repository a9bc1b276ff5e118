import { expect, test } from 'vitest'
import { descriptionOf, folderInWords, sizeInWords } from '../../../../renderer/document/images/image-words'

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

test.each([
  'DSC_0001.jpg',
  '_DSC1234.JPG',
  'DSCF0042.jpg',
  'IMG_20240506_101112.jpg',
  'IMG-20240506-WA0001.jpg',
  'PXL_20240506_101112345.MP.jpg',
  'P1010001.JPG',
  'GOPR0123.JPG',
  'DJI_0042.jpg',
  'Screenshot 2024-05-06 at 10.11.12 AM.png',
  'Screen Shot 2024-05-06 at 10.11.12.png',
  'Bildschirmfoto 2024-05-06 um 10.11.12.png',
  'WhatsApp Image 2024-05-06 at 10.11.12.jpeg',
  'image (3).png',
  'unnamed-2.png',
  '3f2504e0-4f89-11d3-9a0c-0305e82c3301.png',
  'd41d8cd98f00b204e9800998ecf8427e.webp',
  '20240506.jpg',
  'IMG_1234-edited.jpg',
  'PXL_20240506.PORTRAIT.jpg',
  'image (1) copy.png',
])('%s suggests no alt text', (name) => {
  expect(descriptionOf(name)).toBe('')
})

test.each([
  ['harbour-at-night.jpg', 'harbour at night'],
  ['My photo (1) ü.jpg', 'My photo (1) ü'],
  ['pier.png', 'pier'],
  ['Paris_map.webp', 'Paris map'],
  ['facade.jpg', 'facade'],
  ['image-of-a-boat.png', 'image of a boat'],
  ['vidzeme.jpg', 'vidzeme'],
  ['camp.jpg', 'camp'],
  ['portrait-of-ann.jpg', 'portrait of ann'],
  ['edited-pier.jpg', 'edited pier'],
  [`${'wa'.repeat(100)}x.jpg`, `${'wa'.repeat(100)}x`],
  [`${'pmp'.repeat(60)}x.jpg`, `${'pmp'.repeat(60)}x`],
])('%s suggests “%s”', (name, words) => {
  expect(descriptionOf(name)).toBe(words)
})
