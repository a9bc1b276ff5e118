import { snippet } from '@codemirror/autocomplete'
import { isolateHistory } from '@codemirror/commands'
import { type Extension, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { filesToPaste, imageInPage, imagesAmong } from '../../../shared/images/pasted-files'
import type { KeptImage } from '../../../shared/ipc/image-calls'
import { t } from '../../../shared/texts/translate'
import { showError, showNotice } from '../../base/notices'
import { descriptionOf } from '../../document/images/image-words'
import { importImages } from '../../document/images/import-image'
import { dropImport, importEffects } from '../../document/images/imported-images'
import { useDocument } from '../../document/state/document-state'
import { addressOf } from '../commands/insert-commands'
import { trackPosition } from '../view/tracked-position'

/** Escapes text for a snippet template. */
const literal = (text: string): string => text.replace(/[\\{}#$]/g, '\\$&')

interface Range {
  readonly from: number
  readonly to: number
}

/** Inserts images in place of a range, with the first alt text selected and Tab going to the next. */
const writeImages = (
  view: EditorView,
  { from, to }: Range,
  images: readonly { readonly alt: string; readonly kept: KeptImage }[],
): void => {
  const template = images.map(
    ({ alt, kept }, index) =>
      `![\${${index + 1}:${literal(alt.replace(/[[\]]/g, '\\$&'))}}](${literal(addressOf(kept.reference))})`,
  )
  const effects = images.flatMap(({ kept }) => importEffects(kept))
  const dispatch = (made: Transaction) =>
    view.dispatch({
      changes: made.changes,
      ...(made.selection && { selection: made.selection }),
      effects: [...made.effects, ...effects],
      annotations: [Transaction.userEvent.of('input.paste'), isolateHistory.of('full')],
      scrollIntoView: true,
    })
  const { doc } = view.state
  const isAmongWords = images.length > 1 && doc.sliceString(doc.lineAt(from).from, from).trim() !== ''
  snippet((isAmongWords ? '\n\n' : '') + template.join('\n\n'))(
    { state: view.state, dispatch },
    null,
    from,
    to,
  )
}

const insertImages = async (
  view: EditorView,
  files: readonly File[],
  { from, to }: Range,
  alt = '',
): Promise<void> => {
  const { post } = useDocument.getState()
  if (!post) return
  const start = trackPosition(view, from) // the user may keep typing while the file is written
  const end = trackPosition(view, to, from === to ? 1 : -1)
  try {
    const kept = await importImages(post.id, files)
    if (kept.length === 0) return
    if (useDocument.getState().post?.id !== post.id) {
      for (const one of kept) await dropImport(one)
      const text = t('images.otherPostOpen', { id: post.id })
      showNotice({ kind: 'warning', text })
      return
    }
    const images = kept.map((one, index) => ({
      alt: alt || descriptionOf(files[index]?.name ?? ''),
      kept: one,
    }))
    const at = start.position()
    writeImages(view, { from: at, to: Math.max(at, end.position()) }, images)
    view.focus()
  } catch (error) {
    showError(error, t('images.notInserted'))
  } finally {
    start.release()
    end.release()
  }
}

/** Names the files and folders that were dropped with images. */
const tellOthers = (others: readonly File[]): void => {
  if (others.length === 0) return
  const names = others.slice(0, maxNamed).map(({ name }) => name)
  const text = t('editor.filesNotInserted', { count: others.length, names: names.join(', ') })
  showNotice({ kind: 'info', text })
}

const maxNamed = 5

/** The window opens a post or folder dropped on the text; CodeMirror would insert its contents. */
const leaveToWindow = (event: DragEvent): boolean => {
  const { dataTransfer } = event
  if (!dataTransfer?.files.length) return false
  event.stopPropagation()
  window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
  return true
}

/** Stores pasted or dropped images where the site keeps them, and inserts their references. */
export const pasteAsset: Extension = EditorView.domEventHandlers({
  paste(event, view) {
    const data = event.clipboardData
    if (!data || view.state.readOnly) return false
    const html = data.getData('text/html')
    const files = filesToPaste({ files: [...data.files], plain: data.getData('text/plain'), html })
    if (files.length === 0) return false
    event.preventDefault()
    const { main } = view.state.selection // it stays if nothing is inserted
    const [first, ...others] = files
    if (!first || others.length > 0 || html === '') {
      void insertImages(view, files, main)
      return true
    }
    const { name, alt } = imageInPage(html) // as a browser copies an image
    const named = new File([first], (name || 'image') + first.name.replace(/^.*(?=\.)/, ''), {
      type: first.type,
    })
    void insertImages(view, [named], main, alt)
    return true
  },
  drop(event, view) {
    const all = [...(event.dataTransfer?.files ?? [])]
    const files = imagesAmong(all)
    if (files.length === 0) return leaveToWindow(event)
    event.preventDefault()
    event.stopPropagation() // the window would open the file
    tellOthers(all.filter((file) => !files.includes(file)))
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false)
    void insertImages(view, files, { from: at, to: at })
    return true
  },
})
