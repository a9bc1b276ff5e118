import { setTimeout as sleep } from 'node:timers/promises'
import type { PostId, PostSummary } from '../../shared/post'
import { createSlices } from './slices'

/** Posts in the first answer, more than any window shows. */
export const firstPage = 300
/** Posts in each part after that. */
export const nextPage = 500

/** What a window takes to draw the first rows; what else is to be done waits for that. */
const drawMs = 50
/** A window that does not ask by then does not ask. */
const patienceMs = 1000

export interface ListForWindowOptions {
  /** False where nobody asks for the list. */
  readonly isAwaited: boolean
  readonly shown: (ids: readonly PostId[]) => PostSummary[]
  /** Takes the posts after the first ones, part by part. */
  readonly send: (posts: PostSummary[]) => void
  readonly onError: (error: unknown) => void
}

/** Hands a list over in parts: the first rows at once, all others when those are drawn. */
export class ListForWindow {
  readonly #drawn = Promise.withResolvers<void>()
  #closed = false

  constructor(private readonly options: ListForWindowOptions) {
    if (options.isAwaited) sleep(patienceMs, undefined, { ref: false }).then(this.#drawn.resolve)
    else this.#drawn.resolve()
  }

  /** Resolves when the first rows are drawn, as far as can be known here. */
  get drawn(): Promise<void> {
    return this.#drawn.promise
  }

  /** The first of these posts; the others are sent. */
  first(ids: readonly PostId[]): PostSummary[] {
    const drawn = sleep(drawMs)
    drawn.then(this.#drawn.resolve)
    if (ids.length > firstPage)
      drawn.then(() => this.#sendRest(ids.slice(firstPage))).catch(this.options.onError)
    return this.options.shown(ids.slice(0, firstPage))
  }

  /** Nobody listens any more. */
  close(): void {
    this.#closed = true
    this.#drawn.resolve()
  }

  async #sendRest(ids: readonly PostId[]): Promise<void> {
    const pause = createSlices()
    for (let at = 0; at < ids.length && !this.#closed; at += nextPage) {
      this.options.send(this.options.shown(ids.slice(at, at + nextPage)))
      await pause()
    }
  }
}
