import type { PostId, Revision } from '../../../shared/posts/post'
import type { OpenDocument } from '../state/open-document'

/** So long a file must be left in peace before it is taken for whole, and before a save of ours may follow unasked. */
const quietMs = 2_000

interface Seen {
  readonly revision: Revision
  readonly at: number
  timer: ReturnType<typeof setTimeout> | undefined
}

/** What another program wrote last to the file of a post, and when it was seen. */
const seen = new WeakMap<OpenDocument, Seen>()
let look: (id: PostId) => void = () => undefined

/** Says who looks at a file again once it is quiet. */
export const lookWhenQuiet = (again: (id: PostId) => void): void => {
  look = again
}

/** Notes what another program wrote; writing the same again counts from the first time. */
export const noteOutside = (document: OpenDocument, revision: Revision): void => {
  const last = seen.get(document)
  if (last?.revision === revision) return
  clearTimeout(last?.timer)
  seen.set(document, { revision, at: performance.now(), timer: undefined })
}

/** Milliseconds until the file of a post has been left in peace for long enough; 0 when it has. */
export const untilQuiet = (document: OpenDocument): number => {
  const last = seen.get(document)
  return last ? Math.max(0, last.at + quietMs - performance.now()) : 0
}

/** Looks at the file again when it is quiet. */
export const waitForQuiet = (document: OpenDocument): void => {
  const last = seen.get(document)
  if (!last || last.timer !== undefined) return
  last.timer = setTimeout(() => look(document.id), untilQuiet(document))
}

/** The file holds what we know: nothing is waited for. */
export const forgetOutside = (document: OpenDocument): void => {
  clearTimeout(seen.get(document)?.timer)
}
