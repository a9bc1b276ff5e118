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

let worker: Worker | null = null
let setup: SpellingSetup | null = null
const nextId = createCounter()
const waiting = new Map<number, Waiting>()
/** Misspelled words by the text of their paragraph, cached because most of a post does not change. */
const kept = new Map<string, readonly PlacedWord[]>()
/** The tags of the dictionaries that the worker has requested. */
let loaded: string[] = []

const send = (request: SpellingRequest): void => worker?.postMessage(request)

const noteUnusable = (tags: readonly string[], message: string): void => {
  useDictionaries.setState(({ unusable }) => ({ unusable: [...new Set([...unusable, ...tags])] }))
  showNotice({
    kind: 'warning',
    text: t('spelling.unusable', { languages: tags.join(', '), reason: message }),
  })
}

const give = (tag: string): void => {
  loaded.push(tag)
  api.readDictionary(tag).then(
    ({ aff, dic }) => send({ kind: 'dictionary', tag, aff, dic }),
    (error: unknown) => send({ kind: 'no-dictionary', tag, message: messageOf(error) }),
  )
}

const settle = (id: number, by: (asked: Waiting) => void): void => {
  const asked = waiting.get(id)
  if (!asked) return
  waiting.delete(id)
  clearTimeout(asked.timer)
  by(asked)
}

const take = (reply: SpellingReply): void => {
  switch (reply.kind) {
    case 'wanted':
      give(reply.tag)
      break
    case 'unusable':
      noteUnusable([reply.tag], reply.message)
      break
    case 'checked':
    case 'suggested':
      settle(reply.id, ({ resolve }) => resolve(reply))
      break
    case 'failed':
      settle(reply.id, ({ reject }) => reject(new AppError('failed', reply.message)))
      break
    default:
      assertNever(reply)
  }
}

const start = (): Worker => {
  const started = new Worker(new URL('./spelling.worker.ts', import.meta.url), {
    type: 'module',
    name: 'spelling',
  })
  started.onmessage = ({ data }: MessageEvent<SpellingReply>) => take(data)
  started.onerror = ({ message }) => stop(message || t('spelling.notStarted'))
  worker = started
  loaded = []
  if (setup) send({ kind: 'setup', setup })
  return started
}

const stop = (message: string): void => {
  worker?.terminate()
  worker = null
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer)
    reject(new AppError('cancelled', message))
  }
  waiting.clear()
  if (loaded.length > 0) noteUnusable(loaded, message)
  else showNotice({ kind: 'warning', text: t('spelling.notCheckedBecause', { reason: message }) })
}

const ask = (question: WithoutId<Question>): Promise<SpellingReply> => {
  worker ??= start()
  const id = nextId()
  const timer = setTimeout(() => stop(t('spelling.tooSlow')), timeoutMs)
  const answer = new Promise<SpellingReply>((resolve, reject) => waiting.set(id, { resolve, reject, timer }))
  send({ ...question, id })
  return answer
}

/** Sets what spelling is checked with from now on. Does not start the worker. */
export const setUpSpelling = (next: SpellingSetup): void => {
  if (JSON.stringify(next) === JSON.stringify(setup)) return
  setup = next
  kept.clear()
  send({ kind: 'setup', setup: next })
}

/** The cached result for a paragraph; undefined if it has yet to be checked. */
export const knownSpelling = (text: string): readonly PlacedWord[] | undefined => kept.get(text)

/** Checks paragraphs; `knownSpelling` then returns their results. */
export const checkSpelling = async (texts: readonly string[]): Promise<void> => {
  const asked = setup
  const reply = await ask({ kind: 'check', texts })
  if (reply.kind !== 'checked' || asked !== setup) return
  if (kept.size + texts.length > maxKept) kept.clear()
  texts.forEach((text, at) => {
    kept.set(text, reply.found[at] ?? [])
  })
}

/** Suggestions for a misspelled word of a paragraph. */
export const suggestionsFor = async (word: string, text: string): Promise<readonly string[]> => {
  const reply = await ask({ kind: 'suggest', word, text })
  return reply.kind === 'suggested' ? reply.words : []
}

/** Shows why a check failed, unless that was shown when the worker was stopped. */
export const tellUnlessKnown = (error: unknown): void => {
  if (!(error instanceof AppError) || error.kind !== 'cancelled') showError(error, t('spelling.notChecked'))
}
