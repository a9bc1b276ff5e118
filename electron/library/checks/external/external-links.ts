import { isIP } from 'node:net'
import { AppError } from '../../../../shared/app-error'
import type { Finding } from '../../../../shared/checks/findings/finding'
import type { CheckProgress, OutsideLinks } from '../../../../shared/checks/findings/told'
import type { LinkPart } from '../../../../shared/checks/parts/body-parts'
import type { PostRecord } from '../../../../shared/checks/site/post-record'
import type { PostId } from '../../../../shared/posts/post'
import { t } from '../../../../shared/texts/translate'
import { askPage, type PageState } from './ask-page'
import type { KeptPage, KeptPages } from './kept-pages'

/** Requests a page; the result may be cached. */
export type AskPage = (address: string, question: { readonly signal: AbortSignal }) => Promise<PageState>

export interface ExternalLinksOptions {
  readonly onProgress: (progress: CheckProgress) => void
  readonly ask?: AskPage
  /** Keeps the results for later starts. */
  readonly keeps?: KeptPages
  readonly now?: () => number
  /** Milliseconds between two requests to one host. */
  readonly restMs?: number
}

const keptMs = 24 * 3_600_000
/** A site that asks for a longer pause is asked another time. */
const longestWaitMs = 30_000
const hostsAtOnce = 6
const maxPages = 20_000

/** Milliseconds between two reports of what was found. */
const foundMs = 500

/** Checks whether linked pages on other sites exist, with one request at a time for each site. */
export class ExternalLinks {
  private readonly kept = new Map<string, KeptPage>()
  private loading: Promise<void> | null = null
  private asking: AbortController | null = null

  constructor(private readonly options: ExternalLinksOptions) {}

  /** Resolves when the results of earlier starts are known. */
  ready(): Promise<void> {
    const load = async () => {
      for (const [page, known] of (await this.options.keeps?.read()) ?? []) this.kept.set(page, known)
      this.forgetOld()
    }
    this.loading ??= load()
    return this.loading
  }

  /** How many pages on how many sites would be requested. */
  async count(posts: Iterable<PostRecord>): Promise<OutsideLinks> {
    await this.ready()
    this.forgetOld()
    const { pages, known, others } = waiting(posts, this.kept)
    return { pages: pages.size, hosts: byHost(pages).size, known: known.size, others: others.size }
  }

  /** The dead links of a post, as far as they are known. */
  findings({ outside }: PostRecord): readonly Finding[] {
    return this.kept.size === 0 ? [] : outside.flatMap((link) => findingOf(link, this.kept))
  }

  /** Requests all unknown pages; reports the posts whose findings may have changed while it does. */
  async check(
    posts: readonly PostRecord[],
    onFound: (ids: ReadonlySet<PostId>) => void = () => undefined,
  ): Promise<void> {
    this.asking?.abort()
    const stop = new AbortController()
    this.asking = stop
    await this.ready()
    this.forgetOld()
    const { pages } = waiting(posts, this.kept)
    const total = pages.size
    let done = 0
    const tell = (finished: boolean) => this.options.onProgress({ kind: 'links', done, total, finished })
    tell(false)
    const found = foundIn(posts, onFound)
    const asked: PageState[] = []
    const answered = (state: PageState, answering: readonly string[]) => {
      asked.push(state)
      if (state.kind !== 'later') for (const page of answering) this.kept.set(page, { at: this.now(), state })
      // Where no host is found, the computer may be offline.
      if (asked.some(({ kind }) => kind !== 'no-host')) found.add(answering)
      done += answering.length
      tell(false)
    }
    await this.askAll(pages, stop.signal, answered)
    if (this.asking === stop) this.asking = null
    tell(true)
    if (asked.length > 1 && asked.every(({ kind }) => kind === 'no-host')) {
      for (const page of pages) this.kept.delete(page)
      throw new AppError('failed', t('checks.offline'))
    }
    found.tellAll(pages)
    if (asked.length > 0) await this.options.keeps?.write(this.kept)
  }

  private async askAll(
    pages: ReadonlySet<string>,
    signal: AbortSignal,
    answered: (state: PageState, answering: readonly string[]) => void,
  ): Promise<void> {
    const queues = [...byHost(pages).values()]
    const work = async () => {
      for (let queue = queues.shift(); queue && !signal.aborted; queue = queues.shift())
        for (const [index, page] of queue.entries()) {
          if (index > 0) await pause(this.options.restMs ?? 400, signal)
          const state = await this.ask(page, signal)
          if (signal.aborted) return
          const isLast = state.kind === 'later' || state.kind === 'no-host'
          answered(state, isLast ? queue.slice(index) : [page])
          if (isLast) break
        }
    }
    await Promise.all(Array.from({ length: hostsAtOnce }, work))
  }

  /** Stops requesting; results so far count. */
  stop(): void {
    this.asking?.abort()
  }

  private async ask(page: string, signal: AbortSignal): Promise<PageState> {
    const ask = this.options.ask ?? askPage
    const state = await ask(page, { signal })
    if (state.kind !== 'later' || state.waitMs > longestWaitMs) return state
    await pause(state.waitMs, signal)
    return signal.aborted ? state : ask(page, { signal })
  }

  private now(): number {
    return this.options.now?.() ?? Date.now()
  }

  private forgetOld(): void {
    for (const [page, { at }] of this.kept) if (this.now() - at > keptMs) this.kept.delete(page)
  }
}

/** Reports the posts that link to pages, at most twice a second. */
const foundIn = (posts: readonly PostRecord[], onFound: (ids: ReadonlySet<PostId>) => void) => {
  const linking = new Map<string, PostId[]>()
  for (const { id, outside } of posts)
    for (const { target } of outside) {
      const page = pageOf(target)
      if (page !== null) linking.set(page, [...(linking.get(page) ?? []), id])
    }
  const idsOf = (pages: Iterable<string>) => [...pages].flatMap((page) => linking.get(page) ?? [])
  const waitingIds = new Set<PostId>()
  let told = performance.now()
  return {
    add: (pages: readonly string[]) => {
      for (const id of idsOf(pages)) waitingIds.add(id)
      if (performance.now() - told < foundMs) return
      told = performance.now()
      onFound(new Set(waitingIds))
      waitingIds.clear()
    },
    tellAll: (pages: ReadonlySet<string>) => onFound(new Set(idsOf(pages))),
  }
}

/** The pages that posts link to: to be requested, known, and those that are never requested. */
const waiting = (posts: Iterable<PostRecord>, kept: ReadonlyMap<string, KeptPage>) => {
  const [pages, known, others] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const { outside } of posts)
    for (const { target } of outside) {
      const page = pageOf(target)
      if (page === null) {
        if (isWeb(target)) others.add(target)
      } else if (kept.has(page)) known.add(page)
      else if (pages.size < maxPages) pages.add(page)
    }
  return { pages, known, others }
}

const findingOf = (
  { target, from, to, line, column }: LinkPart,
  kept: ReadonlyMap<string, KeptPage>,
): readonly Finding[] => {
  const state = kept.get(pageOf(target) ?? '')?.state
  if (state?.kind !== 'dead' && state?.kind !== 'no-host') return []
  const message = t('checks.notAnswering', { target })
  const place = { from, to, line, column }
  return [{ check: 'link-external', severity: 'warning', message, detail: state.why, ...place, fixes: [] }]
}

const isWeb = (target: string): boolean => /^(?:https?:)?\/\//i.test(target)

/** The page of an address that may be requested; null if it is not on the web, or on this network. */
const pageOf = (target: string): string | null => {
  if (!URL.canParse(target, 'https://x')) return null
  const url = new URL(target.startsWith('//') ? `https:${target}` : target, 'https://x')
  if (!/^https?:$/.test(url.protocol) || isOfThisNetwork(url.hostname)) return null
  url.hash = ''
  return url.href
}

const isOfThisNetwork = (host: string): boolean =>
  isIP(host.replace(/^\[|\]$/g, '')) !== 0 ||
  !host.includes('.') ||
  /(?:^|\.)(?:local|localhost|internal|lan|home|test|invalid|example|example\.(?:com|net|org))$/i.test(host)

const byHost = (pages: ReadonlySet<string>): Map<string, string[]> => {
  const hosts = new Map<string, string[]>()
  for (const page of pages) {
    const { host } = new URL(page)
    const queue = hosts.get(host)
    if (queue) queue.push(page)
    else hosts.set(host, [page])
  }
  return hosts
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
