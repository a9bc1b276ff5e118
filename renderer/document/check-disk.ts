import { AppError } from '../../shared/app-error'
import type { OpenedPost, PostId } from '../../shared/posts/post'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError, showNotice } from '../base/notices'
import { meetDisk, noteDeleted } from './disk/disk-changes'
import { lookWhenQuiet } from './disk/quiet'
import { readPost } from './reading/read-post'
import { noteRenamed } from './reading/recent-posts'
import { publish } from './state/document-state'
import type { OpenDocument } from './state/open-document'
import { documentOf, openDocuments } from './state/open-documents'

/** Follows a post to its new name; text, undo history and unsaved changes stay. */
export const followRename = (from: PostId, to: PostId): void => {
  noteRenamed(from, to)
  const document = documentOf(from)
  if (!document) return
  openDocuments.byId.delete(from)
  document.id = to
  openDocuments.byId.set(to, document)
  publish(document)
}

/** Reads again what the disk holds for an open post: its file changed, went, or was not looked at for a while. */
export const checkDisk = async (id: PostId): Promise<void> => {
  for (;;) {
    const document = documentOf(id)
    if (!document) return
    await document.saving
    const { revision } = document
    const read = await readAgain(document)
    const stale = document.saving !== null || document.revision !== revision // our own save was faster
    if (stale) continue
    if (read && documentOf(document.id) === document) meetDisk(document, read)
    return
  }
}

const readAgain = async (document: OpenDocument): Promise<OpenedPost | null> => {
  try {
    return await readOrMoved(document)
  } catch (error) {
    showError(error, t('document.notReadAgain', { id: document.id }))
    return null
  }
}

/** A file that another program renamed is followed; one that is gone for good is the writer's to decide about. */
const readOrMoved = async (document: OpenDocument): Promise<OpenedPost | null> => {
  const { id, revision, saveState } = document
  try {
    return await readPost(id)
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'not-found') throw error
  }
  const moved = revision === null || saveState === 'deleted' ? null : await api.followMoved(id, revision)
  if (moved === null || documentOf(moved)) {
    noteDeleted(document)
    return null
  }
  followRename(id, moved)
  showNotice({ kind: 'info', text: t('document.renamedByOther', { id, moved }) })
  return readPost(moved)
}

lookWhenQuiet((id) => void checkDisk(id).catch(showError))

/** Follows the files of the open posts; returns an unsubscribe function. */
export const followFiles = (): (() => void) => {
  const stop = api.on('fileChanged', ({ id }) => void checkDisk(id))
  // No watcher tells of everything, such as a file that was made and removed at once: a look when the writer returns.
  const lookAgain = () => {
    for (const id of openDocuments.byId.keys()) void checkDisk(id)
  }
  window.addEventListener('focus', lookAgain)
  // And when the folder is watched from now on: a post may have been opened, and changed, before that.
  const stopState = api.on('folderState', ({ available }) => {
    if (available) lookAgain()
  })
  return () => {
    stop()
    stopState()
    window.removeEventListener('focus', lookAgain)
  }
}
