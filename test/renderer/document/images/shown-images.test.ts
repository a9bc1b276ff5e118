import { expect, test } from 'vitest'
import {
  countsOf,
  type ImageFilter,
  imagesToPick,
  shownImages,
} from '../../../../renderer/document/images/shown-images'
import type { CatalogImage } from '../../../../shared/images/catalog/image-catalog'

const image = (path: string, more: Partial<CatalogImage> = {}): CatalogImage => ({
  path,
  size: 1000,
  modifiedMs: 1,
  uses: [],
  usedBy: null,
  sameAs: null,
  ...more,
})
const use = { id: 'a.md', line: 1, alt: 'words' }
const catalog = {
  images: [
    image('b/cover.png', { uses: [use], sameAs: 'b/cover.png', modifiedMs: 2 }),
    image('c/free.png', { size: 500 }),
    image('a/cover.png', { uses: [{ ...use, id: 'b.md', alt: '' }], sameAs: 'b/cover.png', modifiedMs: 3 }),
    image('layout.png', { usedBy: 'index.html', size: 2_000_000 }),
    image('head.png', { uses: [{ ...use, alt: null }] }),
  ],
  missing: [{ reference: 'x.png', uses: [use] }],
  unreadable: [],
  isComplete: true,
}
const query = { filter: 'all', order: 'path', words: '', post: 'a.md' } as const
const paths = (filter: ImageFilter, more = {}) =>
  shownImages(catalog, { ...query, filter, ...more }).map(({ path }) => path)

test('filters show what they say and count it', () => {
  expect(paths('post')).toEqual(['b/cover.png', 'head.png'])
  expect(paths('unused')).toEqual(['c/free.png'])
  expect(paths('heavy')).toEqual(['layout.png'])
  expect(paths('same')).toEqual(['a/cover.png', 'b/cover.png'])
  expect(paths('no-alt')).toEqual(['a/cover.png'])
  expect(countsOf(catalog, 'a.md')).toEqual({
    all: 5,
    post: 2,
    unused: 1,
    missing: 1,
    heavy: 1,
    same: 2,
    'no-alt': 1,
  })
})

test('orders and words', () => {
  expect(paths('all', { order: 'newest' })[0]).toBe('a/cover.png')
  expect(paths('all', { order: 'largest' })[0]).toBe('layout.png')
  expect(paths('all', { words: 'COVER' })).toEqual(['a/cover.png', 'b/cover.png'])
  expect(paths('all', { words: 'b/' })).toEqual(['b/cover.png'])
})

test('a picker has the images of the post first, those it shows and those of its folders, then the newest', () => {
  const picked = (post: string, own: readonly string[] = [], words = '') =>
    imagesToPick(catalog, post, new Set(own), words).map(({ path }) => path)
  expect(picked('a.md')).toEqual(['b/cover.png', 'head.png', 'a/cover.png', 'c/free.png', 'layout.png'])
  expect(picked('c.md', ['c/free.png'])[0]).toBe('c/free.png')
  expect(picked('c.md')[0]).toBe('a/cover.png')
  expect(picked('a.md', [], ' COVER')).toEqual(['b/cover.png', 'a/cover.png'])
})
