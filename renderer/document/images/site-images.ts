import { create } from 'zustand'
import type { ImageChoices } from '../../../shared/images/image-choices'

/** How the open site says that large images are imported; null where it says nothing. */
export const useSiteImages = create<{ readonly choices: ImageChoices | null }>(() => ({ choices: null }))

/** Takes what `postwright.json` of the open site says of images. */
export const setSiteImages = (choices: ImageChoices | null): void => useSiteImages.setState({ choices })
