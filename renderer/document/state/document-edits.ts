import type { PostId } from '../../../shared/posts/post'

/**
 * What happened to the open text. `opened` carries all of it, a moment before the editor shows it; after that each
 * change comes as a CodeMirror `ChangeSet` in JSON, with a version one listener can compare: answers never go backwards.
 * `coming` is for whoever needs time: another text than the one in sight, to which the changes until the next `opened`
 * still belong. That `opened` has the same version, or is about a text that is shown instead.
 */
export type DocumentEdit =
  | { readonly kind: 'coming'; readonly postId: PostId; readonly version: number; readonly text: string }
  | { readonly kind: 'opened'; readonly postId: PostId; readonly version: number; readonly text: string }
  | { readonly kind: 'changed'; readonly postId: PostId; readonly version: number; readonly changes: unknown }

/** May answer what to wait for: until then it has nothing of a text that is coming to show. */
type Listener = (edit: DocumentEdit) => Promise<void> | void

const listeners = new Set<Listener>()

/** Listens to the text of the post that is shown, change by change; the answer stops listening. */
export const onEdit = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether anybody listens: else a change need not be put into JSON. */
export const isHeard = (): boolean => listeners.size > 0

/** Tells the listeners, in the order they came. Resolves when each has something to show of it. */
export const tellEdit = async (edit: DocumentEdit): Promise<void> => {
  await Promise.all([...listeners].map((listener) => listener(edit)))
}
