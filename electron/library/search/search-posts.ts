import { createContext, Script } from 'node:vm'
import { AppError } from '../../../shared/app-error'
import type { PostSummary } from '../../../shared/posts/post'
import {
  isInSummary,
  keysOfSummary,
  matchesFilters,
  type PostQuery,
  parsePostQuery,
} from '../../../shared/posts/post-query'
import type { SearchHit, SearchRequest, SearchResult } from '../../../shared/posts/post-search'
import { createTextMatcher, type MatchRange, type TextMatcher } from '../../../shared/posts/text-matcher'
import { t } from '../../../shared/texts/translate'
import type { KnownPosts } from '../index/known-posts'
import type { ListedPost, PostStore } from '../index/post-store'
import { fullTextQuery } from '../words/full-text'
import { bestLines } from './best-lines'

export interface SearchSources {
  readonly known: KnownPosts
  readonly store: PostStore
  /** The current text of a post; empty if it cannot be read. */
  readonly read: (post: ListedPost) => string
  readonly now: () => number
  /** Yields to other work; throws if a newer search has started. */
  readonly pause: () => Promise<void> | null
}

/**
 * Finds posts. The index tells which may match, the best first; each is then read and matched itself, so that results
 * show the current file, and case, accents and parts of words are respected.
 */
export const searchPosts = async (request: SearchRequest, sources: SearchSources): Promise<SearchResult> => {
  const query: PostQuery = request.regex ? { words: [], filters: [] } : parsePostQuery(request.text)
  if (request.text.trim() === '') return { hits: [], posts: 0, more: false }
  if (!request.regex && query.words.length === 0) return filteredOnly(query, request, sources)
  const matcher = request.regex
    ? withinTime(createTextMatcher([], request))
    : createTextMatcher(query.words, request)
  const indexed = request.regex ? null : fullTextQuery(query.words, request, sources.store.vocabulary)
  const candidates: Candidates =
    indexed === null ? { posts: everything(sources), count: null } : indexedPosts(indexed, sources)
  return collect(candidates, query, matcher, request, sources)
}

/** With more matches, ranking means nothing and takes longer than the search. */
const maxRanked = 3000

interface Candidates {
  readonly posts: Iterable<ListedPost>
  /** The number of matches, if known before matching each post. */
  readonly count: number | null
}

const indexedPosts = (indexed: string, sources: SearchSources): Candidates => {
  const { rows, ranked } = sources.store.matching(indexed, maxRanked)
  if (ranked) return { posts: rows.flatMap((row) => sources.known.ofRow(row) ?? []), count: rows.length }
  return { posts: everything(sources, new Set(rows)), count: rows.length }
}

function* everything(
  { known }: SearchSources,
  rows: ReadonlySet<number> | null = null,
): Generator<ListedPost> {
  for (const id of known.newestFirst()) {
    const post = known.get(id)
    if (post && (rows === null || rows.has(post.row))) yield post
  }
}

const filteredOnly = async (
  query: PostQuery,
  request: SearchRequest,
  sources: SearchSources,
): Promise<SearchResult> => {
  const found = [...everything(sources)].filter((post) => passes(post, query, sources))
  const hits = found
    .slice(0, request.limit)
    .map(({ summary }): SearchHit => ({ id: summary.id, title: summary.title, matches: 0, lines: [] }))
  return { hits, posts: found.length, more: found.length > hits.length }
}

const collect = async (
  candidates: Candidates,
  query: PostQuery,
  matcher: TextMatcher,
  request: SearchRequest,
  sources: SearchSources,
): Promise<SearchResult> => {
  const hits: SearchHit[] = []
  for (const post of candidates.posts) {
    await sources.pause()
    if (!passes(post, query, sources)) continue
    const text = sources.read(post)
    const places = matcher.find(text)
    if (!places) continue
    if (hits.length === request.limit) return { hits, posts: countOf(candidates, query, hits), more: true }
    const { id, title } = post.summary
    hits.push({ id, title, matches: places.length, lines: bestLines(text, places, query.words.length) })
  }
  return { hits, posts: hits.length, more: false }
}

/** The number the index found: good enough for "more than 50". */
const countOf = ({ count }: Candidates, { filters }: PostQuery, hits: readonly SearchHit[]): number =>
  filters.length === 0 ? (count ?? hits.length) : hits.length

const passes = (
  { summary: { id } }: ListedPost,
  { filters }: PostQuery,
  { known, now }: SearchSources,
): boolean => {
  if (filters.length === 0) return true
  const summary = known.shown(id, now())
  const keysOf = (post: PostSummary) => [
    ...(known.get(id)?.keys ?? []),
    ...keysOfSummary(post).filter(isInSummary),
  ]
  return summary !== null && matchesFilters(summary, filters, keysOf)
}

const timeoutMs = 1000

/** A pattern could run for years; V8 can stop it, which our own thread could not. */
const withinTime = (matcher: TextMatcher): TextMatcher => {
  const task = { text: '', found: null as readonly MatchRange[] | null }
  const context = createContext({
    find: () => {
      task.found = matcher.find(task.text)
    },
  })
  const script = new Script('find()')
  return {
    find: (text) => {
      task.text = text
      try {
        script.runInContext(context, { timeout: timeoutMs })
      } catch (error) {
        if (!isTimeout(error)) throw error
        throw new AppError('failed', t('library.patternSlow'))
      }
      return task.found
    },
  }
}

/** The error may come from the other context, which has its own `Error` class. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
