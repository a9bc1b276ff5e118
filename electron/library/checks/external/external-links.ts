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

/** Checks whether linked pages on other sites exist, with one request at a time for each site. */
export class ExternalLinks {
  private kept: Map<string, KeptPage> | null = null
  private asking: AbortController | null = null

  constructor(private readonly options: ExternalLinksOptions) {}

  /** How many pages on how many sites would be requested. */
  async count(posts: Iterable<PostRecord>): Promise<OutsideLinks> {
    const { pages, known, others } = waiting(posts, await this.known())
    return { pages: pages.size, hosts: byHost(pages).size, known: known.size, others: others.size }
  }

  /** Requests all unknown pages; returns the dead links of each post that has links. */
  async check(posts: readonly PostRecord[]): Promise<ReadonlyMap<PostId, readonly Finding[]>> {
    this.asking?.abort()
    const stop = new AbortController()
    this.asking = stop
    const kept = await this.known()
    const { pages } = waiting(posts, kept)
    const total = pages.size
    let done = 0
    const tell = (finished: boolean) => this.options.onProgress({ kind: 'links', done, total, finished })
    tell(false)
    const queues = [...byHost(pages).values()]
    const asked: PageState[] = []
    const work = async () => {
      for (let queue = queues.shift(); queue && !stop.signal.aborted; queue = queues.shift())
        for (const [index, page] of queue.entries()) {
          if (index > 0) await pause(this.options.restMs ?? 400, stop.signal)
          const state = await this.ask(page, stop.signal)
          if (stop.signal.aborted) return
          asked.push(state)
          const isLast = state.kind === 'later' || state.kind === 'no-host'
          const answered = isLast ? queue.slice(index) : [page]
          if (state.kind !== 'later') for (const one of answered) kept.set(one, { at: this.now(), state })
          done += answered.length
          tell(false)
          if (isLast) break
        }
    }
    await Promise.all(Array.from({ length: hostsAtOnce }, work))
    if (this.asking === stop) this.asking = null
    tell(true)
    if (asked.length > 1 && asked.every(({ kind }) => kind === 'no-host')) {
      for (const page of pages) kept.delete(page)
      throw new AppError('failed', t('checks.offline'))
    }
    if (asked.length > 0) await this.options.keeps?.write(kept)
    return new Map(posts.map(({ id, outside }) => [id, outside.flatMap((link) => findingOf(link, kept))]))
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

  /** The pages that were requested within the last day. */
  private async known(): Promise<Map<string, KeptPage>> {
    this.kept ??= new Map(await this.options.keeps?.read())
    for (const [page, { at }] of this.kept) if (this.now() - at > keptMs) this.kept.delete(page)
    return this.kept
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
