import { messageOf } from '../../../shared/app-error'
import type { ReadableHeads } from '../../../shared/front-matter/find/forms'
import type { MarkdownFeatures } from '../../../shared/markdown/options/features'
import type { PagePatch } from '../../../shared/markdown/page/page'
import { t } from '../../../shared/texts/translate'
import { painted } from '../../base/tasks'
import type { RenderReply, RenderRequest } from './render-messages'
import { renderWorkers } from './render-workers'

/** The callbacks of the preview. */
export interface RenderOptions {
  readonly features: MarkdownFeatures
  readonly heads?: ReadableHeads | undefined
  readonly remoteImages: 'show' | 'hold'
}

/** The state of the page after a patch. */
interface PatchState {
  readonly version: number
  readonly isFirst: boolean
  /** This version is complete. */
  readonly finished: boolean
  /** The text has not changed since this version. */
  readonly latest: boolean
}

export interface RenderListener {
  /** A new text begins: the first patch replaces the old page. */
  readonly onPatch: (patch: PagePatch, state: PatchState) => void
  readonly onProblem: (message: string) => void
  /** The whole text as it was changed, when a worker has to start again. */
  readonly currentText: () => string
}

/** An unresponsive worker is replaced after this time. One that never answered may only be slow to start. */
const timeoutMs = 2000
const maxTimeoutMs = 30_000
const graceMs = 200

/** Manages the worker of the preview: sends changes, passes on patches in order, replaces it if it hangs. */
export class RenderClient {
  private worker: Worker
  private run = 0
  private firstOfRun = true
  private post: { readonly id: string; readonly version: number } | null = null
  /** The text as it was opened, which the editor may not have yet; null once it was changed there. */
  private opened: string | null = null
  private options: RenderOptions
  private readonly avoid = new Set<string>()
  private careful = false
  private lastBlock: string | null = null
  private waitingSince: ReturnType<typeof setTimeout> | null = null
  private patience = timeoutMs
  /** Changes to send after the next frame. */
  private queued: RenderRequest[] = []
  /** Resolves the promise of `open` at the first patch. */
  private begun: () => void = () => undefined

  constructor(
    options: RenderOptions,
    private readonly listener: RenderListener,
  ) {
    this.options = options
    this.worker = this.start(renderWorkers.take())
  }

  /** Shows a text from its start. Resolves at its first patch, or when another text replaces it. */
  open(id: string, version: number, text: string): Promise<void> {
    this.post = { id, version }
    this.opened = text
    this.queued = [] // about the text before
    this.run++
    this.firstOfRun = true
    const { run, avoid, careful } = this
    this.ask({ kind: 'open', run, version, postId: id, text, ...this.options, avoid: [...avoid], careful })
    this.begun()
    return new Promise((begun) => {
      this.begun = begun
    })
  }

  /** Takes a change of the shown text. */
  change(version: number, changes: unknown): void {
    if (!this.post) return
    this.noteChange(this.post.id, version)
    this.ask({ kind: 'change', run: this.run, version, changes })
  }

  /** Takes a change that the page already shows: the worker only confirms it, so it can wait for the next frame. */
  confirm(version: number, changes: unknown): void {
    if (!this.post) return
    this.noteChange(this.post.id, version)
    this.queued.push({ kind: 'change', run: this.run, version, changes })
    if (this.queued.length === 1) requestAnimationFrame(() => setTimeout(() => this.sendKept()))
  }

  /** Renders the text again with other options. */
  setOptions(options: RenderOptions): void {
    this.options = options
    this.reopen()
  }

  dispose(): void {
    this.stopWaiting()
    this.queued = []
    this.run++ // discards queued requests
    this.begun()
    this.worker.terminate()
    renderWorkers.rest()
  }

  private noteChange(id: string, version: number): void {
    this.post = { id, version }
    this.opened = null
  }

  private reopen(): void {
    if (!this.post) return
    void this.open(this.post.id, this.post.version, this.opened ?? this.listener.currentText())
  }

  private start(worker: Worker): Worker {
    worker.onmessage = ({ data }: MessageEvent<RenderReply>) => this.take(data)
    worker.onerror = (event) =>
      this.listener.onProblem(t('preview.previewStopped', { message: event.message }))
    const port = renderWorkers.portToHighlighter()
    const request: RenderRequest = { kind: 'highlighter', port }
    worker.postMessage(request, [port])
    return worker
  }

  private ask(request: RenderRequest): void {
    this.sendKept() // in the order of the changes
    this.worker.postMessage(request)
    this.wait()
  }

  private sendKept(): void {
    const requests = this.queued
    this.queued = []
    for (const request of requests) this.ask(request)
  }

  // A busy window handles messages late: waiting messages are handled before the worker is replaced.
  private wait(): void {
    this.waitingSince ??= setTimeout(() => {
      this.waitingSince = setTimeout(() => this.replaceWorker(), graceMs)
    }, this.patience)
  }

  private stopWaiting(): void {
    if (this.waitingSince !== null) clearTimeout(this.waitingSince)
    this.waitingSince = null
  }

  private take(reply: RenderReply): void {
    this.patience = timeoutMs
    if (reply.run !== this.run) return // an answer about a text that is no longer shown
    switch (reply.kind) {
      case 'at':
        this.lastBlock = reply.firstLine
        this.stopWaiting() // it is making progress: only a block that takes all the time counts
        this.wait()
        return
      case 'failed':
        this.stopWaiting()
        this.listener.onProblem(reply.message)
        return
      case 'patch':
        this.stopWaiting()
        this.takePatch(reply)
    }
  }

  private takePatch({ patch, finished, version }: Extract<RenderReply, { kind: 'patch' }>): void {
    const isFirst = this.firstOfRun
    this.firstOfRun = false
    const latest = version === this.post?.version
    try {
      this.listener.onPatch(patch, { version, isFirst, finished, latest })
    } catch (error) {
      this.listener.onProblem(t('preview.previewOutdated', { reason: messageOf(error) }))
    }
    for (const { line, message } of patch.problems) {
      this.listener.onProblem(t('preview.lineAsSource', { line: line + 1, message }))
    }
    this.begun()
    if (!finished) void this.askMore(isFirst)
    else if (latest) this.lastBlock = null
    else this.wait() // changes are being sent to it
  }

  /** The visible part is painted before more is rendered, since both need the processor. */
  private async askMore(isFirst: boolean): Promise<void> {
    const { run } = this
    if (isFirst) await painted()
    if (run === this.run) this.ask({ kind: 'more', run })
  }

  private replaceWorker(): void {
    this.waitingSince = null
    this.worker.terminate()
    if (this.lastBlock !== null) {
      this.avoid.add(this.lastBlock)
      this.listener.onProblem(t('preview.blockSlow', { text: this.lastBlock.slice(0, 60) }))
      this.careful = false
    } else {
      this.careful = true // the next worker reports each block before rendering it
      this.patience = Math.min(2 * this.patience, maxTimeoutMs)
    }
    this.lastBlock = null
    this.worker = this.start(renderWorkers.take())
    this.reopen()
  }
}
