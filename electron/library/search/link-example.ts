import type { PostId } from '../../../shared/posts/post'
import { type LinkExample, type LinkManner, mannerOf } from '../../../shared/references/link-spelling'
import { namesOf, type PostTarget } from '../../../shared/references/post-target'
import type { KnownPosts } from '../index/known-posts'
import type { PostStore } from '../index/post-store'

type Name = Pick<PostTarget, 'by' | 'name'>

/** Habits change: what the newest posts do counts. */
const mostLooked = 200

/** A link between posts, written as most are in the newest posts of the site; null where none leads to another post. */
export const linkExampleOf = async (
  known: KnownPosts,
  store: PostStore,
  pause: () => Promise<void> | null,
): Promise<LinkExample | null> => {
  const postNamed = await namesOfAll(known, pause)
  const manners = new Counted<LinkManner, Counted<string, LinkExample>>()
  for (const from of known.newestFirst().slice(0, mostLooked)) {
    const row = known.get(from)?.row
    for (const { kind, target, post } of row === undefined ? [] : store.references(row)) {
      const to = post && known.get(postNamed.get(keyOf(post)) ?? '')?.summary
      const manner = to && to.id !== from ? mannerOf({ kind, target }, from) : null
      if (!to || manner === null) continue
      const { id, slug, ownSlug, date } = to
      const linked = { id, slug, date, ...(ownSlug === undefined ? {} : { ownSlug }) }
      const shapes = manners.add(manner, () => new Counted())
      shapes.add(shapeOf(target), () => ({ reference: { kind, target }, from, to: linked }))
    }
    await pause()
  }
  return manners.most()?.most() ?? null
}

/** The first of each kind, and how many there were. */
class Counted<K, V> {
  readonly #entries = new Map<K, { count: number; readonly first: V }>()

  add(key: K, make: () => V): V {
    const entry = this.#entries.get(key) ?? { count: 0, first: make() }
    entry.count += 1
    this.#entries.set(key, entry)
    return entry.first
  }

  most(): V | null {
    return [...this.#entries.values()].sort((a, b) => b.count - a.count)[0]?.first ?? null
  }
}

/** A target without the name of its post: `/blog/*`, `/notes/*.html`, `./*`. */
const shapeOf = (target: string): string =>
  target.replace(/[?#].*$/s, '').replace(/[^/]+?(\.html?)?(\/?)$/i, '*$1$2')

const namesOfAll = async (known: KnownPosts, pause: () => Promise<void> | null) => {
  const postNamed = new Map<string, PostId>()
  for (const { summary } of known.all()) {
    for (const name of namesOf(summary)) postNamed.set(keyOf(name), summary.id)
    await pause()
  }
  return postNamed
}

const keyOf = ({ by, name }: Name): string => `${by}:${name}`
