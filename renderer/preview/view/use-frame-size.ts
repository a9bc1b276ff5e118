import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react'

/** The size of a page of a given width in a pane: unscaled if it fits, otherwise scaled down. */
export const frameSize = (page: number | null, pane: number): CSSProperties => {
  if (page === null) return {}
  if (pane === 0 || page <= pane) return { width: page }
  const scale = pane / page
  return {
    width: page,
    height: `${100 / scale}%`,
    transform: `scale(${scale})`,
    transformOrigin: '0 0',
  }
}

/** The size of a frame whose page is `page` pixels wide, following its pane; null fills the pane. */
export const useFrameSize = (pane: RefObject<HTMLElement | null>, page: number | null): CSSProperties => {
  const [width, setWidth] = useState(0)
  // Before painting, so that a page is never shown at a size that does not fit.
  useLayoutEffect(() => {
    const element = pane.current
    if (!element || page === null) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [pane, page])
  return frameSize(page, width)
}
