import { expect, test } from 'vitest'
import { altKeyOf } from '../../../../renderer/front-matter/controls/alt-field'

test.each([
  ['image', ['title', 'image', 'imageAlt'], 'imageAlt'],
  ['heroImage', ['heroImage', 'heroAlt'], 'heroAlt'],
  ['hero_image', ['hero_image', 'hero_image_alt'], 'hero_image_alt'],
  ['cover.src', ['cover.src', 'cover.alt'], 'cover.alt'],
  ['cover', ['cover', 'cover.alt'], 'cover.alt'],
  ['image', ['image', 'alternate', 'salt'], undefined],
  ['cover', ['cover', 'imageAlt'], undefined],
  ['alt', ['alt'], undefined],
  ['thumbnail', ['alt', 'thumbnail'], 'alt'],
  ['thumbnail', ['alt', 'thumbnail', 'thumbnail_alt_text'], 'thumbnail_alt_text'],
  ['cover', ['description', 'cover', 'cover_description'], 'cover_description'],
  ['cover.src', ['alt', 'cover.src'], undefined],
])('the alt text of %s among %j is %s', (key, keys, alt) => {
  expect(altKeyOf(key, keys)).toBe(alt)
})
