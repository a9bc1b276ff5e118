import { create } from 'zustand'

export type PreviewWidth = 'full' | 'phone' | 'tablet' | 'desktop'

export interface PreviewState {
  /** The page, the cards that lists and social networks make of the post, or the site's own page of it. */
  readonly view: 'page' | 'card' | 'site'
  readonly width: PreviewWidth
}

/** What the preview pane shows, for its own controls. */
export const usePreview = create<PreviewState>(() => ({
  view: 'page',
  width: 'full',
}))

/** Pixels of a width preset; null fills the pane. */
export const pixelsOf = (width: PreviewWidth): number | null =>
  ({ full: null, phone: 390, tablet: 768, desktop: 1280 })[width]
