import type { QuickOpenHit } from '../../../shared/posts/post-search'
import { foldText } from '../../../shared/text/fold-text'
import { fuzzyMatch, fuzzyPattern } from '../../../shared/text/fuzzy-match'
import type { KnownPosts } from '../index/known-posts'
import type { ListedPost, PostStore } from '../index/post-store'
import { fullTextQuery } from '../words/full-text'

interface Candidate extends QuickOpenHit {
  readonly score: number
}

const fewestLetters = 3
const maxPosts = 200
const maxRanked = 2000

/** Titles, slugs and headings that match the typed text, the best first; without text, the newest posts. */
export const quickOpen = (
  typed: string,
  limit: number,
  known: KnownPosts,
  store: PostStore,
): QuickOpenHit[] => {
  const pattern = fuzzyPattern(typed)
  if (pattern === '')
    return known
      .newestFirst()
      .slice(0, limit)
      .flatMap((id) => hitOf(known.get(id)))
  const found = [...postsThatFit(pattern, known), ...headingsThatFit(typed, pattern, known, store)]
  return found
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, title, heading }) => ({ id, title, heading }))
}

const hitOf = (post: ListedPost | undefined): QuickOpenHit[] =>
  post ? [{ id: post.summary.id, title: post.summary.title, heading: null }] : []

interface Folded {
  readonly title: string
  readonly path: string
  readonly slug: string
}

const folded = new WeakMap<object, Folded>()

const foldedOf = ({ summary }: ListedPost): Folded => {
  const known = folded.get(summary)
  if (known) return known
  const made = {
    title: foldText(summary.title),
    path: foldText(summary.id),
    slug: foldText(summary.ownSlug ?? ''),
  }
  folded.set(summary, made)
  return made
}

const postsThatFit = (pattern: string, known: KnownPosts): Candidate[] => {
  const found: Candidate[] = []
  for (const post of known.all()) {
    const { title, path, slug } = foldedOf(post)
    const byTitle = fuzzyMatch(pattern, title)?.score ?? 0
    const byName = Math.max(...[path, slug].map((name) => fuzzyMatch(pattern, name)?.score ?? 0))
    const score = Math.max(byTitle, byName - 1)
    if (score > 0) found.push({ id: post.summary.id, title: post.summary.title, heading: null, score })
  }
  return found
}

/** The full-text index tells which posts may have a matching heading, so that not every heading is compared. */
const headingsThatFit = (
  typed: string,
  pattern: string,
  known: KnownPosts,
  store: PostStore,
): Candidate[] => {
  const words = typed
    .split(/\s+/)
    .filter(Boolean)
    .map((text) => ({ text, phrase: false, negated: false }))
  const query =
    pattern.length < fewestLetters
      ? null
      : fullTextQuery(words, { wholeWord: false, matchCase: false }, store.vocabulary)
  if (query === null) return []
  return store
    .matching(query, maxRanked)
    .rows.slice(0, maxPosts)
    .flatMap((row) => {
      const post = known.ofRow(row)
      if (!post) return []
      return store.headings(row).flatMap(({ text, line }) => {
        const match = fuzzyMatch(pattern, foldText(text))
        // A title comes before a heading that matches equally well.
        return match
          ? [
              {
                id: post.summary.id,
                title: post.summary.title,
                heading: { text, line },
                score: match.score - 4,
              },
            ]
          : []
      })
    })
}
