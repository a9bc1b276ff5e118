import { type Extension, StateEffect, StateField, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { api } from '../../base/api'
import { showError } from '../../base/notices'
import { forgetImages } from '../../document/images/post-images'

interface Imported {
  /** Names the file in main. */
  readonly token: string
  /** What the text has to hold for the file to be wanted. */
  readonly written: string
  readonly isKept: boolean
}

/** An image was imported for what the same transaction writes. */
export const imageImported = StateEffect.define<Omit<Imported, 'isKept'>>()

/** Only these bring text back or take it away as a whole; a link that is deleted by hand may be pasted elsewhere. */
const isStepInTime = (event: string | undefined): boolean =>
  /^(?:undo|redo|input\.revert)\b/.test(event ?? '')

const imported = StateField.define<readonly Imported[]>({
  create: () => [],
  update(images, transaction) {
    let next = images
    for (const effect of transaction.effects)
      if (effect.is(imageImported)) next = [...next, { ...effect.value, isKept: true }]
    const event = transaction.annotation(Transaction.userEvent)
    if (images.length === 0 || !transaction.docChanged || !isStepInTime(event)) return next
    const text = transaction.newDoc.toString()
    const changed = next.map((image) => ({ ...image, isKept: text.includes(image.written) }))
    return changed.some(({ isKept }, index) => isKept !== next[index]?.isKept) ? changed : next
  },
})

let work: Promise<void> = Promise.resolve()

const follow = (images: readonly Imported[], before: readonly Imported[]): void => {
  for (const { token, isKept } of images) {
    const was = before.find((image) => image.token === token)
    if (!was || was.isKept === isKept) continue
    work = work
      .then(() => api.keepImage(token, isKept))
      .then(forgetImages)
      .catch((error: unknown) =>
        showError(error, isKept ? 'The image was not brought back' : 'The image file stays'),
      )
  }
}

/** The files of imported images come and go with their text: undo, redo and “Revert to saved” take both. */
export const importedImages: Extension = [
  imported,
  EditorView.updateListener.of(({ state, startState }) => {
    const [now, before] = [state.field(imported), startState.field(imported, false) ?? []]
    if (now !== before) follow(now, before)
  }),
]
