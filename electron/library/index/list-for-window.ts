import { setTimeout as sleep } from 'node:timers/promises'
import { deferred } from '../../../shared/base/deferred'
import type { PostId, PostSummary } from '../../../shared/posts/post'
import { createSlices } from '../files/slices'

/** Posts in the first part, more than any window shows. */
export const firstPage = 300
/** Posts in each further part. */
export const nextPage = 500

/** Milliseconds that a window needs to draw the first rows. */
const drawMs = 50
/** Milliseconds to wait for the window to report that it has drawn. */
const timeoutMs = 1500

export interface ListForWindowOptions {
  /** False if nobody asks for the list. */
  readonly isAwaited: boolean
  readonly shown: (ids: readonly PostId[]) => PostSummary[]
  /** Receives the posts after the first part, in parts. */
  readonly send: (posts: PostSummary[]) => void
  readonly onError: (error: unknown) => void
}

/**
 * Sends the list in parts: the first rows at once, the others when the window has drawn its first view. Until then the
 * window needs the processor more than the index does.
 */
export class ListForWindow {
  private readonly rested = deferred<void>()
  private closed = false

  constructor(private readonly options: ListForWindowOptions) {
    if (options.isAwaited) sleep(timeoutMs, undefined, { ref: false }).then(this.rested.resolve)
    else this.rested.resolve()
  }

  /** Resolves when the window has drawn the folder and its first post, at once if there is no window. */
  get atRest(): Promise<void> {
    return this.rested.promise
  }

  /** The window has drawn its first view. */
  rest(): void {
    this.rested.resolve()
  }

  /** The first of these posts; the others are sent. */
  first(ids: readonly PostId[]): PostSummary[] {
    if (ids.length > firstPage) {
      Promise.all([sleep(drawMs), this.rested.promise])
        .then(() => this.sendRest(ids.slice(firstPage)))
        .catch(this.options.onError)
    }
    return this.options.shown(ids.slice(0, firstPage))
  }

  /** Stops sending. */
  close(): void {
    this.closed = true
    this.rested.resolve()
  }

  private async sendRest(ids: readonly PostId[]): Promise<void> {
    const pause = createSlices()
    for (let at = 0; at < ids.length && !this.closed; at += nextPage) {
      this.options.send(this.options.shown(ids.slice(at, at + nextPage)))
      await pause()
    }
  }
}
