import { heavyBytes } from '../image-choices'
import type { CatalogImage } from './image-catalog'

/** What can be the matter with an image of a site. */
export type ImageMatter = 'unused' | 'heavy' | 'same' | 'no-alt'

/** Whether it is the matter with an image. */
export const imageMatters: Readonly<Record<ImageMatter, (image: CatalogImage) => boolean>> = {
  unused: ({ uses, usedBy }) => uses.length === 0 && usedBy === null,
  heavy: ({ size }) => size > heavyBytes,
  same: ({ sameAs }) => sameAs !== null,
  'no-alt': ({ uses }) => uses.some(({ alt }) => alt !== null && alt.trim() === ''),
}
