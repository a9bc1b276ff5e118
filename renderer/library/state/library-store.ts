import { create } from 'zustand'
import { createLatest } from '../../../shared/base/latest'
import { plainMessage } from '../../../shared/checks/findings/finding'
import type { LibraryProgress } from '../../../shared/ipc/library-calls'
import { unpack } from '../../../shared/ipc/packed'
import type { PostId, PostSummary, Problem } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError } from '../../base/notices'
import { getSettings, onSettingsChange } from '../../base/settings-store'
import { findingsOf, onFindings } from '../../document/problems/findings'
import { countPosts, type FilterCounts, noPosts, type PostFilter } from './post-filter'
import { foldPosts, sortPosts } from './post-order'
import { createWaitingPosts } from './waiting-posts'

/** What the library itself finds while it reads a post; the checks look closer at the last two. */
const ofLibrary = new Set(['unreadable', 'front-matter', 'duplicate-slug'])
const seenCloser = new Set(['front-matter', 'slug-clash'])

/** A post with what the checks found in it; a hint is no problem. */
const withFindings = (post: PostSummary): PostSummary => {
  const found = findingsOf(post.id)
  const own = post.problems.filter(({ check }) => ofLibrary.has(check))
  const more = found.flatMap(({ check, message, line, severity }): Problem[] =>
    severity === 'hint' || seenCloser.has(check)
      ? []
      : [{ check, message: plainMessage(message), line, severity }],
  )
  if (more.length === 0 && own.length === post.problems.length) return post
  const worstFirst = more.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  return { ...post, problems: [...own, ...worstFirst] }
}

export interface LibraryState {
  /** Every post of the folder, in the chosen order. */
  readonly posts: readonly PostSummary[]
  /** The same by id. Changed in place, so that the cost of a batch does not depend on the number of posts. */
  readonly byId: Map<PostId, PostSummary>
  readonly counts: FilterCounts
  readonly filter: PostFilter
  readonly query: string
  /** True once main has sent the list; before that an empty list means nothing. */
  readonly loaded: boolean
  readonly progress: LibraryProgress | null
  /** Why the folder is not available; null if it is. */
  readonly unavailable: string | null
  /** The library has stopped, and can be restarted. */
  readonly canRestart: boolean
}

const nothing = (): LibraryState => ({
  posts: [],
  byId: new Map(),
  counts: noPosts,
  filter: 'all',
  query: '',
  loaded: false,
  progress: null,
  unavailable: null,
  canRestart: false,
})

/** The posts of the open folder for the list. */
export const useLibrary = create<LibraryState>(nothing)

/** Shows the posts that pass this filter. */
export const setFilter = (filter: PostFilter): void => useLibrary.setState({ filter })

/** Shows the posts that have these words. */
export const setQuery = (query: string): void => useLibrary.setState({ query })

/** The summary of a post, if the folder has it. */
export const postOf = (id: PostId): PostSummary | undefined => useLibrary.getState().byId.get(id)

const showAll = (summaries: readonly PostSummary[]) => {
  const posts = summaries.map(withFindings)
  const byId = new Map(posts.map((post) => [post.id, post]))
  useLibrary.setState({ posts, byId, counts: countPosts(noPosts, [], posts) })
}

const fold = (summaries: readonly PostSummary[], removed: Iterable<PostId>) => {
  const { posts, byId, counts } = useLibrary.getState()
  const changed = summaries.map(withFindings)
  const gone = new Map<PostId, PostSummary>()
  const leave = (id: PostId) => {
    const post = byId.get(id)
    if (post) gone.set(id, post)
    byId.delete(id)
  }
  for (const id of removed) leave(id)
  for (const post of changed) {
    leave(post.id)
    byId.set(post.id, post)
  }
  useLibrary.setState({
    posts: foldPosts(posts, new Set(gone.keys()), changed, getSettings().librarySort),
    counts: countPosts(counts, gone.values(), changed),
  })
}

const waiting = createWaitingPosts(({ reset, changed, removed }) => {
  if (reset) showAll(sortPosts([...changed.values()], getSettings().librarySort))
  else fold([...changed.values()], removed)
})

/** Queues a batch of changes; the list shows it a moment later with later ones. */
export const takeChanges = waiting.take

/** The latest state of a post from main, shown or not; undefined if it is gone. */
const latestOf = (id: PostId): PostSummary | undefined =>
  waiting.removes(id) ? undefined : (waiting.changeOf(id) ?? postOf(id))

/** Changes a row before main has answered; the next batch overrides it. */
export const showSoon = (id: PostId, patch: Partial<PostSummary>): void => {
  const post = latestOf(id)
  if (post) takeChanges({ changed: [{ ...post, ...patch }], removed: [], reset: false })
}

const startListing = createLatest()

/** Requests the posts of the open folder, and discards those of another one. */
export const loadLibrary = async (): Promise<void> => {
  const isLatest = startListing()
  waiting.drop()
  useLibrary.setState(nothing())
  try {
    const posts = unpack(await api.listPosts())
    if (!isLatest()) return
    waiting.drop() // answers and events arrive in order: the list includes everything that arrived before it
    showAll(sortPosts(posts, getSettings().librarySort))
  } catch (error) {
    if (isLatest()) showError(error, t('library.notListed'))
  } finally {
    if (isLatest()) useLibrary.setState({ loaded: true })
  }
}

/** Listens to the library. */
export const startLibrary = (): void => {
  api.on('postsChanged', (batch) => takeChanges(unpack(batch)))
  onFindings((ids) =>
    takeChanges({ changed: ids.flatMap((id) => latestOf(id) ?? []), removed: [], reset: false }),
  )
  api.on('libraryProgress', (progress) => {
    if (progress.finished) waiting.fold()
    useLibrary.setState({ progress: progress.finished ? null : progress })
  })
  api.on('folderState', ({ available, message, canRestart = false }) =>
    useLibrary.setState({ unavailable: available ? null : message, canRestart }),
  )
  onSettingsChange((settings, before) => {
    if (settings.librarySort !== before.librarySort)
      useLibrary.setState(({ posts }) => ({ posts: sortPosts(posts, settings.librarySort) }))
  })
}
