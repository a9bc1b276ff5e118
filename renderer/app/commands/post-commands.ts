import type { PostSummary } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showNotice } from '../../base/notices'
import { save } from '../../document/document-store'
import { closeShown } from '../../document/show-post'
import { replaceTextSpec } from '../../document/state/apply-text'
import { dispatchTo } from '../../document/state/document-changes'
import { useDocument } from '../../document/state/document-state'
import type { OpenDocument } from '../../document/state/open-document'
import { documentOf, stateOf, unsavedPosts } from '../../document/state/open-documents'
import { askForDate, publishDraft } from '../../library/rename/date-store'
import { openMove } from '../../library/rename/move-store'
import { openRename } from '../../library/rename/rename-store'
import { duplicatePost, trashPosts } from '../../library/state/file-operations'
import { postOf } from '../../library/state/library-store'

const openDocument = (): OpenDocument => {
  const { post } = useDocument.getState()
  const document = post && documentOf(post.id)
  if (!document) throw new Error(t('app.noPostOpen'))
  return document
}

/** Saves the open post. The reason for a failure is shown above the text. */
export const saveOpen = async (): Promise<void> => {
  await save()
}

/** Closes the open post. Its text is saved as by autosave; otherwise it is kept and marked in the list as unsaved. */
export const closeOpen = (): void => closeShown()

/** Saves every post of this session. */
export const saveAll = async (): Promise<void> => {
  for (const id of unsavedPosts()) await save(id)
}

/** Replaces the open text by the text of the file; one undo restores it. */
export const revertOpen = (): void => {
  const document = openDocument()
  const { doc, format } = document.onDisk
  const before = stateOf(document)
  if (before.doc.eq(doc)) return
  dispatchTo(document, replaceTextSpec(before, doc.toString(), format, 'input.revert'))
  showNotice({ kind: 'info', text: t('app.reverted') })
}

const openSummary = (): PostSummary => {
  const post = postOf(openDocument().id)
  if (!post) throw new Error(t('app.notListedYet'))
  return post
}

/** Moves the open post to the system's trash. */
export const trashOpen = (): Promise<void> => trashPosts([openSummary()])

/** Asks for another slug of the open post. */
export const renameOpen = (): Promise<void> => openRename(openSummary().id, openSummary().slug)

/** Asks for another folder of the open post. */
export const moveOpen = (): Promise<void> => openMove(openDocument().id)

/** Asks for another date in the file name of the open post. */
export const changeDateOfOpen = (): Promise<void> => askForDate(openSummary())

/** Publishes the open draft. */
export const publishOpen = (): Promise<void> => publishDraft(openSummary())

/** Makes a copy of the open post beside it. */
export const duplicateOpen = (): Promise<void> => duplicatePost(openDocument().id)

/** Shows the file of the open post in the system's file manager. */
export const showOpenInFolder = (): Promise<void> => api.showInFolder(openDocument().id)
