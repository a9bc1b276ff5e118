import type { SiteStyle } from '../../../shared/ipc/look-calls'

// What a site does to its body for its menus and its fading in must not keep the post from being read.
const readable = `
html, body { display: block !important; position: static !important; visibility: visible !important;
  height: auto !important; opacity: 1 !important; overflow: visible !important; }
main.page { padding: 40px 24px 96px !important; }`

// Looked up by its frame: a post can have a heading or an element of any id.
const elements = new WeakMap<Document, HTMLStyleElement>()

/** Dresses the page of a frame in the style sheets of the site, above its own; none takes them off. */
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
