import { history } from '@codemirror/commands'
import { EditorState, type Extension, type StateEffect, type Text } from '@codemirror/state'
import { createRegistry } from '../../../shared/base/registry'
import type { OpenedPost, PostId, Revision, SaveResult, TextFormat } from '../../../shared/posts/post'
import { headField, startOfWords } from './head-field'
import { sameFormat, textFormat, textFormatOf } from './text-format-field'

/** The state of the text relative to its file. `saved` means that the file has exactly this text. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'conflict' | 'deleted' | 'failed'

/** One open post of the session. The text is in `state`, or in the view while a view shows it. */
export interface OpenDocument {
  id: PostId
  state: EditorState
  /** Restores the scroll position when the post is shown again. */
  scroll: StateEffect<unknown> | null
  /** The file the text is based on; null for a text that never had one. */
  revision: Revision | null
  /** What that file holds. */
  onDisk: { readonly doc: Text; readonly format: TextFormat }
  writable: boolean
  saveState: SaveState
  /** The message for `conflict`, `deleted` and `failed`; empty otherwise. */
  message: string
  /** The text of the other program, while the state is `conflict`. */
  theirs: OpenedPost | null
  /** Increases with every change and is unique in the session. */
  version: number
  /** The running save, and the one that waits for it. */
  saving: Promise<SaveResult> | null
  waiting: Promise<SaveResult | null> | null
}

const setups = createRegistry<() => Extension>()

/** Adds to the state of every post from now on. Editor and form call this once each, when they are loaded. */
export const addEditorSetup = (setup: () => Extension): void => {
  setups.add(setup)
}

/** The extensions of a state: history, head, and everything the editor needs. */
export const documentExtensions = (format: TextFormat): Extension => [
  history(),
  textFormat(format),
  headField,
  setups.all().map((setup) => setup()),
]

/** A state for a text and its format, with the caret at the first line of the body with text. */
const createDocumentState = (text: string, format: TextFormat): EditorState => {
  const state = EditorState.create({ doc: text, extensions: documentExtensions(format) })
  return state.update({ selection: { anchor: startOfWords(state) } }).state
}

/** An open post fresh from the disk. */
export const openDocument = (post: OpenedPost, version: number): OpenDocument => {
  const state = createDocumentState(post.text, post.format)
  return {
    id: post.id,
    state,
    scroll: null,
    revision: post.revision,
    onDisk: { doc: state.doc, format: post.format },
    writable: post.writable,
    saveState: 'saved',
    message: '',
    theirs: null,
    version,
    saving: null,
    waiting: null,
  }
}

/** Whether a state differs from the file. Texts share their parts, so this is cheap after a key. */
export const differsFromDisk = ({ onDisk }: OpenDocument, state: EditorState): boolean =>
  !sameFormat(onDisk.format, textFormatOf(state)) || !onDisk.doc.eq(state.doc)
