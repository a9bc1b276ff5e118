import type { SiteStyle } from '../../../shared/ipc/look-calls'

// Undoes styles of the body, for instance for menus and fade-ins, that would hide the post.
const readable = `
html, body { display: block !important; position: static !important; visibility: visible !important;
  height: auto !important; opacity: 1 !important; overflow: visible !important; }
main.page { padding: 40px 24px 96px !important; }`

// Stored by frame: a post can have an element with any id.
const elements = new WeakMap<Document, HTMLStyleElement>()

/** Applies the site's style sheets to the page of a frame, after its own; an empty list removes them. */
export const drawSiteStyle = (frame: Document, styles: readonly SiteStyle[]): void => {
  const worn = styles.length > 0
  const text = worn ? [...styles.map((style) => style.text), readable].join('\n') : '/* none */'
  const known = elements.get(frame)
  const element = known ?? frame.createElement('style')
  if (element.textContent === text || (!known && !worn)) return
  element.textContent = text // its load event tells the pane that heights may have changed
  if (!known) frame.head.append(element)
  elements.set(frame, element)
  frame.documentElement.toggleAttribute('data-only-light', worn && !styles.some(({ dark }) => dark))
}
