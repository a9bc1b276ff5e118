/** Overlays of the window: everything outside of its root, and marked elements inside. */
const overlays = 'body > :not(#root):not(script), [data-over-page]'

/** Smaller elements are screen reader texts and focus guards. */
const least = 4
const maxParts = 400

const meets = (one: DOMRect, other: DOMRect): boolean =>
  one.width >= least &&
  one.height >= least &&
  one.left < other.right &&
  one.right > other.left &&
  one.top < other.bottom &&
  one.bottom > other.top

/** Whether an overlay covers a part of the window. */
const isCovered = (part: Element): boolean => {
  const box = part.getBoundingClientRect()
  return [...document.querySelectorAll(overlays)].some((overlay) =>
    [overlay, ...overlay.querySelectorAll('*')]
      .slice(0, maxParts)
      .some((piece) => meets(piece.getBoundingClientRect(), box)),
  )
}

const between = 150

/** Reports when overlays start and stop covering a part of the window; returns an unsubscribe function. */
export const watchOverlays = (part: Element, tell: (covered: boolean) => void): (() => void) => {
  let before: boolean | null = null
  const look = () => {
    const now = isCovered(part)
    if (now !== before) tell(now)
    before = now
  }
  look()
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true })
  const timer = setInterval(look, between) // for overlays that move or grow
  return () => {
    observer.disconnect()
    clearInterval(timer)
  }
}
