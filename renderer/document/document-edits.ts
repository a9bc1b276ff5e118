import type { PostId } from '../../shared/post'

/**
 * What happened to the open text. `opened` carries all of it, a moment before the editor shows it; after that each
 * change comes as a CodeMirror `ChangeSet` in JSON, with a version one listener can compare: answers never go backwards.
 */
export type DocumentEdit =
  | { readonly kind: 'opened'; readonly postId: PostId; readonly version: number; readonly text: string }
  | { readonly kind: 'changed'; readonly postId: PostId; readonly version: number; readonly changes: unknown }

type Listener = (edit: DocumentEdit) => void

const listeners = new Set<Listener>()

/** Listens to the text of the post that is shown, change by change; the answer stops listening. */
export const onEdit = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether anybody listens: else a change need not be put into JSON. */
export const isHeard = (): boolean => listeners.size > 0

/** Tells the listeners, in the order they came. */
export const tellEdit = (edit: DocumentEdit): void => {
  for (const listener of listeners) listener(edit)
}
