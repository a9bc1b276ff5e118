import type { SiteViewPlace } from '../../../shared/ipc/site-view-calls'

/** A page in a pane of the window, and how much smaller than usual it is drawn. */
export interface PlacedPage {
  readonly place: SiteViewPlace
  readonly zoom: number
}

/** Where a page of a given width stands in a pane: in its middle where it fits, else drawn smaller; null fills it. */
export const placeIn = (pane: DOMRect, width: number | null): PlacedPage => {
  const [y, height] = [Math.round(pane.top), Math.round(pane.height)]
  const isNarrower = width !== null && width < pane.width
  const x = Math.round(isNarrower ? pane.left + (pane.width - width) / 2 : pane.left)
  const place = { x, y, width: Math.round(isNarrower ? width : pane.width), height }
  const zoom = width === null || isNarrower ? 1 : Math.max(0.1, pane.width / width)
  return { place, zoom }
}

/** Tells where a part of the window is, now and whenever it has moved or its size changed. Returns how to stop. */
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
  // A part that moves without a change of its size does so because another one beside it changed.
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
