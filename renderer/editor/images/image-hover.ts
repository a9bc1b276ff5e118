import type { Extension } from '@codemirror/state'
import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view'
import { messageOf } from '../../../shared/app-error'
import { assetUrl, type ImageInPost } from '../../../shared/ipc/site-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { whyNotShown } from '../../base/image-problem'
import { imageAt } from '../../document/images/image-at'
import { sizeInWords } from '../../document/images/image-words'
import { useDocument } from '../../document/state/document-state'

const factsOf = ({ size, bytes }: ImageInPost): string =>
  size
    ? t('images.pixelsAndSize', { width: size[0], height: size[1], size: sizeInWords(bytes) })
    : sizeInWords(bytes)

const drawn = (post: string, reference: string): HTMLElement => {
  const box = document.createElement('div')
  box.className = 'cm-image-hover'
  const image = document.createElement('img')
  const words = document.createElement('div')
  image.alt = ''
  const source = assetUrl(post, reference)
  image.onload = () => {
    api.imageInPost(post, reference).then(
      (found) => {
        words.textContent = found ? factsOf(found) : ''
      },
      (error: unknown) => {
        words.textContent = messageOf(error)
      },
    )
  }
  image.onerror = async () => {
    image.remove()
    words.textContent = (await whyNotShown(source)) ?? t('editor.imageNotFound')
  }
  image.src = `${source}&width=416`
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
