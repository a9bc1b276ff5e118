import { create } from 'zustand'
import { createLatest } from '../../../shared/base/latest'
import { plainMessage } from '../../../shared/checks/findings/finding'
import type { LibraryProgress, PostsChanged } from '../../../shared/ipc/library-calls'
import { unpack } from '../../../shared/ipc/packed'
import type { PostId, PostSummary, Problem } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { createDelayed } from '../../base/delayed'
import { showError } from '../../base/notices'
import { getSettings, onSettingsChange } from '../../base/settings-store'
import { findingsOf, onFindings } from '../../document/problems/findings'
import { countPosts, type FilterCounts, noPosts, type PostFilter } from './post-filter'
import { foldPosts, sortPosts } from './post-order'

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

const nothing: LibraryState = {
  posts: [],
  counts: noPosts,
  filter: 'all',
  query: '',
  loaded: false,
  progress: null,
  unavailable: null,
  canRestart: false,
}

/** The posts of the open folder for the list. */
export const useLibrary = create<LibraryState>(() => nothing)

/** Shows the posts that pass this filter. */
export const setFilter = (filter: PostFilter): void => useLibrary.setState({ filter })

/** Shows the posts that have these words. */
export const setQuery = (query: string): void => useLibrary.setState({ query })

/** The posts by id; the cost of a batch does not depend on the number of posts. */
const byId = new Map<PostId, PostSummary>()

/** The summary of a post, if the folder has it. */
export const postOf = (id: PostId): PostSummary | undefined => byId.get(id)

const showAll = (summaries: readonly PostSummary[]) => {
  const posts = summaries.map(withFindings)
  byId.clear()
  for (const post of posts) byId.set(post.id, post)
  useLibrary.setState({ posts, counts: countPosts(noPosts, [], posts) })
}

const fold = (summaries: readonly PostSummary[], removed: Iterable<PostId>) => {
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
  const { posts, counts } = useLibrary.getState()
  useLibrary.setState({
    posts: foldPosts(posts, new Set(gone.keys()), changed, getSettings().librarySort),
    counts: countPosts(counts, gone.values(), changed),
  })
}

// Batches arrive faster than a list can be drawn, so they are collected and applied together. A few changes are shown
// at once; while a whole folder loads, drawing more often would only delay loading.
const restMs = 30
const betweenMs = 500
const fewPosts = 50
/** The most changes applied at once: more would block the window. */
const manyPosts = 4000
let waiting: { reset: boolean; changed: Map<PostId, PostSummary>; removed: Set<PostId> } | null = null
let folded = Number.NEGATIVE_INFINITY

const foldWaiting = () => {
  foldSoon.stop()
  if (!waiting) return
  folded = performance.now()
  const { reset, changed, removed } = waiting
  waiting = null
  if (reset) showAll(sortPosts([...changed.values()], getSettings().librarySort))
  else fold([...changed.values()], removed)
}

const foldSoon = createDelayed(foldWaiting)

/** Queues a batch of changes; the list shows it a moment later with later ones. */
export const takeChanges = ({ changed, removed, reset }: PostsChanged): void => {
  if (!waiting) {
    waiting = { reset: false, changed: new Map(), removed: new Set() }
    const next = changed.length > fewPosts ? folded + betweenMs - performance.now() : 0
    foldSoon.start(Math.max(restMs, next))
  }
  if (reset) waiting = { reset: true, changed: new Map(), removed: new Set() }
  for (const id of removed) {
    waiting.changed.delete(id)
    waiting.removed.add(id)
  }
  for (const post of changed) {
    waiting.removed.delete(post.id)
    waiting.changed.set(post.id, post)
  }
  if (waiting.changed.size >= manyPosts) foldWaiting()
}

/** The latest state of a post from main, shown or not; undefined if it is gone. */
const latestOf = (id: PostId): PostSummary | undefined =>
  waiting?.removed.has(id) ? undefined : (waiting?.changed.get(id) ?? byId.get(id))

/** Changes a row before main has answered; the next batch overrides it. */
export const showSoon = (id: PostId, patch: Partial<PostSummary>): void => {
  const post = latestOf(id)
  if (post) takeChanges({ changed: [{ ...post, ...patch }], removed: [], reset: false })
}

const startListing = createLatest()

/** Requests the posts of the open folder, and discards those of another one. */
export const loadLibrary = async (): Promise<void> => {
  const isLatest = startListing()
  waiting = null
  byId.clear()
  useLibrary.setState(nothing)
  try {
    const posts = unpack(await api.listPosts())
    if (!isLatest()) return
    waiting = null // answers and events arrive in order: the list includes everything that arrived before it
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
    if (progress.finished) foldWaiting()
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
