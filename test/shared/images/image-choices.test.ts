import { expect, test } from 'vitest'
import { isLarge, widthsToOffer } from '../../../shared/images/image-choices'

test.each([
  ['a site without images', 6000, [], [1600, 2400]],
  ['a smaller photo', 2000, [], [1600]],
  ['one that is small already', 1200, [], []],
  [
    'widths that the site uses often',
    6000,
    [1200, 1200, 1200, 800, 800, 800, 800, 555, 555, 555],
    [800, 1200],
  ],
  ['widths used once or twice say nothing', 6000, [1000, 1100, 1100], [1600, 2400]],
  ['widths of the site that are larger than the photo', 1000, [1200, 1200, 1200], []],
])('%s', (_, width, ofSite, offered) => {
  expect(widthsToOffer(width, ofSite)).toEqual(offered)
})

const facts = {
  type: 'image/jpeg',
  width: 800,
  height: 600,
  bytes: 90_000,
  isAnimated: false,
  hasPlace: false,
  hasMetadata: false,
  canChange: true,
}

test('an image is large by its pixels or its bytes, where that can be changed', () => {
  expect(isLarge(facts)).toBe(false)
  expect(isLarge({ ...facts, height: 3000 })).toBe(true)
  expect(isLarge({ ...facts, bytes: 1_200_000 })).toBe(true)
  expect(isLarge({ ...facts, bytes: 1_200_000, canChange: false })).toBe(false)
})
