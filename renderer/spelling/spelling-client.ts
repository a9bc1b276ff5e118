import { LRUCache } from 'lru-cache'
import { AppError, assertNever, messageOf } from '../../shared/app-error'
import { createCounter } from '../../shared/base/counter'
import type { PlacedWord } from '../../shared/spelling/prose-words'
import type { SpellingSetup } from '../../shared/spelling/speller'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError, showNotice } from '../base/notices'
import { useDictionaries } from '../base/spelling/dictionaries'
import type { SpellingReply, SpellingRequest } from './messages'

interface Waiting {
  readonly resolve: (reply: SpellingReply) => void
  readonly reject: (error: Error) => void
  readonly timer: ReturnType<typeof setTimeout>
}

type Question = Extract<SpellingRequest, { readonly id: number }>
type WithoutId<Q> = Q extends unknown ? Omit<Q, 'id'> : never

/** A worker that takes longer to answer is probably stuck on an invalid dictionary. */
const timeoutMs = 15_000
const maxKept = 3_000

const noteUnusable = (tags: readonly string[], message: string): void => {
  useDictionaries.setState(({ unusable }) => ({ unusable: [...new Set([...unusable, ...tags])] }))
  showNotice({
    kind: 'warning',
    text: t('spelling.unusable', { languages: tags.join(', '), reason: message }),
  })
}

/** Manages the worker that checks spelling: started when needed, stopped when stuck. */
class SpellingClient {
  private worker: Worker | null = null
  private setup: SpellingSetup | null = null
  private readonly nextId = createCounter()
  private readonly waiting = new Map<number, Waiting>()
  /** Misspelled words by the text of their paragraph, cached because most of a post does not change. */
  private readonly kept = new LRUCache<string, readonly PlacedWord[]>({ max: maxKept })
  /** The tags of the dictionaries that the worker has requested. */
  private loaded: string[] = []

  /** Sets what spelling is checked with from now on. Does not start the worker. */
  setUp(next: SpellingSetup): void {
    if (JSON.stringify(next) === JSON.stringify(this.setup)) return
    this.setup = next
    this.kept.clear()
    this.send({ kind: 'setup', setup: next })
  }

  /** The cached result for a paragraph; undefined if it has yet to be checked. */
  known(text: string): readonly PlacedWord[] | undefined {
    return this.kept.get(text)
  }

  /** Checks paragraphs; `known` then returns their results. */
  async check(texts: readonly string[]): Promise<void> {
    const { setup } = this
    const reply = await this.ask({ kind: 'check', texts })
    if (reply.kind !== 'checked' || setup !== this.setup) return
    texts.forEach((text, at) => {
      this.kept.set(text, reply.found[at] ?? [])
    })
  }

  /** Suggestions for a misspelled word of a paragraph. */
  async suggestions(word: string, text: string): Promise<readonly string[]> {
    const reply = await this.ask({ kind: 'suggest', word, text })
    return reply.kind === 'suggested' ? reply.words : []
  }

  private send(request: SpellingRequest): void {
    this.worker?.postMessage(request)
  }

  private ask(question: WithoutId<Question>): Promise<SpellingReply> {
    this.worker ??= this.start()
    const id = this.nextId()
    const timer = setTimeout(() => this.stop(t('spelling.tooSlow')), timeoutMs)
    const answer = new Promise<SpellingReply>((resolve, reject) =>
      this.waiting.set(id, { resolve, reject, timer }),
    )
    this.send({ ...question, id })
    return answer
  }

  private start(): Worker {
    const started = new Worker(new URL('./spelling.worker.ts', import.meta.url), {
      type: 'module',
      name: 'spelling',
    })
    started.onmessage = ({ data }: MessageEvent<SpellingReply>) => this.take(data)
    started.onerror = ({ message }) => this.stop(message || t('spelling.notStarted'))
    this.loaded = []
    const request: SpellingRequest | null = this.setup && { kind: 'setup', setup: this.setup }
    if (request) started.postMessage(request)
    return started
  }

  private stop(message: string): void {
    this.worker?.terminate()
    this.worker = null
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer)
      reject(new AppError('cancelled', message))
    }
    this.waiting.clear()
    if (this.loaded.length > 0) noteUnusable(this.loaded, message)
    else showNotice({ kind: 'warning', text: t('spelling.notCheckedBecause', { reason: message }) })
  }

  private take(reply: SpellingReply): void {
    switch (reply.kind) {
      case 'wanted':
        this.give(reply.tag)
        break
      case 'unusable':
        noteUnusable([reply.tag], reply.message)
        break
      case 'checked':
      case 'suggested':
        this.settle(reply.id, ({ resolve }) => resolve(reply))
        break
      case 'failed':
        this.settle(reply.id, ({ reject }) => reject(new AppError('failed', reply.message)))
        break
      default:
        assertNever(reply)
    }
  }

  private give(tag: string): void {
    this.loaded.push(tag)
    api.readDictionary(tag).then(
      ({ aff, dic }) => this.send({ kind: 'dictionary', tag, aff, dic }),
      (error: unknown) => this.send({ kind: 'no-dictionary', tag, message: messageOf(error) }),
    )
  }

  private settle(id: number, by: (asked: Waiting) => void): void {
    const asked = this.waiting.get(id)
    if (!asked) return
    this.waiting.delete(id)
    clearTimeout(asked.timer)
    by(asked)
  }
}

/** The spelling check of the window. */
export const spelling = new SpellingClient()

/** Shows why a check failed, unless that was shown when the worker was stopped. */
export const tellUnlessKnown = (error: unknown): void => {
  if (!(error instanceof AppError) || error.kind !== 'cancelled') showError(error, t('spelling.notChecked'))
}
