import type { EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { PostId } from '../../../shared/posts/post'
import type { OpenDocument } from './open-document'

/** How many saved posts keep their undo history while others are shown. */
const kept = 30

/** A text announced before it is shown. */
export interface ComingText {
  readonly text: string
  readonly version: number
  /** Resolves at the first patch of the page. */
  readonly drawn: Promise<void>
}

/** The posts of this session, the most recent last, and the view of the front one. */
export const openDocuments = {
  byId: new Map<PostId, OpenDocument>(),
  front: null as OpenDocument | null,
  view: null as EditorView | null,
  /** The text that was announced last. */
  coming: null as ComingText | null,
  lastVersion: 0,
}

/** A new version number, unique in the session. */
export const nextVersion = (): number => {
  openDocuments.lastVersion += 1
  return openDocuments.lastVersion
}

/** The current state of a post, from its view if it has one. */
export const stateOf = (document: OpenDocument): EditorState =>
  document === openDocuments.front && openDocuments.view ? openDocuments.view.state : document.state

/** An open post of this session, shown or not. */
export const documentOf = (id: PostId): OpenDocument | null => openDocuments.byId.get(id) ?? null

/** The posts whose text differs from their files. */
export const unsavedPosts = (): PostId[] =>
  [...openDocuments.byId.values()].filter(({ saveState }) => saveState !== 'saved').map(({ id }) => id)

/** Moves a post to the end of the list and drops the oldest saved ones. */
export const touchDocument = (document: OpenDocument): void => {
  const { byId } = openDocuments
  byId.delete(document.id)
  byId.set(document.id, document)
  for (const old of [...byId.values()].slice(0, Math.max(0, byId.size - kept))) {
    if (old.saveState === 'saved') byId.delete(old.id)
  }
}
