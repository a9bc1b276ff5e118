import type { ChangeSet } from '@codemirror/state'
import type { PostId } from '../../../shared/posts/post'
import type { OpenDocument } from './open-document'

/** A text on its way into sight, or in sight from now on. `version` grows with each change of any text of the session. */
interface WholeText {
  readonly postId: PostId
  readonly version: number
  readonly text: string
}

/**
 * What happens to the posts of the session. `coming` is for whoever needs time before `opened`: the changes in between
 * still belong to the text in sight, and that `opened` has the same version, or is about a text that is shown instead.
 * `state` comes after every change of text or save state.
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

/** What happens to the text in sight. */
export type ShownTextEvent = Exclude<DocumentEvent, { readonly kind: 'state' }>

/** May answer what to wait for: until then it has nothing of a text that is coming to show. */
type Listener<E> = (event: E) => Promise<void> | void

const listeners = new Set<Listener<DocumentEvent>>()

/** Listens to all posts of the session; returns an unsubscribe function. */
export const onDocuments = (listener: Listener<DocumentEvent>): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Listens to the text of the post that is shown, change by change; returns an unsubscribe function. */
export const onShownText = (listener: Listener<ShownTextEvent>): (() => void) =>
  onDocuments((event) => {
    if (event.kind === 'state' || (event.kind === 'changed' && !event.isShown)) return
    return listener(event)
  })

/** Tells the listeners, in the order they came. Resolves when each has something to show of it. */
export const tellDocuments = async (event: DocumentEvent): Promise<void> => {
  await Promise.all([...listeners].map((listener) => listener(event)))
}
