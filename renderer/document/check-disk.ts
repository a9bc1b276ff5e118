import { AppError } from '../../shared/app-error'
import type { OpenedPost, PostId } from '../../shared/posts/post'
import { api } from '../base/api'
import { showError } from '../base/notices'
import { meetDisk, noteDeleted } from './disk/disk-changes'
import { cannotRead, isFollowed } from './disk/moved-file'
import { lookWhenQuiet } from './disk/quiet'
import { readPost } from './reading/read-post'
import type { OpenDocument } from './state/open-document'
import { documentOf, openDocuments } from './state/open-documents'

/** Reads the file of an open post again: it has changed, was deleted, or was not checked for a while. */
export const checkDisk = async (id: PostId): Promise<void> => {
  const document = documentOf(id)
  if (!document) return
  while (documentOf(document.id) === document) {
    await document.saving
    const { revision } = document
    const isStale = () => document.saving !== null || document.revision !== revision // our own save came first
    const read = await readAgain(document)
    if (isStale()) continue
    if (read === 'gone') {
      if (await isFollowed(document)) continue
      if (isStale()) continue
      return noteDeleted(document)
    }
    if (read && documentOf(document.id) === document) meetDisk(document, read)
    return
  }
}

/** Null if the file cannot be read, which is reported. */
const readAgain = async (document: OpenDocument): Promise<OpenedPost | 'gone' | null> => {
  try {
    return await readPost(document.id)
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return 'gone'
    return cannotRead(document, error)
  }
}

lookWhenQuiet((id) => void checkDisk(id).catch(showError))

/** Follows the files of the open posts; returns an unsubscribe function. */
export const followFiles = (): (() => void) => {
  const stop = api.on('fileChanged', ({ id }) => void checkDisk(id))
  // Watchers miss some changes, such as a file that was created and deleted at once, so check when the window gets focus.
  const lookAgain = () => {
    for (const id of openDocuments.byId.keys()) void checkDisk(id)
  }
  window.addEventListener('focus', lookAgain)
  // Also when watching starts: a post may have been opened and changed before.
  const stopState = api.on('folderState', ({ available }) => {
    if (available) lookAgain()
  })
  return () => {
    stop()
    stopState()
    window.removeEventListener('focus', lookAgain)
  }
}
