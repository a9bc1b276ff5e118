import { create } from 'zustand'

export type PreviewWidth = 'full' | 'phone' | 'tablet' | 'desktop'

export interface PreviewState {
  /** The rendered page, the cards in lists and social networks, or the site's own page. */
  readonly view: 'page' | 'card' | 'site'
  readonly width: PreviewWidth
}

/** The state of the preview pane. */
export const usePreview = create<PreviewState>(() => ({
  view: 'page',
  width: 'full',
}))

/** Pixels of a width preset; null fills the pane. */
export const pixelsOf = (width: PreviewWidth): number | null =>
  ({ full: null, phone: 390, tablet: 768, desktop: 1280 })[width]
