import type { EditorState } from '@codemirror/state'
import { create } from 'zustand'
import type { OpenedPost, PostId, Revision, TextFormat } from '../../../shared/posts/post'
import { createDelayed } from '../../base/delayed'
import { type HeadState, headOfState } from './head-field'
import type { OpenDocument, SaveState } from './open-document'
import { openDocuments, stateOf } from './open-documents'
import { textFormatOf } from './text-format-field'

interface ShownPost {
  readonly id: PostId
  readonly format: TextFormat
  readonly revision: Revision | null
  readonly writable: boolean
}

export interface DocumentState {
  readonly post: ShownPost | null
  readonly saveState: SaveState
  /** Explains `conflict`, `deleted` and `failed`; empty otherwise. */
  readonly message: string
  /** The post as another program wrote it, while there is a conflict. */
  readonly theirs: OpenedPost | null
  /** 1-based, as the status bar shows it. Follows the caret after a short rest. */
  readonly cursor: { readonly line: number; readonly column: number }
  /** Increases with every change of the text and with every post that is shown. */
  readonly version: number
  /** The front matter of the open text; the same object until the head changes. */
  readonly head: HeadState | null
  /** The post that is being read, until it is shown or fails. */
  readonly opening: PostId | null
  /** The post that could not be opened, and why. */
  readonly failure: { readonly id: PostId; readonly message: string } | null
}

export const nothingOpen: DocumentState = {
  post: null,
  saveState: 'saved',
  message: '',
  theirs: null,
  cursor: { line: 1, column: 1 },
  version: 0,
  head: null,
  opening: null,
  failure: null,
}

/** The open post, as a hook. The text itself is only in CodeMirror. */
export const useDocument = create<DocumentState>(() => nothingOpen)

/** Updates the store if the post is the shown one. */
export const publish = (document: OpenDocument): void => {
  if (document !== openDocuments.front) return
  const state = stateOf(document)
  const { saveState, message, theirs, version } = document
  useDocument.setState({
    post: shownPost(document, textFormatOf(state)),
    saveState,
    message,
    theirs,
    version,
    head: headOfState(state),
  })
}

/** The same object while nothing has changed, so that a key redraws nothing. */
const shownPost = ({ id, revision, writable }: OpenDocument, format: TextFormat): ShownPost => {
  const { post } = useDocument.getState()
  const same =
    post?.id === id && post.revision === revision && post.writable === writable && post.format === format
  return same ? post : { id, revision, writable, format }
}

const cursorRest = 100

const cursorAtRest = createDelayed(() => {
  if (!openDocuments.front) return
  const cursor = cursorOf(stateOf(openDocuments.front))
  const before = useDocument.getState().cursor
  if (cursor.line !== before.line || cursor.column !== before.column) useDocument.setState({ cursor })
})

/** Shows line and column of the caret once it stops: a held key must not redraw the status bar for each repeat. */
export const publishCursor = (): void => cursorAtRest.start(cursorRest)

const cursorOf = ({ doc, selection }: EditorState): DocumentState['cursor'] => {
  const line = doc.lineAt(selection.main.head)
  return { line: line.number, column: selection.main.head - line.from + 1 }
}
