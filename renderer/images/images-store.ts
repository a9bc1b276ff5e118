import { create } from 'zustand'
import { messageOf } from '../../shared/app-error'
import type { ImageCatalog, ImageSize } from '../../shared/images/catalog/image-catalog'
import { unpack } from '../../shared/ipc/packed'
import { api } from '../base/api'
import { showError } from '../base/notices'
import type { ImageFilter, ImageOrder } from './shown-images'

interface ImagesState {
  /** Null until the site was looked at. */
  readonly catalog: ImageCatalog | null
  readonly failure: string
  readonly filter: ImageFilter
  readonly order: ImageOrder
  readonly words: string
  /** Path of the image in the detail column. */
  readonly selected: string | null
  readonly sizes: ReadonlyMap<string, ImageSize>
  /** The image or folder that is about to get another name. */
  readonly moving: string | null
}

/** The images of the open site as the view shows them. */
export const useImages = create<ImagesState>(() => ({
  catalog: null,
  failure: '',
  filter: 'all',
  order: 'newest',
  words: '',
  selected: null,
  sizes: new Map(),
  moving: null,
}))

/** Changes what is shown. */
export const changeImages = (
  change: Partial<Pick<ImagesState, 'filter' | 'order' | 'words' | 'selected' | 'moving'>>,
): void => useImages.setState(change)

/** Asks for another name of the image in the detail column. */
export const renameSelectedImage = (): void => useImages.setState(({ selected }) => ({ moving: selected }))

let asked = 0

/** Looks at all images of the site again. */
export const lookAtImages = async (): Promise<void> => {
  asked += 1
  const mine = asked
  try {
    const catalog = unpack(await api.siteImages())
    if (mine === asked) useImages.setState({ catalog, failure: '', sizes: new Map() })
  } catch (error) {
    if (mine === asked) useImages.setState({ failure: messageOf(error) })
  }
}

const waiting = new Set<string>()
let timer: ReturnType<typeof setTimeout> | undefined
const [pauseMs, atOnce] = [60, 200]

/** Asks for the pixels of images that came into sight. */
export const wantSizes = (paths: readonly string[]): void => {
  const { sizes } = useImages.getState()
  for (const path of paths) if (!sizes.has(path)) waiting.add(path)
  if (waiting.size === 0) return
  clearTimeout(timer)
  timer = setTimeout(() => {
    const now = [...waiting].slice(0, atOnce)
    for (const path of now) waiting.delete(path)
    api.imageSizes(now).then((found) => {
      const added = new Map(useImages.getState().sizes)
      for (const [index, path] of now.entries()) added.set(path, found[index] ?? null)
      useImages.setState({ sizes: added })
    }, showError)
  }, pauseMs)
}
