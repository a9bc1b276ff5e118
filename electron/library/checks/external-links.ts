import { isIP } from 'node:net'
import { AppError } from '../../../shared/app-error'
import type { Finding } from '../../../shared/checks/findings/finding'
import type { CheckProgress, OutsideLinks } from '../../../shared/checks/findings/told'
import type { LinkPart } from '../../../shared/checks/parts/body-parts'
import type { PostRecord } from '../../../shared/checks/site/post-record'
import type { PostId } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { codeOf } from '../../disk/calls/codes'
import { askWeb } from '../../web/ask-web'

/** The state of a page on another site. */
export type PageState =
  | { readonly kind: 'there' | 'unsure' }
  | { readonly kind: 'dead'; readonly why: string }

/** Requests a page; the result may be cached. */
type AskPage = (address: string, signal: AbortSignal) => Promise<PageState>

export interface ExternalLinksOptions {
  readonly onProgress: (progress: CheckProgress) => void
  readonly ask?: AskPage
  readonly now?: () => number
  /** Milliseconds between two requests to one host. */
  readonly restMs?: number
}

const keptMs = 24 * 3_600_000
const hostsAtOnce = 6
const maxPages = 20_000

/** Checks whether linked pages on other sites exist, with one request at a time for each site. */
export class ExternalLinks {
  private readonly kept = new Map<string, { readonly at: number; readonly state: PageState }>()
  private asking: AbortController | null = null

  constructor(private readonly options: ExternalLinksOptions) {}

  /** How many pages on how many sites would be requested. */
  count(posts: Iterable<PostRecord>): OutsideLinks {
    const pages = this.waiting(posts)
    return { pages: pages.size, hosts: byHost(pages).size }
  }

  /** Requests all unknown pages; returns the dead links of each post that has links. */
  async check(posts: readonly PostRecord[]): Promise<ReadonlyMap<PostId, readonly Finding[]>> {
    this.asking?.abort()
    const stop = new AbortController()
    this.asking = stop
    const pages = this.waiting(posts)
    const total = pages.size
    let done = 0
    const tell = (finished: boolean) => this.options.onProgress({ kind: 'links', done, total, finished })
    tell(false)
    const queues = [...byHost(pages).values()]
    const work = async () => {
      for (let queue = queues.shift(); queue && !stop.signal.aborted; queue = queues.shift())
        for (const [index, page] of queue.entries()) {
          if (index > 0) await pause(this.options.restMs ?? 400, stop.signal)
          if (stop.signal.aborted) return
          const state = await (this.options.ask ?? askPage)(page, stop.signal)
          if (stop.signal.aborted) return
          this.kept.set(page, { at: this.now(), state })
          done += 1
          tell(false)
        }
    }
    await Promise.all(Array.from({ length: hostsAtOnce }, work))
    if (this.asking === stop) this.asking = null
    tell(true)
    return new Map(posts.map(({ id, outside }) => [id, outside.flatMap((link) => this.findingOf(link))]))
  }

  /** Stops requesting; results so far count. */
  stop(): void {
    this.asking?.abort()
  }

  private now(): number {
    return this.options.now?.() ?? Date.now()
  }

  private waiting(posts: Iterable<PostRecord>): ReadonlySet<string> {
    const pages = new Set<string>()
    for (const { outside } of posts)
      for (const { target } of outside) {
        const page = pageOf(target)
        const known = page === null ? undefined : this.kept.get(page)
        if (page !== null && (!known || this.now() - known.at > keptMs) && pages.size < maxPages)
          pages.add(page)
      }
    return pages
  }

  private findingOf({ target, from, to, line, column }: LinkPart): readonly Finding[] {
    const state = this.kept.get(pageOf(target) ?? '')?.state
    if (state?.kind !== 'dead') return []
    const message = t('checks.notAnswering', { target })
    const place = { from, to, line, column }
    return [{ check: 'link-external', severity: 'warning', message, detail: state.why, ...place, fixes: [] }]
  }
}

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

const timeoutMs = 15_000

/** Uses HEAD, and GET if the site does not support it; the page itself is not read. */
const askPage: AskPage = async (address, signal) => {
  for (const method of ['HEAD', 'GET'] as const) {
    const state = await askBy(method, address, signal)
    if (state.kind === 'there' || method === 'GET') return state
  }
  return { kind: 'unsure' }
}

const askBy = async (method: 'HEAD' | 'GET', address: string, signal: AbortSignal): Promise<PageState> => {
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await askWeb(address, {
      method,
      signal: AbortSignal.any([signal, timeout]),
      headers: { 'user-agent': 'Mozilla/5.0 (compatible; Postwright link check)', accept: 'text/html,*/*' },
    })
    answer.destroy()
    return stateOf(answer.statusCode ?? 0)
  } catch (error) {
    if (signal.aborted || error instanceof AppError) return { kind: 'unsure' } // stopped, or redirected into this network
    return { kind: 'dead', why: timeout.aborted ? t('checks.noAnswer') : reasonOf(error) }
  }
}

/** Only answers that say the page is gone count: many sites refuse programs. */
const stateOf = (status: number): PageState => {
  if (status < 400) return { kind: 'there' }
  return status === 404 || status === 410
    ? { kind: 'dead', why: t('checks.answers', { status }) }
    : { kind: 'unsure' }
}

const reasonOf = (error: unknown): string => {
  const code = codeOf(error)
  if (code === 'ENOTFOUND') return t('checks.noHost')
  if (code === 'ECONNREFUSED') return t('checks.refused')
  if (/CERT|SSL|TLS/.test(code)) return t('checks.badCertificate')
  return code === '' ? t('checks.unreachable') : t('checks.unreachableCode', { code })
}
