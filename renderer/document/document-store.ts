import type { EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { PostId, SaveResult } from '../../shared/posts/post'
import type { TextChange } from '../../shared/text/text-change'
import { saveDocument } from './save/save-document'
import { dispatchTo } from './state/document-changes'
import { commitFieldDrafts } from './state/field-drafts'
import { type HeadState, headOfState } from './state/head-field'
import { documentOf, openDocuments, stateOf } from './state/open-documents'

/** The view of the editor pane, or null while no pane shows the text. */
export const editorView = (): EditorView | null => openDocuments.view

/** The state of the open post; null when none is open. */
export const editorState = (): EditorState | null => openDocuments.front && stateOf(openDocuments.front)

/** The whole open text, built on each call: do not call it for every key. */
export const getText = (): string => editorState()?.doc.toString() ?? ''

/** The front matter of the open text, parsed once per change of the head. */
export const getHeadState = (): HeadState | null => {
  const state = editorState()
  return state && headOfState(state)
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
