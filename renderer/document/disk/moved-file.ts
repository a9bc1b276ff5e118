import type { PostId } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError, showNotice } from '../../base/notices'
import { noteRenamed } from '../reading/recent-posts'
import { publish } from '../state/document-state'
import type { OpenDocument } from '../state/open-document'
import { documentOf, openDocuments } from '../state/open-documents'

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

/**
 * Finds a missing file under the name that another program gave it, and says so; false if it is gone. A file that exists
 * again counts as found.
 */
export const isFollowed = async (document: OpenDocument): Promise<boolean> => {
  const { id, revision, saveState } = document
  if (revision === null || saveState === 'deleted') return false
  const moved = await api.followMoved(id, revision).catch((error) => cannotRead(document, error))
  if (moved === id || document.id !== id) return true // found meanwhile by another check
  if (moved === null || documentOf(moved)) return false
  followRename(id, moved)
  showNotice({ kind: 'info', text: t('document.renamedByOther', { id, moved }) })
  return true
}

/** Reports that the file of a post could not be read. */
export const cannotRead = ({ id }: OpenDocument, error: unknown): null => {
  showError(error, t('document.notReadAgain', { id }))
  return null
}
