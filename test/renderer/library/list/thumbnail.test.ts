import { expect, test } from 'vitest'
import { installApi } from '../../../support/fake-api'
import { summary } from '../../../support/posts'

installApi({})
const { thumbnailOf } = await import('../../../../renderer/library/list/thumbnail')

test.each(['https://docs.astro.build/rays.webp', 'http://e.org/a.png', '//e.org/a.png', ''])(
  'a post whose image is %j has no thumbnail, and none that is missing',
  (image) => {
    expect(thumbnailOf({ ...summary('a.md'), image })).toBe('')
  },
)

test.each(['a.png', './a b.png', '/img/a.png', '../https/a.png', 'images/http.png'])(
  '%s has one',
  (image) => {
    expect(thumbnailOf({ ...summary('a.md'), image })).toContain(encodeURIComponent(image).slice(-6))
  },
)
