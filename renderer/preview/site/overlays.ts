/** What lies over the window: everything outside of its root, and what inside it says so. */
const overlays = 'body > :not(#root):not(script), [data-over-page]'

/** Smaller parts are marks for screen readers and traps of the focus. */
const least = 4
const maxParts = 400

const meets = (one: DOMRect, other: DOMRect): boolean =>
  one.width >= least &&
  one.height >= least &&
  one.left < other.right &&
  one.right > other.left &&
  one.top < other.bottom &&
  one.bottom > other.top

/** Whether a dialog, a menu or the like lies over a part of the window. */
const isCovered = (part: Element): boolean => {
  const box = part.getBoundingClientRect()
  return [...document.querySelectorAll(overlays)].some((overlay) =>
    [overlay, ...overlay.querySelectorAll('*')]
      .slice(0, maxParts)
      .some((piece) => meets(piece.getBoundingClientRect(), box)),
  )
}

const between = 150

/** Tells when something begins to lie over a part of the window, and when nothing does any more. Returns how to stop. */
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
  const timer = setInterval(look, between) // for what moves or grows without being added
  return () => {
    observer.disconnect()
    clearInterval(timer)
  }
}
