import { create } from 'zustand'
import type { ImageFilter, ImageOrder } from '../document/images/shown-images'

interface ImagesState {
  readonly filter: ImageFilter
  readonly order: ImageOrder
  readonly words: string
  /** Path of the image in the detail column. */
  readonly selected: string | null
  /** The image or folder that is about to get another name. */
  readonly moving: string | null
}

/** Which images the view shows, and the one that is chosen. */
export const useImages = create<ImagesState>(() => ({
  filter: 'all',
  order: 'newest',
  words: '',
  selected: null,
  moving: null,
}))

/** Changes what is shown. */
export const changeImages = (change: Partial<ImagesState>): void => useImages.setState(change)

/** Asks for another name of the image in the detail column. */
export const renameSelectedImage = (): void => useImages.setState(({ selected }) => ({ moving: selected }))
