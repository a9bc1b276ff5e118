import { listenToShortcuts } from '../../base/shortcuts'
import { type FrameListener, listenToFrame } from './frame-events'
import { redrawDiagrams } from './mermaid-diagrams'

/** The elements of the frame that the pane fills. */
export interface PreviewFrame {
  readonly document: Document
  readonly head: HTMLElement
  readonly post: HTMLElement
  readonly notes: HTMLElement
}

/** The documents of the frame: the second one may load images from other servers. */
export const frameAddress = (remoteImages: 'show' | 'hold'): string =>
  new URL(
    remoteImages === 'show' ? './preview/remote-preview.html' : './preview/preview.html',
    document.baseURI,
  ).href

/** The parts of the loaded frame; null while it shows something else. */
export const openFrame = (element: HTMLIFrameElement, listener: FrameListener): PreviewFrame | null => {
  const frame = element.contentDocument
  const head = frame?.querySelector<HTMLElement>('#head')
  const post = frame?.querySelector<HTMLElement>('#post')
  const notes = frame?.querySelector<HTMLElement>('#notes')
  if (!frame || !head || !post || !notes) return null
  listenToFrame(frame, listener)
  listenToShortcuts(frame)
  return { document: frame, head, post, notes }
}

/** Syncs the theme of the frame with the window, unless it has only light colors; returns an unsubscribe function. */
export const followTheme = (frame: Document): (() => void) => {
  const root = document.documentElement
  const show = () => {
    const onlyLight = frame.documentElement.hasAttribute('data-only-light')
    const theme = onlyLight ? 'light' : (root.dataset.theme ?? 'light')
    if (frame.documentElement.dataset.theme === theme) return
    frame.documentElement.dataset.theme = theme
    redrawDiagrams(frame, theme === 'dark')
    frame.documentElement.classList.toggle('dark', theme === 'dark') // style sheets of sites often use this class
  }
  show()
  const observer = new MutationObserver(show)
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] })
  observer.observe(frame.documentElement, { attributes: true, attributeFilter: ['data-only-light'] })
  return () => observer.disconnect()
}
