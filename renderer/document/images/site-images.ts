import { create } from 'zustand'
import type { ImageChoices } from '../../../shared/images/image-choices'

/** How the open site imports large images; null if it does not say. */
export const useSiteImages = create<{ readonly choices: ImageChoices | null }>(() => ({ choices: null }))

/** Sets the image settings of the open site's `postwright.json`. */
export const setSiteImages = (choices: ImageChoices | null): void => useSiteImages.setState({ choices })
