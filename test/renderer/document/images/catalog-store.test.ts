import { beforeEach, expect, test, vi } from 'vitest'
import { deferred } from '../../../../shared/base/deferred'
import type { SameImages } from '../../../../shared/images/catalog/image-catalog'
import { pack } from '../../../../shared/ipc/packed'
import type { SiteInfo } from '../../../../shared/site/site-info'
import { installApi } from '../../../support/fake-api'

const catalogOf = (...paths: readonly string[]) => ({
  images: paths.map((path) => ({ path, size: 1, modifiedMs: 1, uses: [], usedBy: null, sameAs: null })),
  missing: [],
  unreadable: [],
  isComplete: true,
})
let listed = catalogOf('a.png', 'b.png')
let compare: () => Promise<SameImages | null> = async () => null
const measured = deferred<readonly unknown[]>()
const fake = installApi({
  siteImages: () => pack(listed),
  sameImages: () => compare(),
  stopSameImages: () => undefined,
  imageSizes: () => measured.promise,
})
const { useSite } = await import('../../../../renderer/base/site-store')
const { lookAtImages, lookForSame, stopLookingForSame, useCatalog, wantSizes } = await import(
  '../../../../renderer/document/images/catalog-store'
)

const open = (key: string) => useSite.setState({ site: { name: key, key } as SiteInfo })
const twins = () => useCatalog.getState().catalog?.images.map(({ sameAs }) => sameAs)
const same: SameImages = [
  ['a.png', 'a.png'],
  ['b.png', 'a.png'],
]

beforeEach(async () => {
  listed = catalogOf('a.png', 'b.png')
  open('none')
  await lookAtImages()
  open('site')
})

test('images come before their duplicates, which stay when the images are loaded again', async () => {
  const found = deferred<SameImages>()
  compare = () => found.promise
  await lookAtImages()
  expect(useCatalog.getState()).toMatchObject({ same: null, failure: '' })
  expect(twins()).toEqual([null, null])
  const looked = lookForSame()
  found.resolve(same)
  await looked
  expect(twins()).toEqual(['a.png', 'a.png'])
  await lookAtImages()
  expect(twins()).toEqual(['a.png', 'a.png'])
})

test('a search that was stopped changes nothing', async () => {
  compare = async () => null
  await lookAtImages()
  await stopLookingForSame()
  await lookForSame()
  expect(fake.called.map(({ name }) => name)).toContain('stopSameImages')
  expect(useCatalog.getState().same).toBeNull()
})

test('the duplicates of another site are dropped', async () => {
  const found = deferred<SameImages>()
  compare = () => found.promise
  await lookAtImages()
  const looked = lookForSame()
  open('other')
  listed = catalogOf('a.png')
  await lookAtImages()
  found.resolve(same)
  await looked
  expect(useCatalog.getState().same).toBeNull()
  expect(twins()).toEqual([null])
})

test('sizes that are on their way when the duplicates come are kept', async () => {
  compare = async () => same
  await lookAtImages()
  wantSizes(['a.png'])
  await vi.waitFor(() => expect(fake.called.map(({ name }) => name)).toContain('imageSizes'))
  await lookForSame()
  measured.resolve([[3, 2]])
  await vi.waitFor(() => expect(useCatalog.getState().sizes.get('a.png')).toEqual([3, 2]))
})
