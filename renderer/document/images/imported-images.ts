import { type Extension, StateEffect, StateField, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { createQueue } from '../../../shared/base/queue'
import { plainPart } from '../../../shared/images/plain-part'
import type { KeptImage, MovedImport } from '../../../shared/ipc/image-calls'
import { filePart } from '../../../shared/site/post-path'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError } from '../../base/notices'
import { dispatchTo } from '../state/document-changes'
import type { OpenDocument } from '../state/open-document'
import { openDocuments, stateOf } from '../state/open-documents'
import { forgetImages } from './post-images'

interface Imported {
  /** Identifies the file in main. */
  readonly token: string
  /** Name of the file. */
  readonly name: string
  /** The address of the image on another site, if the file was copied from there: it does not name the file. */
  readonly remote?: string | undefined
  readonly isKept: boolean
}

const imageImported = StateEffect.define<Omit<Imported, 'isKept'>>()
const imagesMoved = StateEffect.define<readonly MovedImport[]>()

/** An effect for the transaction that inserts an imported image, so that undo removes the file. Nothing for an existing file. */
export const importEffects = (
  { token, path }: KeptImage,
  remote?: string,
): readonly StateEffect<unknown>[] =>
  token === null ? [] : [imageImported.of({ token, name: filePart(path), remote })]

/** The same after it was inserted into the open post. */
export const noteImport = (image: KeptImage): void => {
  const { front } = openDocuments
  const effects = importEffects(image)
  if (front && effects.length > 0) dispatchTo(front, { effects })
}

/** Removes the file of an imported image that was not inserted. */
export const dropImport = async ({ token }: KeptImage): Promise<void> => {
  if (token === null) return
  await api.keepImage(token, false)
  forgetImages()
}

/**
 * Only these restore or remove text as a whole on purpose; a link deleted by hand may be pasted elsewhere.
 */
const isStepInTime = (event: string | undefined): boolean =>
  /^(?:undo|redo|input\.(?:revert|theirs|choice))\b/.test(event ?? '')

/** Whether a text may name a file, in whatever way: the reference can have changed since the import. */
const mayName = (text: string, { name, remote }: Pick<Imported, 'name' | 'remote'>): boolean =>
  (remote ? text.replaceAll(remote, '') : text).includes(plainPart(name))

const imported = StateField.define<readonly Imported[]>({
  create: () => [],
  update(images, transaction) {
    let next = images
    for (const effect of transaction.effects) {
      if (effect.is(imageImported)) next = [...next, { ...effect.value, isKept: true }]
      if (effect.is(imagesMoved))
        next = next.map((image) => {
          const moved = effect.value.find(({ token }) => token === image.token)
          return moved ? { ...image, name: moved.name } : image
        })
    }
    const event = transaction.annotation(Transaction.userEvent)
    if (images.length === 0 || !transaction.docChanged || !isStepInTime(event)) return next
    const text = transaction.newDoc.toString()
    const changed = next.map((image) => ({ ...image, isKept: mayName(text, image) }))
    return changed.some(({ isKept }, index) => isKept !== next[index]?.isKept) ? changed : next
  },
})

const inTurn = createQueue()

/** Whether the text of another open post names the file, saved or not. */
const isInOtherText = (name: string, own: OpenDocument | null): boolean =>
  [...openDocuments.byId.values()].some(
    (document) => document !== own && stateOf(document).doc.toString().includes(plainPart(name)),
  )

const settle = (own: OpenDocument | null, { token, name, isKept }: Imported): void => {
  inTurn(async () => {
    if (!isKept && isInOtherText(name, own)) return
    await api.keepImage(token, isKept)
    forgetImages()
  }).catch((error: unknown) =>
    showError(error, isKept ? t('images.imageNotRestored') : t('images.imageFileStays')),
  )
}

const follow = (images: readonly Imported[], before: readonly Imported[]): void => {
  for (const image of images) {
    const was = before.find(({ token }) => token === image.token)
    if (was && was.isKept !== image.isKept) settle(openDocuments.front, image)
  }
}

/** Removes files that were imported for unsaved text that is discarded. */
export const dropImportsOf = (document: OpenDocument): Promise<void> => {
  for (const image of stateOf(document).field(imported, false) ?? [])
    if (image.isKept) settle(document, { ...image, isKept: false })
  return inTurn(() => undefined) // when they are done
}

/** Keeps the files of imported images in sync with their text: undo, redo, “Revert to saved” and “Use the file”. */
export const importedImages: Extension = [
  imported,
  EditorView.updateListener.of(({ state, startState }) => {
    const [now, before] = [state.field(imported), startState.field(imported, false) ?? []]
    if (now !== before) follow(now, before)
  }),
]

/** Keeps images in sync whose files operations move, as when the slug of their post changes. */
export const followMovedImports = (): void => {
  api.on('importsMoved', (moved) => {
    for (const document of openDocuments.byId.values())
      dispatchTo(document, { effects: imagesMoved.of(moved) })
  })
}
