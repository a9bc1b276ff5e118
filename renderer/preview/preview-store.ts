import { create } from 'zustand'
import type { PreviewSession } from './preview-session'

export type PreviewWidth = 'full' | 'phone' | 'tablet' | 'desktop'

export interface PreviewState {
  /** The page, or the cards that lists and social networks make of the post. */
  readonly view: 'page' | 'card'
  readonly width: PreviewWidth
  /** Grows when heights on the page may have changed. */
  readonly layoutVersion: number
  /** What is on the screen; null while there is no preview. */
  readonly shown: PreviewSession | null
}

/** What the preview pane shows, for its own controls and for scroll sync. */
export const usePreview = create<PreviewState>(() => ({
  view: 'page',
  width: 'full',
  layoutVersion: 0,
  shown: null,
}))

/** Says which page is on the screen. */
export const setShown = (shown: PreviewSession | null): void => usePreview.setState({ shown })

/** Pixels of a width preset; null fills the pane. */
export const pixelsOf = (width: PreviewWidth): number | null =>
  ({ full: null, phone: 390, tablet: 768, desktop: 1280 })[width]
