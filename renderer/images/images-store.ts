import { create } from 'zustand'
import type { ImageFilter, ImageOrder } from '../document/images/shown-images'

interface ImagesState {
  readonly filter: ImageFilter
  readonly order: ImageOrder
  readonly words: string
  /** Path of the image in the detail column. */
  readonly selected: string | null
  /** The image or folder to be renamed. */
  readonly moving: string | null
}

/** The state of the Images view. */
export const useImages = create<ImagesState>(() => ({
  filter: 'all',
  order: 'newest',
  words: '',
  selected: null,
  moving: null,
}))

/** Changes the state. */
export const changeImages = (change: Partial<ImagesState>): void => useImages.setState(change)

/** Opens the dialog that renames the selected image. */
export const renameSelectedImage = (): void => useImages.setState(({ selected }) => ({ moving: selected }))
