import { Text } from '@codemirror/state'
import type { OpenedPost, PostId, TextFormat } from '../../../shared/posts/post'
import { textToSend } from '../../../shared/text/sent-text'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError, showNotice } from '../../base/notices'
import { replaceTextSpec } from '../state/apply-text'
import { dispatchTo, refreshSaveState, setSaveState } from '../state/document-changes'
import { differsFromDisk, type OpenDocument } from '../state/open-document'
import { documentOf, stateOf } from '../state/open-documents'
import { formatOfChoice, isUnfinished, mergeWithDisk } from './conflict'
import { forgetOutside, noteOutside, untilQuiet, waitForQuiet } from './quiet'

/** Handles the current file: our own write is recognized by its revision, a clean text is updated, a changed one asks. */
export const meetDisk = (document: OpenDocument, read: OpenedPost): void => {
  document.writable = read.writable
  if (read.revision === document.revision) {
    forgetOutside(document)
    if (document.saveState === 'conflict' || document.saveState === 'deleted')
      setSaveState(document, 'unsaved')
    return
  }
  if (differsFromDisk(document, stateOf(document))) raiseConflict(document, read)
  else if (!isWaitedFor(document, read)) {
    if (isUnfinished(document, read)) keepBase(document)
    followDisk(document, read)
  }
}

/** A file that still seems to be being written is read again after it has been unchanged for a while. */
const isWaitedFor = (document: OpenDocument, read: OpenedPost): boolean => {
  noteOutside(document, read.revision)
  if (!isUnfinished(document, read) || untilQuiet(document) === 0) return false
  waitForQuiet(document)
  return true
}

/**
 * Merges changes that do not overlap, and says so. Otherwise asks the user, also if the file lost much of its text: both
 * texts are kept until the answer. Waits first for a file that may still be being written.
 */
export const raiseConflict = (document: OpenDocument, theirs: OpenedPost): 'merged' | 'asks' | 'waits' => {
  if (isWaitedFor(document, theirs)) {
    if (document.saveState !== 'conflict') setSaveState(document, 'unsaved')
    return 'waits'
  }
  const merged = mergeWithDisk(document, theirs)
  const unfinished = isUnfinished(document, theirs)
  if (merged.conflicts.length === 0 && !unfinished) {
    keepBase(document)
    applyMerged(document, theirs, merged.text, merged.format)
    showNotice({
      kind: 'info',
      text: t('document.mergedWithDisk', { id: document.id }),
    })
    return 'merged'
  }
  document.theirs = theirs
  const { id } = document
  setSaveState(
    document,
    'conflict',
    unfinished ? t('document.shortenedByOther', { id }) : t('document.changedByOther', { id }),
  )
  return 'asks'
}

/** After the next save, the text as it was opened may no longer be in any file. */
const keepBase = ({ id, onDisk }: OpenDocument): void => {
  api
    .keepVersion(id, { text: textToSend(onDisk.doc.toString()), format: onDisk.format })
    .catch((error: unknown) => showError(error, t('document.versionNotKept', { id })))
}

/** Applies the text of the disk as one undoable step. */
const followDisk = (document: OpenDocument, read: OpenedPost, event = 'input.disk'): void => {
  baseOn(document, read)
  dispatchTo(document, replaceTextSpec(stateOf(document), read.text, read.format, event))
  refreshSaveState(document)
}

const baseOn = (document: OpenDocument, read: OpenedPost): void => {
  document.revision = read.revision
  document.onDisk = { doc: Text.of(read.text.split('\n')), format: read.format }
  document.saveState = 'saved'
  document.message = ''
  document.theirs = null
}

/** Reports that the file is gone. The text stays, and only an explicit save creates the file again. */
export const noteDeleted = (document: OpenDocument): void =>
  setSaveState(document, 'deleted', t('document.deletedOnDisk', { id: document.id }))

/** Resolves a conflict with the text on the screen: the next save replaces the file. */
export const keepMine = (id: PostId): void => {
  const document = documentOf(id)
  if (!document?.theirs) return
  baseOn(document, document.theirs)
  refreshSaveState(document)
}

/** Resolves a conflict with the text of the disk. Undo restores the user's text. */
export const takeTheirs = (id: PostId): void => {
  const document = documentOf(id)
  if (document?.theirs) followDisk(document, document.theirs, 'input.theirs')
}

/**
 * Resolves a conflict with a merged text; it is not saved yet. `seen` is the text of the disk that was shown: if the
 * file has changed since, the merged text becomes one side of a new merge.
 */
export const takeChoice = (id: PostId, text: string, seen: OpenedPost): void => {
  const document = documentOf(id)
  if (!document?.theirs) return
  const newer = document.theirs.revision === seen.revision ? null : document.theirs
  applyMerged(document, seen, text, formatOfChoice(document, text, seen), 'input.choice')
  if (newer) raiseConflict(document, newer)
}

const applyMerged = (
  document: OpenDocument,
  theirs: OpenedPost,
  text: string,
  format: TextFormat,
  event = 'input.merge',
): void => {
  baseOn(document, theirs)
  dispatchTo(document, replaceTextSpec(stateOf(document), text, format, event))
  refreshSaveState(document)
}
