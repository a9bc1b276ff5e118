import { historyField } from '@codemirror/commands'
import { EditorSelection, EditorState } from '@codemirror/state'
import { AppError } from '../../../shared/app-error'
import type { OpenedPost, PostId } from '../../../shared/posts/post'
import type { RecoveredText } from '../../../shared/posts/unsaved-text'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError, showNotice } from '../../base/notices'
import { meetDisk, noteDeleted } from '../disk/disk-changes'
import { readPost } from '../reading/read-post'
import { differsFromDisk, documentExtensions, type OpenDocument, openDocument } from '../state/open-document'
import { documentOf, nextVersion, touchDocument } from '../state/open-documents'
import { setTextFormat } from '../state/text-format-field'
import { adoptJournal } from './journal-client'

/**
 * Reads a post and its journal: restores unsaved text, caret and undo history. If the text is that of the file, `onText`
 * gets it early, before there is an editor state.
 */
export const readDocument = async (id: PostId, onText?: (text: string) => void): Promise<OpenDocument> => {
  const [read, found] = await Promise.allSettled([readPost(id), api.readRecovered(id)])
  const recovered = found.status === 'fulfilled' ? found.value : null
  if (found.status === 'rejected') showError(found.reason, t('document.backupNotRead', { id }))
  if (read.status === 'fulfilled') {
    if (recovered) return restored(read.value, recovered)
    onText?.(read.value.text)
    return fromDisk(read.value)
  }
  if (recovered && read.reason instanceof AppError && read.reason.kind === 'not-found')
    return restored(null, recovered)
  throw read.reason
}

const fromDisk = (read: OpenedPost): OpenDocument => openDocument(read, nextVersion())

const restored = (read: OpenedPost | null, found: RecoveredText): OpenDocument => {
  const { snapshot, id } = found
  const based: OpenedPost = {
    id,
    ...(snapshot.onDisk ?? { text: '', format: snapshot.format }),
    revision: snapshot.base ?? '',
    writable: read?.writable ?? true,
    modifiedMs: found.writtenMs,
  }
  const document = fromDisk(based)
  document.revision = snapshot.base
  document.state = stateFrom(found)
  if (differsFromDisk(document, document.state)) {
    document.saveState = 'unsaved'
    adoptJournal(document)
  }
  if (read) meetDisk(document, read)
  else noteDeleted(document)
  return document
}

const stateFrom = ({ snapshot, changes }: RecoveredText): EditorState => {
  let state = snapshotState(snapshot)
  for (const { changes: list, format, caret } of changes) {
    state = state.update({
      changes: list,
      effects: setTextFormat.of(format),
      selection: EditorSelection.cursor(caret),
      userEvent: 'input.recover',
    }).state
  }
  return state
}

const snapshotState = ({ text, format, caret, undo }: RecoveredText['snapshot']): EditorState => {
  const extensions = documentExtensions(format)
  const selection = EditorSelection.cursor(Math.min(caret, text.length))
  const fresh = () => EditorState.create({ doc: text, selection, extensions })
  if (undo === null) return fresh()
  try {
    const json = {
      doc: text,
      selection: EditorSelection.create([selection]).toJSON(),
      history: JSON.parse(undo),
    }
    return EditorState.fromJSON(json, { extensions }, { history: historyField })
  } catch (error) {
    showError(error, t('document.undoNotRestored')) // an earlier version may have used another format
    return fresh()
  }
}

/** Restores text that was unsaved when the app ended, and says so; `show` opens a post. */
export const recoverPosts = async (show: (id: PostId) => Promise<void>): Promise<void> => {
  const { posts, damaged, newer = 0 } = await api.listRecovered()
  for (const { id } of posts) {
    if (documentOf(id)) continue
    const document = await readDocument(id)
    if (!documentOf(id)) touchDocument(document)
  }
  if (damaged > 0)
    showNotice({
      kind: 'warning',
      text: t('document.backupsDamaged', { count: damaged }),
    })
  if (newer > 0)
    showNotice({
      kind: 'warning',
      text: t('document.backupsNewer', { count: newer }),
    })
  const first = posts[0]
  if (!first) return
  showNotice({
    kind: 'info',
    text: t('document.restored', { names: namesOf(posts.map(({ id }) => id)) }),
    action: { label: t('document.show'), run: () => void show(first.id).catch(showError) },
  })
}

const namesOf = (ids: readonly PostId[]): string => {
  const named = ids.slice(0, 3).map((id) => `“${id}”`)
  return ids.length > 3
    ? t('document.andMoreCount', { list: named.join(', '), count: ids.length - 3 })
    : named.join(', ')
}
