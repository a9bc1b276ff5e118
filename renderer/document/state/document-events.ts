import type { ChangeSet } from '@codemirror/state'
import { createRegistry } from '../../../shared/base/registry'
import type { PostId } from '../../../shared/posts/post'
import type { OpenDocument } from './open-document'

/** A text about to be shown, or shown now. `version` increases with each change of any text of the session. */
interface WholeText {
  readonly postId: PostId
  readonly version: number
  readonly text: string
}

/**
 * Events of the session's posts. `coming` is for listeners that need time before `opened`: changes in between still
 * belong to the visible text, and `opened` has the same version, or is about another text shown instead. `state` follows
 * every change of text or save state.
 */
export type DocumentEvent =
  | ({ readonly kind: 'coming' } & WholeText)
  | ({ readonly kind: 'opened' } & WholeText)
  | {
      readonly kind: 'changed'
      readonly postId: PostId
      readonly version: number
      readonly document: OpenDocument
      readonly changes: ChangeSet
      readonly isShown: boolean
    }
  | { readonly kind: 'state'; readonly postId: PostId; readonly document: OpenDocument }

/** Events of the visible text. */
export type ShownTextEvent = Exclude<DocumentEvent, { readonly kind: 'state' }>

/** May return a promise that resolves when the listener has something to show of the coming text. */
type Listener<E> = (event: E) => Promise<void> | void

const listeners = createRegistry<Listener<DocumentEvent>>()

/** Listens to all posts of the session; returns an unsubscribe function. */
export const onDocuments = (listener: Listener<DocumentEvent>): (() => void) => listeners.add(listener)

/** Listens to the text of the post that is shown, change by change; returns an unsubscribe function. */
export const onShownText = (listener: Listener<ShownTextEvent>): (() => void) =>
  onDocuments((event) => {
    if (event.kind === 'state' || (event.kind === 'changed' && !event.isShown)) return
    return listener(event)
  })

/** Calls the listeners in order. Resolves when each has something to show. */
export const tellDocuments = async (event: DocumentEvent): Promise<void> => {
  await Promise.all(listeners.all().map((listener) => listener(event)))
}
