import { forEachDiagnostic } from '@codemirror/lint'
import type { EditorState, Extension } from '@codemirror/state'
import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view'
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

const drawn = (post: string, reference: string, found: ImageInPost | null): HTMLElement => {
  const box = document.createElement('div')
  box.className = 'cm-image-hover'
  const image = document.createElement('img')
  const words = document.createElement('div')
  image.alt = ''
  const source = assetUrl(post, reference)
  image.onload = () => {
    words.textContent = found ? factsOf(found) : ''
  }
  image.onerror = async () => {
    image.remove()
    words.textContent = (await whyNotShown(source)) ?? t('editor.imageNotFound')
  }
  image.src = `${source}&width=416`
  box.append(image, words)
  return box
}

/** Whether a problem is shown at a position, in a box of its own. */
const hasProblem = (state: EditorState, at: number): boolean => {
  let found = false
  forEachDiagnostic(state, (_, from, to) => {
    found ||= from <= at && at <= to
  })
  return found
}

const tooltipAt = async ({ state }: EditorView, pos: number): Promise<Tooltip | null> => {
  const { post } = useDocument.getState()
  const line = state.doc.lineAt(pos)
  const image = imageAt(line.text, pos - line.from)
  if (!post || !image || /^(?:https?:|data:|\/\/)/i.test(image.reference)) return null
  const { reference } = image
  const [from, to] = [line.from + image.from, line.from + image.to]
  const found = await api.imageInPost(post.id, reference).catch(unread)
  if (found === null && hasProblem(state, pos)) return null
  return {
    pos: from,
    end: to,
    above: true,
    create: () => ({ dom: drawn(post.id, reference, found || null) }),
  }
}

// The image does not load either, and then the box says why.
const unread = (error: unknown): false => {
  if (error instanceof Error) return false
  throw error
}

/** Shows an image with its dimensions and file size when hovering over its source. */
export const imageHover: Extension = hoverTooltip((view, pos) => tooltipAt(view, pos), { hoverTime: 400 })
