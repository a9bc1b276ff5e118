import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react'

/** A page of a given width in a pane: as it is where it fits, else made smaller until all of it is seen. */
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

/** The size of a frame whose page is `page` pixels wide, as the pane around it changes; null fills the pane. */
export const useFrameSize = (pane: RefObject<HTMLElement | null>, page: number | null): CSSProperties => {
  const [width, setWidth] = useState(0)
  // Before the browser paints, so that no page is seen at a size that does not fit.
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
