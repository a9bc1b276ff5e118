import { messageOf } from '../../../shared/app-error'
import type { MarkdownFeatures } from '../../../shared/markdown/options/features'
import type { PagePatch } from '../../../shared/markdown/page/page'
import { t } from '../../../shared/texts/translate'
import { painted } from '../../base/tasks'
import type { RenderReply, RenderRequest } from './render-messages'

/** What the preview wants of its worker. */
export interface RenderOptions {
  readonly features: MarkdownFeatures
  readonly remoteImages: 'show' | 'hold'
}

/** Where the page stands with a patch. */
interface PatchState {
  readonly version: number
  readonly isFirst: boolean
  /** Nothing more is to come for this version. */
  readonly finished: boolean
  /** No change has been made since this version. */
  readonly latest: boolean
}

export interface RenderListener {
  /** A new text begins: what is on the page goes with the first patch. */
  readonly onPatch: (patch: PagePatch, state: PatchState) => void
  readonly onProblem: (message: string) => void
  /** The whole text as it was changed, when a worker has to start again. */
  readonly currentText: () => string
}

/** A worker that has not answered for so long is replaced. One that never answered may only have been slow to start. */
const timeoutMs = 2000
const maxTimeoutMs = 30_000
const graceMs = 200

const newRenderWorker = (): Worker =>
  new Worker(new URL('./render.worker.ts', import.meta.url), { type: 'module', name: 'render' })
const newHighlightWorker = (): Worker =>
  new Worker(new URL('./highlight.worker.ts', import.meta.url), { type: 'module', name: 'highlight' })

// Started with the window, so that the first post does not wait for them.
let spare: Worker | null = newRenderWorker()
let highlighter: Worker | null = null

const takeRenderWorker = (): Worker => {
  const worker = spare ?? newRenderWorker()
  spare = null
  return worker
}

/** Keeps one worker at the text of the preview: sends changes, hands on patches in order, replaces it when it is stuck. */
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
  /** Changes the worker is told of after the next frame. */
  private queued: RenderRequest[] = []
  /** Tells whoever opened the text that its first patch has come. */
  private begun: () => void = () => undefined

  constructor(
    options: RenderOptions,
    private readonly listener: RenderListener,
  ) {
    this.options = options
    this.worker = this.start(takeRenderWorker())
  }

  /** Shows a text from its start. Resolves when its first patch has been handed on, or another text took its place. */
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

  /** Takes a change that the page shows already: the worker only confirms it, so it must not take part in this frame. */
  confirm(version: number, changes: unknown): void {
    if (!this.post) return
    this.noteChange(this.post.id, version)
    this.queued.push({ kind: 'change', run: this.run, version, changes })
    if (this.queued.length === 1) requestAnimationFrame(() => setTimeout(() => this.sendKept()))
  }

  /** Renders the text again with other switches. */
  setOptions(options: RenderOptions): void {
    this.options = options
    this.reopen()
  }

  dispose(): void {
    this.stopWaiting()
    this.queued = []
    this.run++ // what it was to be asked after the frame, nobody asks any more
    this.begun()
    this.worker.terminate()
    highlighter?.terminate()
    highlighter = null
    spare ??= newRenderWorker()
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
    const { port1, port2 } = new MessageChannel()
    highlighter ??= newHighlightWorker()
    highlighter.postMessage({ port: port1 }, [port1])
    const request: RenderRequest = { kind: 'highlighter', port: port2 }
    worker.postMessage(request, [port2])
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

  // A busy window hears late: what has come meanwhile is heard before the worker is given up.
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
        this.stopWaiting() // it gets on: only one block that takes all the time is to blame
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
    else this.wait() // changes are on their way to it
  }

  /** What is in sight is painted before more is drawn: both at once would take the processor from each other. */
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
      this.careful = true // the next one says what it is at before it gets stuck
      this.patience = Math.min(2 * this.patience, maxTimeoutMs)
    }
    this.lastBlock = null
    this.worker = this.start(newRenderWorker())
    this.reopen()
  }
}
