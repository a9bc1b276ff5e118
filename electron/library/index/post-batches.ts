import type { PostsChanged } from '../../../shared/ipc/library-calls'
import type { PostId } from '../../../shared/posts/post'
import type { KnownPosts } from './known-posts'

const maxPosts = 500
const longestMs = 300

/** Gathers what changed and hands it on in batches small enough that no process stops for one. */
export class PostBatches {
  private readonly changed = new Set<PostId>()
  private readonly removed = new Set<PostId>()
  private isReset = false
  private held = false
  private since = 0

  constructor(
    private readonly known: KnownPosts,
    private readonly now: () => number,
    private readonly onPosts: (batch: PostsChanged) => void,
  ) {}

  /** From here on nothing of what was handed over before counts. */
  reset(): void {
    this.changed.clear()
    this.removed.clear()
    this.isReset = true
  }

  /** Hands nothing over until `release`: whoever wants the posts asks for all of them then. */
  hold(): void {
    this.held = true
  }

  release(): void {
    if (this.held) this.isReset = false // the list itself begins anew
    this.held = false
  }

  change(ids: readonly PostId[]): void {
    this.began()
    for (const id of ids) {
      this.changed.add(id)
      this.removed.delete(id)
    }
  }

  remove(id: PostId, others: readonly PostId[]): void {
    this.change(others)
    this.changed.delete(id)
    this.removed.add(id)
  }

  /** Hands over what there is when it is enough, or old enough. */
  flushWhenDue(): void {
    const count = this.changed.size + this.removed.size
    if (count >= maxPosts || (count > 0 && performance.now() - this.since > longestMs)) this.flush()
  }

  flush(): void {
    if (this.held) {
      this.changed.clear()
      this.removed.clear()
      return
    }
    const changed = [...this.changed].flatMap((id) => this.known.shown(id, this.now()) ?? [])
    const removed = [...this.removed]
    this.changed.clear()
    this.removed.clear()
    const reset = this.isReset
    this.isReset = false
    for (let at = 0; at < Math.max(changed.length, 1); at += maxPosts) {
      const first = at === 0
      if (!first || reset || changed.length + removed.length > 0)
        this.onPosts({
          changed: changed.slice(at, at + maxPosts),
          removed: first ? removed : [],
          reset: first && reset,
        })
    }
  }

  private began(): void {
    if (this.changed.size + this.removed.size === 0) this.since = performance.now()
  }
}
