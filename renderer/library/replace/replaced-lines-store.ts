import { create } from 'zustand'
import { messageOf } from '../../../shared/app-error'
import type { PlannedReplacement, ReplacedLines, ReplacePlan } from '../../../shared/ipc/file-calls'
import type { PostId } from '../../../shared/posts/post'
import { api } from '../../base/api'
import { useReplace } from './store'

/** The loaded lines of a post, or why they cannot be shown. */
type LinesOfPost =
  | ({ readonly kind: 'read' } & ReplacedLines)
  | { readonly kind: 'refused'; readonly reason: string }

interface LinesState {
  /** The plan that the lines belong to. */
  readonly plan: ReplacePlan | null
  /** The viewed posts, the latest last. */
  readonly posts: ReadonlyMap<PostId, LinesOfPost>
  /** The files whose lines are being loaded. */
  readonly reading: readonly PlannedReplacement[]
}

const none: ReadonlyMap<PostId, LinesOfPost> = new Map()
const maxKept = 300

/** The changed lines of the viewed posts. */
export const useReplacedLines = create<LinesState>(() => ({ plan: null, posts: none, reading: [] }))

/** Loads the first lines of a post, or the next ones. */
export const readReplacedLines = async (file: PlannedReplacement): Promise<void> => {
  const { request, plan } = useReplace.getState()
  if (!request || !plan || useReplacedLines.getState().reading.includes(file)) return
  const known = linesIn(plan).get(file.id)
  const before = known?.kind === 'read' ? known.changes : []
  useReplacedLines.setState(({ reading }) => ({ reading: [...reading, file] }))
  try {
    const { id, revision } = file
    const { changes, total } = await api.replacedLines(request, { id, revision }, before.length)
    keep(plan, id, { kind: 'read', changes: [...before, ...changes], total })
  } catch (error) {
    keep(plan, file.id, { kind: 'refused', reason: messageOf(error) })
  } finally {
    useReplacedLines.setState(({ reading }) => ({ reading: reading.filter((one) => one !== file) }))
  }
}

const linesIn = (plan: ReplacePlan): ReadonlyMap<PostId, LinesOfPost> => {
  const known = useReplacedLines.getState()
  return known.plan === plan ? known.posts : none
}

// The least recently viewed posts are dropped, and loaded again when needed.
const keep = (plan: ReplacePlan, id: PostId, lines: LinesOfPost): void => {
  if (useReplace.getState().plan !== plan) return
  const posts = new Map(linesIn(plan))
  posts.delete(id)
  posts.set(id, lines)
  for (const oldest of posts.keys()) {
    if (posts.size <= maxKept) break
    posts.delete(oldest)
  }
  useReplacedLines.setState({ plan, posts })
}
