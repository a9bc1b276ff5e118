import type { SiteViewPlace } from '../../../shared/ipc/site-view-calls'

/** The bounds of a page in a pane, and its scale. */
export interface PlacedPage {
  readonly place: SiteViewPlace
  readonly zoom: number
}

/** The bounds of a page of a given width in a pane: centered if it fits, otherwise scaled down; null fills the pane. */
export const placeIn = (pane: DOMRect, width: number | null): PlacedPage => {
  const [y, height] = [Math.round(pane.top), Math.round(pane.height)]
  const isNarrower = width !== null && width < pane.width
  const x = Math.round(isNarrower ? pane.left + (pane.width - width) / 2 : pane.left)
  const place = { x, y, width: Math.round(isNarrower ? width : pane.width), height }
  const zoom = width === null || isNarrower ? 1 : Math.max(0.1, pane.width / width)
  return { place, zoom }
}

/** Reports the bounds of an element, now and after each change; returns an unsubscribe function. */
export const watchPlace = (part: Element, tell: (box: DOMRect) => void): (() => void) => {
  let before = ''
  const look = () => {
    const box = part.getBoundingClientRect()
    const now = JSON.stringify(box)
    if (now !== before) tell(box)
    before = now
  }
  look()
  const observer = new ResizeObserver(look)
  observer.observe(part)
  // An element that moves without resizing does so because a sibling has changed.
  for (let around = part.parentElement; around !== null; around = around.parentElement) {
    observer.observe(around)
    for (const beside of around.children) observer.observe(beside)
  }
  window.addEventListener('resize', look)
  return () => {
    observer.disconnect()
    window.removeEventListener('resize', look)
  }
}
