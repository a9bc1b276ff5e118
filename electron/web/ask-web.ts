import { lookup as lookUp } from 'node:dns'
import { request as askHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as askHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { AppError } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'
import { isPublicAddress } from './public-address'

export interface WebQuestion {
  readonly method?: 'GET' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Which IP addresses may be connected to; a test passes in its own. */
  readonly isAllowed?: (address: string) => boolean
}

const maxRedirects = 5
const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Asks a server of the public internet over http(s) and follows at most five redirects. Nothing is asked of this machine or
 * network, whatever a name resolves to or a redirect says: that rejects with an AppError. The body is the caller's to read
 * or destroy; what the connection fails with rejects as it is.
 */
export const askWeb = async (address: string, question: WebQuestion): Promise<IncomingMessage> => {
  let url = asWeb(address)
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const answer = await ask(url, question)
    const { location } = answer.headers
    if (!redirects.has(answer.statusCode ?? 0) || location === undefined) return answer
    answer.destroy()
    url = asWeb(location, url)
  }
  throw new AppError('failed', t('images.redirectLoop', { host: url.host }))
}

const asWeb = (address: string, base?: URL): URL => {
  const url = URL.parse(address, base?.href)
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new AppError('bad-arguments', t('images.notWebAddress', { address: address.slice(0, 200) }))
}

const ask = (
  url: URL,
  { method = 'GET', headers = {}, signal, isAllowed = isPublicAddress }: WebQuestion,
): Promise<IncomingMessage> => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isAllowed(host)) return Promise.reject(ofThisNetwork(url.host))
  return new Promise((resolve, reject) => {
    const options = {
      method,
      signal,
      lookup: publicOnly(isAllowed),
      agent: false,
      headers: { 'accept-encoding': 'identity', ...headers },
    } as const
    const request: ClientRequest =
      url.protocol === 'https:' ? askHttps(url, options, resolve) : askHttp(url, options, resolve)
    request.once('error', reject)
    request.end()
  })
}

/** Looks a name up where the connection is made, so that no second answer can lead elsewhere than the one that was checked. */
const publicOnly =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (name, options, answer) =>
    lookUp(name, { ...options, all: true }, (error, found) => {
      const [allowed, ...others] = error ? [] : found.filter(({ address }) => isAllowed(address))
      if (error) answer(error, '', 0)
      else if (!allowed) answer(ofThisNetwork(name), '', 0)
      else if (options.all) answer(null, [allowed, ...others])
      else answer(null, allowed.address, allowed.family)
    })

const ofThisNetwork = (host: string): AppError =>
  new AppError('bad-arguments', t('images.ownNetwork', { host }))
