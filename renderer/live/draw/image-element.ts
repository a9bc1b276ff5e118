import type { EditorView } from '@codemirror/view'
import type { ImageSource } from '../../../shared/markdown/links/links'
import { t } from '../../../shared/texts/translate'
import { dragImage } from '../../document/images/dragged-image'
import type { Stand } from '../reading/marks'
import { askSize, keepSize, sizeAt } from './image-sizes'
import type { Size } from './size'

/** An image of the text; its space is reserved before it is loaded. */
export const imageElement = (
  { alt, reference, isAlone }: Extract<Stand, { readonly kind: 'image' }>,
  source: ImageSource,
  view: EditorView,
): HTMLElement => {
  const frame = document.createElement('span')
  frame.className = isAlone ? 'live-figure' : 'live-picture'
  // Its source has no words to click at while it is out of sight.
  frame.addEventListener('click', () => {
    view.dispatch({ selection: { anchor: view.posAtDOM(frame) }, userEvent: 'select.pointer' })
    view.focus()
  })
  if (source.kind !== 'shown') {
    frame.classList.add('live-no-image')
    frame.textContent =
      source.kind === 'held'
        ? t('editor.imageBlocked', { host: source.host })
        : t('editor.imageNotShown', { reference })
    return frame
  }
  const image = document.createElement('img')
  const known = sizeAt(source.url)
  if (known) setSize(image, known)
  else {
    image.classList.add('live-image-waiting')
    askSize(view, reference, source.url, (size) => {
      image.classList.remove('live-image-waiting')
      setSize(image, size)
    })
  }
  image.alt = alt
  image.src = source.url
  image.addEventListener('load', () => {
    const size = { width: image.naturalWidth, height: image.naturalHeight }
    if (size.width > 0) keepSize(source.url, size)
    image.classList.remove('live-image-waiting')
    if (size.width > 0) setSize(image, size)
    view.requestMeasure()
  })
  image.addEventListener('dragstart', (event) => dragImage(event, view, frame))
  image.addEventListener('error', () => {
    frame.classList.add('live-no-image')
    frame.textContent = t('editor.imageMissing', { reference })
    view.requestMeasure()
  })
  frame.append(image)
  return frame
}

/** An image that is not loaded yet has no size of its own: what it will take is said in the rule for it. */
const setSize = (image: HTMLImageElement, { width, height }: Size): void => {
  image.classList.add('live-image-sized')
  image.style.setProperty('--image-width', `${width}px`)
  image.style.setProperty('--image-ratio', String(width / height))
}
