import { createHash } from 'node:crypto'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isLoopbackHost } from '../../shared/site/loopback'

/** What a server on this computer answered to a request for a page. */
export interface ServerAnswer {
  readonly status: number
  /** A hash of the page; it differs where the page does. */
  readonly page: string
}

const defaultTimeoutMs = 4000
const maxBytes = 5_000_000

/**
 * Asks a server on this computer for a page; null where none answers with HTTP within `timeoutMs` milliseconds. Any
 * other computer is never asked, no redirect is followed, and of a page the first 5 MB are read.
 */
export const askServer = async (
  address: string,
  timeoutMs = defaultTimeoutMs,
): Promise<ServerAnswer | null> => {
  const url = new URL(address)
  if (!isLoopbackHost(url.hostname) || !/^https?:$/.test(url.protocol)) return null
  // A name is not looked up: what it means is settled, and a server may listen on one of the two only.
  const hosts = /[a-z]/.test(url.hostname) ? ['127.0.0.1', '::1'] : [url.hostname.replace(/[[\]]/g, '')]
  for (const host of hosts) {
    const answer = await ask(url, host, timeoutMs)
    if (answer !== null) return answer
  }
  return null
}

const ask = (url: URL, host: string, timeoutMs: number): Promise<ServerAnswer | null> =>
  new Promise((resolve) => {
    const isSecure = url.protocol === 'https:'
    const sent = (isSecure ? requestHttps : requestHttp)(
      {
        host,
        port: url.port || (isSecure ? 443 : 80),
        path: url.pathname + url.search,
        headers: { host: url.host, accept: 'text/html' },
        rejectUnauthorized: false, // certificates of development servers are made by hand, and nobody else is asked
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
      },
      (answer) => {
        const hash = createHash('sha256')
        let length = 0
        const done = () => {
          resolve({ status: answer.statusCode ?? 0, page: hash.digest('hex') })
          sent.destroy()
        }
        answer.on('data', (bytes: Buffer) => {
          hash.update(bytes)
          length += bytes.length
          if (length > maxBytes) done()
        })
        answer.once('end', done)
        answer.once('error', () => resolve(null))
      },
    )
    sent.once('error', () => resolve(null)) // nothing listens there, or it speaks something else
    sent.end()
  })
