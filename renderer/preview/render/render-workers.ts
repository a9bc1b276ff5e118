const newRenderWorker = (): Worker =>
  new Worker(new URL('./render.worker.ts', import.meta.url), { type: 'module', name: 'render' })
const newHighlightWorker = (): Worker =>
  new Worker(new URL('./highlight.worker.ts', import.meta.url), { type: 'module', name: 'highlight' })

/** The workers of the preview that outlive one: a spare that has started already, and the one that highlights code. */
class RenderWorkers {
  private spare: Worker | null = newRenderWorker()
  private highlighter: Worker | null = null

  /** A render worker; the caller terminates it. */
  take(): Worker {
    const worker = this.spare ?? newRenderWorker()
    this.spare = null
    return worker
  }

  /** A port to the worker that highlights code. */
  portToHighlighter(): MessagePort {
    const { port1, port2 } = new MessageChannel()
    this.highlighter ??= newHighlightWorker()
    this.highlighter.postMessage({ port: port1 }, [port1])
    return port2
  }

  /** The preview is closed: only a spare stays, for the next time. */
  rest(): void {
    this.highlighter?.terminate()
    this.highlighter = null
    this.spare ??= newRenderWorker()
  }
}

/** Created with the window, so that the first post need not wait. */
export const renderWorkers = new RenderWorkers()
