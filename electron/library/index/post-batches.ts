import type { PostsChanged } from '../../../shared/ipc/library-calls'
import type { PostId } from '../../../shared/posts/post'
import type { KnownPosts } from './known-posts'

const maxPosts = 500
const longestMs = 300

/** Collects changes and sends them in batches that are small enough to block no process. */
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

  /** Discards everything sent before. */
  reset(): void {
    this.changed.clear()
    this.removed.clear()
    this.isReset = true
  }

  /** Sends nothing until `release`: the window then asks for all posts. */
  hold(): void {
    this.held = true
  }

  release(): void {
    if (this.held) this.isReset = false // the list itself starts again
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

  /** Sends the batch if it is large or old enough. */
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
