import type { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { AppError, messageOf } from '../../shared/app-error'
import type { OpenedPost, PostId, SaveResult } from '../../shared/posts/post'
import type { TextChange } from '../../shared/text/text-change'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError, showNotice } from '../base/notices'
import { atMost } from '../base/tasks'
import { meetDisk, noteDeleted } from './disk/disk-changes'
import { lookWhenQuiet } from './disk/quiet'
import { readDocument } from './journal/recovery'
import { prepareForPosts } from './reading/first-post'
import { readPost } from './reading/read-post'
import { noteRenamed } from './reading/recent-posts'
import { saveDocument } from './save/save-document'
import { dispatchTo } from './state/document-changes'
import { tellEdit } from './state/document-edits'
import { nothingOpen, publish, publishCursor, useDocument } from './state/document-state'
import { commitFieldDrafts } from './state/field-drafts'
import { type HeadState, headOfState } from './state/head-field'
import type { OpenDocument } from './state/open-document'
import { documentOf, nextVersion, openDocuments, stateOf, touchDocument } from './state/open-documents'

export { onEdit } from './state/document-edits'
export { useDocument } from './state/document-state'

/** The view the editor pane lent, or null while no pane shows the text. */
export const editorView = (): EditorView | null => openDocuments.view

/** The state of the open post; null when none is open. */
export const editorState = (): EditorState | null => openDocuments.front && stateOf(openDocuments.front)

/** The whole open text, put together on each call: not for every key. */
export const getText = (): string => editorState()?.doc.toString() ?? ''

/** The front matter of the open text, parsed once per change of the head. */
export const getHeadState = (): HeadState | null => {
  const state = editorState()
  return state && headOfState(state)
}

/** Lends the view that shows the open text, or takes it back; the text stays here in between. */
export const withView = (lent: EditorView | null): void => {
  const { front, view } = openDocuments
  if (front && view) keepPlace(front, view)
  openDocuments.view = lent
  if (front && lent) showIn(lent, front)
}

const keepPlace = (document: OpenDocument, view: EditorView): void => {
  document.state = view.state
  document.scroll = view.scrollSnapshot()
}

const showIn = (view: EditorView, { state, scroll }: OpenDocument): void => {
  view.setState(state)
  // Without a target it stands where the last post was scrolled to.
  view.dispatch({ effects: scroll ?? EditorView.scrollIntoView(0, { y: 'start', yMargin: 100 }) })
}

let openings = 0

/** Shows a post: at once when the session knows it, else as soon as it is read. A failure stands in the store. */
export const openPost = async (id: PostId): Promise<void> => {
  const known = documentOf(id)
  if (known) {
    show(known)
    return checkDisk(id)
  }
  useDocument.setState({ opening: id, failure: null })
  openings += 1
  const mine = openings
  // Else the writer went on to another post, or to one that has the same name in another folder.
  const isAwaited = () => openings === mine && useDocument.getState().opening === id
  let told: ComingText | null = null
  try {
    const document = await readDocument(id, (text) => {
      // The worker of the preview is at it while the state is made, where another text stands in sight.
      if (openDocuments.front && isAwaited() && !documentOf(id)) told = tellComing(id, text)
    })
    if (!openDocuments.front) await prepareForPosts()
    await (told as ComingText | null)?.drawn
    if (isAwaited()) show(documentOf(id) ?? document, told)
    else tellFront(told)
  } catch (error) {
    tellFront(told)
    if (!isAwaited()) return
    const other = openDocuments.front // it stays in sight
    useDocument.setState({ opening: null, failure: other ? null : { id, message: messageOf(error) } })
    if (other) showError(error)
  }
}

/** A text that was told of before it is shown. */
interface ComingText {
  readonly text: string
  readonly version: number
  /** The page has something of it, or it takes too long. */
  readonly drawn: Promise<void>
}

/** Text and page are painted in one frame where this is enough for the page: in a frame of its own it comes much later. */
const pageMs = 50

/** What was told of last as coming. */
let coming: ComingText | null = null

const tellComing = (postId: PostId, text: string): ComingText => {
  commitFieldDrafts() // they belong to the post that goes
  const version = nextVersion()
  const drawn = tellEdit({ kind: 'coming', postId, version, text })
  coming = { text, version, drawn: atMost(pageMs, drawn) }
  return coming
}

/** Tells of the text that is shown now; answers its version. */
const tellOpened = (postId: PostId, told: ComingText | null, text = () => getText()): number => {
  const isThere = told !== null && told === coming
  coming = null
  const version = isThere ? told.version : nextVersion()
  void tellEdit({ kind: 'opened', postId, version, text: isThere ? told.text : text() })
  return version
}

/** The post in sight stays, though another one was told of. */
const tellFront = (told: ComingText | null): void => {
  const { front } = openDocuments
  if (front && told !== null && told === coming) front.version = tellOpened(front.id, null)
}

const show = (document: OpenDocument, told: ComingText | null = null): void => {
  commitFieldDrafts()
  const { front, view } = openDocuments
  useDocument.setState({ opening: null, failure: null })
  if (document === front) return
  if (front && view) keepPlace(front, view)
  openDocuments.front = document
  touchDocument(document)
  // First, so that the preview is drawn by its worker while the editor is drawn here.
  document.version = tellOpened(document.id, told, () => document.state.doc.toString())
  if (view) showIn(view, document)
  publish(document)
  publishCursor()
  api.postShown(document.id).catch(showError)
}

/** Saves a post, the shown one when none is named; null when there is nothing to save. */
export const save = (id?: PostId): Promise<SaveResult | null> => {
  commitFieldDrafts()
  const document = id === undefined ? openDocuments.front : documentOf(id)
  return document ? saveDocument(document) : Promise.resolve(null)
}

/** Changes the open text by one transaction. */
export const dispatchChanges = (changes: readonly TextChange[], userEvent: string): void => {
  if (openDocuments.front) dispatchTo(openDocuments.front, { changes: [...changes], userEvent })
}

/** Shows no post. The text and undo history of the one that was shown stay, as those of any post out of sight. */
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

/** Forgets posts, or all of them when the folder changes. What is not saved must be safe before. */
export const closePosts = (ids: readonly PostId[] = [...openDocuments.byId.keys()]): void => {
  for (const id of ids) openDocuments.byId.delete(id)
  const { front } = openDocuments
  if (front && openDocuments.byId.has(front.id)) return
  showNothing()
}

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

/** Follows the files of the open posts; the answer stops following. */
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
