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

/** Reads again what the disk holds for an open post: its file changed, went, or was not looked at for a while. */
export const checkDisk = async (id: PostId): Promise<void> => {
  const document = documentOf(id)
  if (!document) return
  while (documentOf(document.id) === document) {
    await document.saving
    const { revision } = document
    const isStale = () => document.saving !== null || document.revision !== revision // our own save was faster
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

/** Null where the file cannot be read, which is told. */
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
