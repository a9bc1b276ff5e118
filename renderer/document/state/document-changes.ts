import type { ChangeSet, TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tellDocuments } from './document-events'
import { publish, publishCursor } from './document-state'
import { addEditorSetup, differsFromDisk, type OpenDocument, type SaveState } from './open-document'
import { nextVersion, openDocuments, stateOf } from './open-documents'

addEditorSetup(() =>
  EditorView.updateListener.of(({ docChanged, selectionSet, changes }) => {
    const { front } = openDocuments
    if (!front) return
    if (docChanged) noteChange(front, changes)
    if (docChanged || selectionSet) publishCursor()
  }),
)

/** Changes an open post by a transaction, whether a view shows it or not. */
export const dispatchTo = (document: OpenDocument, spec: TransactionSpec): void => {
  const { front, view } = openDocuments
  if (document === front && view) {
    view.dispatch(spec)
    return
  }
  const transaction = document.state.update(spec)
  document.state = transaction.state
  if (transaction.docChanged) noteChange(document, transaction.changes)
}

const noteChange = (document: OpenDocument, changes: ChangeSet): void => {
  document.version = nextVersion()
  const { id: postId, version } = document
  void tellDocuments({
    kind: 'changed',
    postId,
    version,
    document,
    changes,
    isShown: document === openDocuments.front,
  })
  refreshSaveState(document)
}

/** Decides between saved and unsaved. States with a question stay until it is answered. */
export const refreshSaveState = (document: OpenDocument): void => {
  if (document.saveState === 'saved' || document.saveState === 'unsaved') {
    document.saveState = differsFromDisk(document, stateOf(document)) ? 'unsaved' : 'saved'
  }
  publish(document)
  void tellDocuments({ kind: 'state', postId: document.id, document })
}

/** Sets the save state of a post and its message. */
export const setSaveState = (document: OpenDocument, saveState: SaveState, message = ''): void => {
  document.saveState = saveState
  document.message = message
  if (saveState !== 'conflict') document.theirs = null
  refreshSaveState(document)
}
