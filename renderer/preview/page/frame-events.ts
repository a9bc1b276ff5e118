import { decodedUri } from '../../../shared/base/decoded-uri'
import { t } from '../../../shared/texts/translate'
import { whyNotShown } from '../../base/image-problem'
import { originalOf, standFor } from './morph'

/** The events of the frame. */
export interface FrameListener {
  /** A link out of the page was clicked. */
  readonly onLink: (href: string) => void
  /** A task checkbox was clicked: the block's node and the line inside its block. */
  readonly onTask: (box: HTMLInputElement, line: number) => void
  /** An image has loaded or failed, so heights have changed. */
  readonly onResize: () => void
}

/**
 * Listens to the frame from outside, in the capture phase: the frame itself runs no scripts. Clicks never navigate; a
 * link is passed to the listener, an anchor scrolls.
 */
export const listenToFrame = (frame: Document, listener: FrameListener): void => {
  frame.addEventListener('error', ({ target }) => showMissing(target, listener.onResize), true)
  frame.addEventListener('load', () => listener.onResize(), true)
  const clicked = (event: MouseEvent): void => {
    const target = event.target as Element | null
    const box = target?.closest?.('input[data-task]')
    if (box && event.type === 'click') {
      event.preventDefault() // the source changes, and then the checkbox
      listener.onTask(box as HTMLInputElement, Number((box as HTMLElement).dataset.task))
      return
    }
    const link = target?.closest?.('a, area')
    if (!link) return
    event.preventDefault()
    const href = link.getAttribute('href') ?? link.getAttribute('xlink:href')
    if (href?.startsWith('#')) scrollToAnchor(frame, href.slice(1))
    else if (href) listener.onLink(href)
  }
  frame.addEventListener('click', clicked, true)
  frame.addEventListener('auxclick', clicked, true)
  for (const kind of ['submit', 'dragstart'] as const)
    frame.addEventListener(kind, (event) => event.preventDefault(), true)
  for (const kind of ['dragover', 'drop'] as const)
    frame.addEventListener(kind, (event) => leaveToWindow(event), true)
}

/** Files that are dragged over the page or dropped on it are the window's, as elsewhere outside the text. */
const leaveToWindow = (event: DragEvent): void => {
  event.preventDefault()
  const { dataTransfer, type } = event
  if (dataTransfer?.types.includes('Files'))
    window.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true }))
}

const scrollToAnchor = (frame: Document, written: string): void => {
  if (written === '' || written === 'top') {
    frame.scrollingElement?.scrollTo({ top: 0 })
    return
  }
  const id = decodedUri(written)
  // Only inside the post: ids of other parts may equal a heading's.
  const inPost = (attribute: string) => frame.querySelector(`main > * ${attribute}="${CSS.escape(id)}"]`)
  const found = inPost('[id') ?? inPost('a[name')
  found?.scrollIntoView({ block: 'start' })
}

const showMissing = (target: EventTarget | null, onResize: () => void): void => {
  const image = target as HTMLImageElement | null
  if (image?.nodeName !== 'IMG' || !image.parentNode) return
  const reference = image.dataset.reference ?? image.getAttribute('src') ?? ''
  const box = image.ownerDocument.createElement('span')
  box.className = 'image-missing'
  box.setAttribute('role', 'img')
  box.dataset.reference = reference
  const about = image.alt ? ` (${image.alt})` : ''
  const say = (words: string) => {
    box.textContent = words
    box.setAttribute('aria-label', words)
  }
  say(t('preview.imageNotFound', { image: reference + about }))
  void whyNotShown(image.src).then((why) => {
    if (why === null) return
    say(t('preview.imageNotShownWhy', { image: reference + about, why }))
    onResize()
  })
  standFor(box, originalOf(image))
  image.replaceWith(box)
  onResize()
}
