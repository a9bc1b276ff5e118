import {
  type LinkExample,
  type LinkManner,
  linked,
  mannerOf,
} from '../../../shared/addresses/spelling/link-spelling'
import type { KnownPosts } from '../index/known-posts'
import type { PostStore } from '../index/post-store'
import { postMeant } from './backlinks'

/** Habits change, so the newest posts count. */
const maxLooked = 200

/** A link between posts in the most common style of the newest posts; null if no link leads to another post. */
export const linkExampleOf = async (
  known: KnownPosts,
  store: PostStore,
  pause: () => Promise<void> | null,
): Promise<LinkExample | null> => {
  const manners = new Counted<LinkManner, Counted<string, LinkExample>>()
  for (const from of known.newestFirst().slice(0, maxLooked)) {
    const post = known.get(from)
    for (const reference of post === undefined ? [] : store.references(post.row)) {
      const manner = reference.kind === 'image' ? null : mannerOf(reference)
      const to = manner === null ? null : postMeant(reference, post?.page.path ?? '', known)
      const summary = to === null || to === from ? undefined : known.get(to)?.summary
      if (manner === null || !summary) continue
      const shapes = manners.add(manner, () => new Counted())
      shapes.add(shapeOf(reference.target), () => ({
        reference: { kind: reference.kind, target: reference.target },
        from,
        to: linked(summary),
      }))
    }
    await pause()
  }
  return manners.most()?.most() ?? null
}

/** The first of each kind, and how many there were. */
class Counted<K, V> {
  private readonly entries = new Map<K, { count: number; readonly first: V }>()

  add(key: K, make: () => V): V {
    const entry = this.entries.get(key) ?? { count: 0, first: make() }
    entry.count += 1
    this.entries.set(key, entry)
    return entry.first
  }

  most(): V | null {
    return [...this.entries.values()].sort((a, b) => b.count - a.count)[0]?.first ?? null
  }
}

/** A target without the name of its post: `/blog/*`, `/notes/*.html`, `./*`. */
const shapeOf = (target: string): string =>
  target.replace(/[?#].*$/s, '').replace(/[^/]+?(\.html?)?(\/?)$/i, '*$1$2')
