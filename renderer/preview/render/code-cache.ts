import { LRUCache } from 'lru-cache'
import { codeName, escapeCode } from '../../../shared/markdown/code/code-text'
import type { CodeReply, CodeRequest } from './render-messages'

const keptBlocks = 2000
const keptLines = 20_000
/** How many code blocks of a new page are sent to the worker at a time, so that urgent ones need not wait. */
const atOnce = 3
/** Milliseconds that the initial code of the page waits after a change, because typing has priority. */
const restMs = 600

/**
 * The highlighted code of the render worker. Unknown code is requested from another worker, so that no grammar delays a
 * key; until the answer, lines keep their colors, and new ones are plain.
 */
export class CodeCache {
  private readonly blocks = new LRUCache<string, string>({ max: keptBlocks })
  private readonly lines = new LRUCache<string, string>({ max: keptLines })
  private readonly pending = new Map<number, CodeRequest>()
  private readonly waiting = new Set<string>()
  private port: MessagePort | null = null
  private held: CodeRequest[] | null = null
  private backlog: CodeRequest[] = []
  private readonly fetching = new Set<number>()
  private restUntil = 0
  private pausing: ReturnType<typeof setTimeout> | null = null
  private lastId = 0

  /** `onAnswer` is called with the `codeName` of newly highlighted code. */
  constructor(private readonly onAnswer: (name: string) => void) {}

  /** Sets the worker to ask, and repeats pending requests. */
  connect(port: MessagePort): void {
    this.port = port
    port.onmessage = ({ data }: MessageEvent<CodeReply>) => this.take(data)
    const kept = new Set([...(this.held ?? []), ...this.backlog])
    for (const request of this.pending.values()) if (!kept.has(request)) port.postMessage(request)
  }

  /** Holds requests back until `release`, while a new page needs the processor. */
  hold(): void {
    this.held ??= this.backlog.splice(0)
  }

  release(): void {
    this.backlog.push(...(this.held ?? []))
    this.held = null
    this.fetch()
  }

  /** Call after typing: delays the initial code of the page, but not new requests. */
  rest(): void {
    this.restUntil = performance.now() + restMs
  }

  /** The code as safe HTML, and whether it is final. */
  highlight(code: string, language: string): { readonly html: string; readonly final: boolean } {
    const key = codeName(code, language)
    const known = this.blocks.get(key)
    if (known !== undefined) return { html: known, final: true }
    this.ask(key, code, language)
    const lines = code.split('\n').map((line) => this.lines.get(`${language}\n${line}`) ?? escapeCode(line))
    return { html: lines.join('\n'), final: false }
  }

  private ask(key: string, code: string, language: string): void {
    if (this.waiting.has(key)) return
    this.waiting.add(key)
    const request = { id: ++this.lastId, code, language }
    this.pending.set(request.id, request)
    if (this.held) this.held.push(request)
    else this.port?.postMessage(request)
  }

  private fetch(): void {
    if (this.pausing !== null) return
    const pause = this.restUntil - performance.now()
    if (pause > 0) {
      this.pausing = setTimeout(() => {
        this.pausing = null
        this.fetch()
      }, pause)
      return
    }
    for (const request of this.backlog.splice(0, Math.max(0, atOnce - this.fetching.size))) {
      this.fetching.add(request.id)
      this.port?.postMessage(request)
    }
  }

  private take({ id, html }: CodeReply): void {
    if (this.fetching.delete(id)) this.fetch()
    const request = this.pending.get(id)
    if (!request) return
    this.pending.delete(id)
    const { code, language } = request
    const key = codeName(code, language)
    this.waiting.delete(key)
    this.blocks.set(key, html ?? escapeCode(code))
    if (html !== null) {
      const source = code.split('\n')
      for (const [index, line] of html.split('\n').entries()) {
        this.lines.set(`${language}\n${source[index] ?? ''}`, line)
      }
    }
    this.onAnswer(key)
  }
}
