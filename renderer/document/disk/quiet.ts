import { createRegistry } from '../../../shared/base/registry'
import type { PostId, Revision } from '../../../shared/posts/post'
import type { OpenDocument } from '../state/open-document'

/** Milliseconds without a change after which a file counts as complete, and autosave may write it. */
const quietMs = 2_000

interface Seen {
  readonly revision: Revision
  readonly at: number
  timer: ReturnType<typeof setTimeout> | undefined
}

/** The last revision that another program wrote, and when it was noticed. */
const seen = new WeakMap<OpenDocument, Seen>()
const onQuiet = createRegistry<(id: PostId) => void>()

/** Registers what checks a file again once it is quiet. */
export const lookWhenQuiet = (look: (id: PostId) => void): (() => void) => onQuiet.add(look)

/** Records a revision that another program wrote; repeating the same one does not restart the time. */
export const noteOutside = (document: OpenDocument, revision: Revision): void => {
  const last = seen.get(document)
  if (last?.revision === revision) return
  clearTimeout(last?.timer)
  seen.set(document, { revision, at: performance.now(), timer: undefined })
}

/** Milliseconds until the file of a post counts as complete; 0 if it already does. */
export const untilQuiet = (document: OpenDocument): number => {
  const last = seen.get(document)
  return last ? Math.max(0, last.at + quietMs - performance.now()) : 0
}

/** Checks the file again when it is quiet. */
export const waitForQuiet = (document: OpenDocument): void => {
  const last = seen.get(document)
  if (!last || last.timer !== undefined) return
  last.timer = setTimeout(() => {
    for (const look of onQuiet.all()) look(document.id)
  }, untilQuiet(document))
}

/** The file is as known: stops waiting. */
export const forgetOutside = (document: OpenDocument): void => {
  clearTimeout(seen.get(document)?.timer)
}
