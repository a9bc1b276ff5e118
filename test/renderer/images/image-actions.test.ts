import { expect, test } from 'vitest'
import type { CatalogImage } from '../../../shared/images/catalog/image-catalog'
import { pack } from '../../../shared/ipc/packed'
import { installApi } from '../../support/fake-api'

const image = (more: Partial<CatalogImage>): CatalogImage => ({
  path: 'public/a.png',
  size: 1,
  modifiedMs: 1,
  uses: [],
  usedBy: null,
  sameAs: null,
  ...more,
})
const catalog = (images: readonly CatalogImage[]) => ({
  images,
  missing: [],
  unreadable: [],
  isComplete: true,
})
installApi({
  trashImages: () => ({ undo: 'op', done: 1, failed: [] }),
  siteImages: () => pack(catalog([])),
  sameImages: () => null,
})
const { useCatalog } = await import('../../../renderer/document/images/catalog-store')
const { trashImage } = await import('../../../renderer/images/image-actions')

const use = { id: 'a.md', line: 3, alt: null }

test.each([
  ['nothing uses', {}, ''],
  ['one place uses', { uses: [use] }, ' It is still used in 1 place.'],
  ['two places use', { uses: [use, { ...use, line: 5 }] }, ' It is still used in 2 places.'],
  ['a layout names', { usedBy: '_layouts/post.html' }, ' _layouts/post.html still names it.'],
])('who deletes an image that %s is told so', async (_what, more, words) => {
  useCatalog.setState({ catalog: catalog([image(more)]) })
  const told: string[] = []
  await trashImage(
    {
      titleOf: (id) => id,
      show: async () => undefined,
      insert: null,
      save: async () => undefined,
      tell: (text) => told.push(text),
      reread: async () => undefined,
    },
    'public/a.png',
  )
  expect(told).toEqual([expect.stringMatching(/^Moved a\.png to the (?:Trash|Recycle Bin)\./)])
  expect(told[0]?.replace(/^[^.]*\.[^.]*\./, '')).toBe(words)
})
