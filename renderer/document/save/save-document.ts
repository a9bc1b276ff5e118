import { messageOf } from '../../../shared/app-error'
import type { PostToSave, SaveResult } from '../../../shared/posts/post'
import { textToSend } from '../../../shared/text/sent-text'
import { api } from '../../base/api'
import { showNotice } from '../../base/notices'
import { noteDeleted, raiseConflict } from '../disk/disk-changes'
import { isFollowed } from '../disk/moved-file'
import { setSaveState } from '../state/document-changes'
import { differsFromDisk, type OpenDocument } from '../state/open-document'
import { stateOf } from '../state/open-documents'
import { textFormatOf } from '../state/text-format-field'

/**
 * Saves a post; null if its file already has the text. One save runs at a time and at most one waits, which includes
 * later requests. `isAsked` is false for a save that the user did not request.
 */
export const saveDocument = (document: OpenDocument, isAsked = true): Promise<SaveResult | null> => {
  if (document.saving) {
    document.waiting ??= document.saving.then(() => {
      document.waiting = null
      return saveDocument(document, isAsked)
    })
    return document.waiting
  }
  const gone = document.saveState === 'deleted'
  const isOpen = gone || document.saveState === 'failed' || document.revision === null
  if (!isOpen && !differsFromDisk(document, stateOf(document))) {
    setSaveState(document, 'saved')
    return Promise.resolve(null)
  }
  document.saving = send(document, gone ? null : document.revision, isAsked).finally(() => {
    document.saving = null
  })
  return document.saving
}

const send = async (
  document: OpenDocument,
  base: PostToSave['base'],
  isAsked: boolean,
): Promise<SaveResult> => {
  const state = stateOf(document)
  const sent = { doc: state.doc, format: textFormatOf(state) }
  setSaveState(document, 'saving')
  const result = await write(document.id, { text: sent.doc.toString(), format: sent.format, base })
  switch (result.kind) {
    case 'saved':
      document.revision = result.revision
      document.onDisk = sent // exactly what was sent: text typed meanwhile stays unsaved
      document.writable = true
      setSaveState(document, 'saved')
      tellNote(document, result.note)
      break
    case 'conflict':
      // Merged without a question: an explicit save continues; autosave waits until the file is quiet.
      if (raiseConflict(document, result.onDisk) === 'merged' && isAsked)
        return send(document, document.revision, isAsked)
      break
    case 'deleted':
      // The save may run before the event that another program has renamed the file.
      if (await isFollowed(document)) return send(document, document.revision, isAsked)
      noteDeleted(document)
      break
    case 'failed':
      if (result.written !== undefined) {
        document.revision = result.written // the file has our bytes, whatever the disk does with them
        document.onDisk = sent
      }
      setSaveState(document, 'failed', result.message)
  }
  return result
}

const toldNotes = new WeakMap<OpenDocument, string>()

/** How a file is written, for instance in place for hard links, is reported once, not with every save. */
const tellNote = (document: OpenDocument, note: string | undefined): void => {
  if (note !== undefined && toldNotes.get(document) !== note) showNotice({ kind: 'info', text: note })
  if (note === undefined) toldNotes.delete(document)
  else toldNotes.set(document, note)
}

const write = async (id: string, post: PostToSave): Promise<SaveResult> => {
  try {
    return await api.savePost(id, { ...post, text: textToSend(post.text) })
  } catch (error) {
    return { kind: 'failed', reason: 'failed', message: messageOf(error) }
  }
}
