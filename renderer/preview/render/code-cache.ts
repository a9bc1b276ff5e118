import { LRUCache } from 'lru-cache'
import { codeName, escapeCode } from '../../../shared/markdown/code/code-text'
import type { CodeReply, CodeRequest } from './render-messages'

const keptBlocks = 2000
const keptLines = 20_000
/** Of the code a page opened with, so much is with the worker at a time; the rest can still wait. */
const atOnce = 3
/** After a change the page's first code waits this long: its colours come by the thousand, and typing goes first. */
const restMs = 600

/**
 * Highlighted code as the render worker knows it. What is not known is asked of the worker beside it, so no grammar
 * ever holds up a key; until its answer lines keep the colours they had, and new ones stand plain.
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

  /** `onAnswer` is told the `codeName` of code that has its colours now. */
  constructor(private readonly onAnswer: (name: string) => void) {}

  /** Where to ask. What was asked of a worker before is asked again. */
  connect(port: MessagePort): void {
    this.port = port
    port.onmessage = ({ data }: MessageEvent<CodeReply>) => this.take(data)
    const kept = new Set([...(this.held ?? []), ...this.backlog])
    for (const request of this.pending.values()) if (!kept.has(request)) port.postMessage(request)
  }

  /** Keeps what is to be asked back until `release`: a page that is on its way needs the processor more. */
  hold(): void {
    this.held ??= this.backlog.splice(0)
  }

  release(): void {
    this.backlog.push(...(this.held ?? []))
    this.held = null
    this.fetch()
  }

  /** Something was typed: what the page opened with waits a moment longer, what is asked now does not. */
  rest(): void {
    this.restUntil = performance.now() + restMs
  }

  /** The code as safe HTML, and whether that is the last word. */
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
