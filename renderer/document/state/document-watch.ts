import type { ChangeSet } from '@codemirror/state'
import type { OpenDocument } from './open-document'

/** What happens to any post of the session, shown or not. `state` comes after every change of text or save state. */
export type DocumentEvent =
  | { readonly kind: 'changed'; readonly document: OpenDocument; readonly changes: ChangeSet }
  | { readonly kind: 'state'; readonly document: OpenDocument }

type Listener = (event: DocumentEvent) => void

const listeners = new Set<Listener>()

/** Listens to all posts of the session; the answer stops listening. */
export const onDocuments = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells the listeners, in the order they came. */
export const tellDocuments = (event: DocumentEvent): void => {
  for (const listener of listeners) listener(event)
}
