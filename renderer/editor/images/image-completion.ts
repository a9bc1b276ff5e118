import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { assetUrl } from '../../../shared/ipc/site-calls'
import { filePart } from '../../../shared/site/post-path'
import { api } from '../../base/api'
import { descriptionOf } from '../../document/images/image-words'
import { imagesOf } from '../../document/images/post-images'
import { useDocument } from '../../document/state/document-state'
import { addressOf } from '../commands/insert-commands'
import { pastBracket } from '../typing/past-bracket'

/** The alt text of an image before the caret, and its address after it. */
const openAlt = /!\[([^\]\n]*)$/
const addressBehind = /^[^\]\n]*\]\(\s*(?:<([^>\n]+)>|([^)\s<>]+))/

/** Offers the alt texts of other posts for the same image, and the words of its file name, inside `![…]`. */
export const completeAlt = async (context: CompletionContext): Promise<CompletionResult | null> => {
  const opened = context.matchBefore(openAlt)
  const { post } = useDocument.getState()
  if (!opened || !post) return null
  const { text, to } = context.state.doc.lineAt(context.pos)
  const behind = addressBehind.exec(context.state.sliceDoc(context.pos, Math.min(to, context.pos + longest)))
  const reference = behind?.[1] ?? behind?.[2]
  if (reference === undefined || text.length > longest) return null
  const known = await api.altTexts(post.id, reference)
  const words = [...new Set([...known, descriptionOf(filePart(reference.replace(/[?#].*$/s, '')))])]
  const typed = openAlt.exec(opened.text)?.[1] ?? ''
  const whole = typed + (/^[^\]\n]*/.exec(context.state.sliceDoc(context.pos, to))?.[0] ?? '')
  const options = words
    .filter((one) => one !== '' && one !== whole)
    .map((one, index): Completion => ({ label: one, apply: one.replace(/[[\]]/g, '\\$&'), boost: -index }))
  if (context.aborted || options.length === 0) return null
  return { from: context.pos - typed.length, options, validFor: /^[^\]\n]*$/ }
}

const longest = 5000

interface ImageCompletion extends Completion {
  readonly reference: string
}

const openImage = /!\[[^\]\n]*\]\(<?([^)\s<>]*)$/

/** Offers the site's images inside `![…](`, those of the post first. */
export const completeImages = async (context: CompletionContext): Promise<CompletionResult | null> => {
  const opened = context.matchBefore(openImage)
  const { post } = useDocument.getState()
  if (!opened || !post) return null
  const typed = openImage.exec(opened.text)?.[1] ?? ''
  const images = await imagesOf(post.id)
  if (context.aborted || images.length === 0) return null
  const options = images.map(
    ({ path, reference }, index): ImageCompletion => ({
      label: reference,
      apply: pastBracket(addressOf(reference)),
      detail: path === reference ? '' : path.slice(0, path.lastIndexOf('/')),
      boost: Math.max(-99, 99 - index),
      reference,
    }),
  )
  return { from: context.pos - typed.length, options, validFor: /^[^)\s<>]*$/ }
}

/** The thumbnail of an offered image; null for other options. */
export const imageThumbnail = (completion: Completion): Node | null => {
  const { post } = useDocument.getState()
  if (!post || !('reference' in completion)) return null
  const image = document.createElement('img')
  image.src = `${assetUrl(post.id, String(completion.reference))}&width=88`
  image.alt = ''
  image.onerror = () => {
    image.style.visibility = 'hidden' // keeps its place, so that the names stay below each other
  }
  image.className = 'cm-image-option'
  return image
}
