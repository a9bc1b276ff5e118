import type { CatalogImage, ImageCatalog } from '../../../shared/images/catalog/image-catalog'
import { type ImageMatter, imageMatters } from '../../../shared/images/catalog/image-filters'
import type { PostId } from '../../../shared/posts/post'
import { filePart } from '../../../shared/site/post-path'

/** Which images are shown. */
export type ImageFilter = 'all' | 'post' | 'missing' | ImageMatter
export type ImageOrder = 'newest' | 'largest' | 'name' | 'path'

/** What to show of a catalog. */
export interface ImageQuery {
  readonly filter: ImageFilter
  readonly order: ImageOrder
  readonly words: string
  /** The open post. */
  readonly post: PostId | null
}

const tests: Readonly<
  Record<Exclude<ImageFilter, 'missing'>, (image: CatalogImage, post: PostId | null) => boolean>
> = {
  all: () => true,
  post: ({ uses }, post) => uses.some(({ id }) => id === post),
  ...imageMatters,
}

/** How many images each filter shows. */
export const countsOf = (
  { images, missing }: ImageCatalog,
  post: PostId | null,
): Readonly<Record<ImageFilter, number>> => {
  const count = (filter: Exclude<ImageFilter, 'missing'>) =>
    images.reduce((sum, image) => sum + (tests[filter](image, post) ? 1 : 0), 0)
  return {
    all: images.length,
    post: count('post'),
    unused: count('unused'),
    missing: missing.length,
    heavy: count('heavy'),
    same: count('same'),
    'no-alt': count('no-alt'),
  }
}

const orders: Readonly<Record<ImageOrder, (a: CatalogImage, b: CatalogImage) => number>> = {
  newest: (a, b) => b.modifiedMs - a.modifiedMs || byPath(a, b),
  largest: (a, b) => b.size - a.size || byPath(a, b),
  name: (a, b) => compare(filePart(a.path), filePart(b.path)) || byPath(a, b),
  path: (a, b) => byPath(a, b),
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byPath = (a: CatalogImage, b: CatalogImage): number => compare(a.path, b.path)

/** The images to show, in order; duplicates are side by side. */
export const shownImages = (
  { images }: ImageCatalog,
  { filter, order, words, post }: ImageQuery,
): readonly CatalogImage[] => {
  if (filter === 'missing') return []
  const wanted = words.toLocaleLowerCase().trim()
  const found = images.filter(
    (image) => tests[filter](image, post) && image.path.toLocaleLowerCase().includes(wanted),
  )
  const inOrder = found.toSorted(orders[order])
  return filter === 'same' ? inOrder.toSorted((a, b) => compare(a.sameAs ?? '', b.sameAs ?? '')) : inOrder
}

/** The images to choose from for a post, its own first: those it shows and those in its folders, `own`. */
export const imagesToPick = (
  { images }: ImageCatalog,
  post: PostId,
  own: ReadonlySet<string>,
  words: string,
): readonly CatalogImage[] => {
  const wanted = words.toLocaleLowerCase().trim()
  const found = images.filter(({ path }) => path.toLocaleLowerCase().includes(wanted)).toSorted(orders.newest)
  const isOwn = (image: CatalogImage) => own.has(image.path) || tests.post(image, post)
  return [...found.filter(isOwn), ...found.filter((image) => !isOwn(image))]
}
