import type { Extension } from '@codemirror/state'
import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view'
import { assetUrl } from '../../../shared/ipc/site-calls'
import { t } from '../../../shared/texts/translate'
import { imageAt } from '../../document/images/image-at'
import { sizeInWords } from '../../document/images/image-words'
import { imagesOf } from '../../document/images/post-images'
import { useDocument } from '../../document/state/document-state'

const drawn = (post: string, reference: string): HTMLElement => {
  const box = document.createElement('div')
  box.className = 'cm-image-hover'
  const image = document.createElement('img')
  const words = document.createElement('div')
  image.alt = ''
  image.onload = () => {
    const pixels = `${image.naturalWidth} × ${image.naturalHeight}`
    words.textContent = pixels
    imagesOf(post).then(
      (images) => {
        const found = images.find((one) => one.reference === reference)
        if (found) words.textContent = `${pixels} · ${sizeInWords(found.size)}`
      },
      () => undefined, // the list failed, which its user reports; the size in pixels is still shown
    )
  }
  image.onerror = () => {
    image.remove()
    words.textContent = t('editor.imageNotFound')
  }
  image.src = assetUrl(post, reference)
  box.append(image, words)
  return box
}

const tooltipAt = ({ state }: EditorView, pos: number): Tooltip | null => {
  const { post } = useDocument.getState()
  const line = state.doc.lineAt(pos)
  const found = imageAt(line.text, pos - line.from)
  if (!post || !found || /^(?:https?:|data:|\/\/)/i.test(found.reference)) return null
  const { reference, from, to } = found
  return {
    pos: line.from + from,
    end: line.from + to,
    above: true,
    create: () => ({ dom: drawn(post.id, reference) }),
  }
}

/** Shows an image with its dimensions and file size when hovering over its source. */
export const imageHover: Extension = hoverTooltip((view, pos) => tooltipAt(view, pos), { hoverTime: 400 })
