import { messageOf } from '../../shared/app-error'
import { createLatest } from '../../shared/base/latest'
import type { PostId } from '../../shared/posts/post'
import { api } from '../base/api'
import { showError } from '../base/notices'
import { atMost } from '../base/tasks'
import { checkDisk } from './check-disk'
import { getText } from './document-store'
import { readDocument } from './journal/recovery'
import { prepareForPosts } from './reading/first-post'
import { tellDocuments } from './state/document-events'
import { nothingOpen, publish, publishCursor, useDocument } from './state/document-state'
import { commitFieldDrafts } from './state/field-drafts'
import { keepPlace, showIn } from './state/lent-view'
import type { OpenDocument } from './state/open-document'
import {
  type ComingText,
  documentOf,
  nextVersion,
  openDocuments,
  touchDocument,
} from './state/open-documents'

const startOpening = createLatest()

/** Shows a post: at once if it is open in the session, otherwise when it is read. A failure is put in the store. */
export const openPost = async (id: PostId): Promise<void> => {
  const known = documentOf(id)
  if (known) {
    show(known)
    return checkDisk(id)
  }
  useDocument.setState({ opening: id, failure: null })
  const isLatest = startOpening()
  // Otherwise another post was opened meanwhile, or one with the same name in another folder.
  const isAwaited = () => isLatest() && useDocument.getState().opening === id
  let announced: ComingText | null = null
  try {
    const document = await readDocument(id, (text) => {
      // The preview worker renders it while the state is created, if another text is visible.
      if (openDocuments.front && isAwaited() && !documentOf(id)) announced = announceComing(id, text)
    })
    if (!openDocuments.front) await prepareForPosts()
    // The time counts from here on: creating the state of a large text takes longer.
    const coming = announced as ComingText | null
    if (coming) await atMost(pageMs, coming.drawn)
    if (isAwaited()) show(documentOf(id) ?? document, announced)
    else announceFront(announced)
  } catch (error) {
    announceFront(announced)
    if (!isAwaited()) return
    const other = openDocuments.front // it stays visible
    useDocument.setState({ opening: null, failure: other ? null : { id, message: messageOf(error) } })
    if (other) showError(error)
  }
}

/** Paints text and page in one frame if possible: in a frame of its own the page appears much later. */
const pageMs = 50

const announceComing = (postId: PostId, text: string): ComingText => {
  commitFieldDrafts() // they belong to the previous post
  const version = nextVersion()
  const drawn = tellDocuments({ kind: 'coming', postId, version, text })
  const coming = { text, version, drawn }
  openDocuments.coming = coming
  return coming
}

/** Announces the text that is shown now; returns its version. */
const announceOpened = (postId: PostId, announced: ComingText | null, text = () => getText()): number => {
  const isThere = announced !== null && announced === openDocuments.coming
  openDocuments.coming = null
  const version = isThere ? announced.version : nextVersion()
  void tellDocuments({ kind: 'opened', postId, version, text: isThere ? announced.text : text() })
  return version
}

/** Announces the shown post again, after an opening was abandoned. */
const announceFront = (announced: ComingText | null): void => {
  const { front, coming } = openDocuments
  if (front && announced !== null && announced === coming) front.version = announceOpened(front.id, null)
}

const show = (document: OpenDocument, announced: ComingText | null = null): void => {
  commitFieldDrafts()
  const { front, view } = openDocuments
  useDocument.setState({ opening: null, failure: null })
  if (document === front) return
  if (front && view) keepPlace(front, view)
  openDocuments.front = document
  touchDocument(document)
  // First, so that the worker renders the preview while the editor is drawn here.
  document.version = announceOpened(document.id, announced, () => document.state.doc.toString())
  if (view) showIn(view, document)
  publish(document)
  publishCursor()
  api.postShown(document.id).catch(showError)
}

/** Shows no post. The text and undo history of the previous one are kept, as for any hidden post. */
export const closeShown = (): void => {
  commitFieldDrafts()
  const { front, view } = openDocuments
  if (front && view) keepPlace(front, view)
  showNothing()
}

const showNothing = (): void => {
  openDocuments.front = null
  useDocument.setState({ ...nothingOpen, version: nextVersion() })
}

/** Forgets posts, or all of them when the folder changes. Unsaved text must be safe before. */
export const closePosts = (ids: readonly PostId[] = [...openDocuments.byId.keys()]): void => {
  for (const id of ids) openDocuments.byId.delete(id)
  const { front } = openDocuments
  if (front && openDocuments.byId.has(front.id)) return
  showNothing()
}
