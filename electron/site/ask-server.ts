import { createHash } from 'node:crypto'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isLoopbackHost } from '../../shared/site/loopback'

/** The answer of a server on this computer. */
export interface ServerAnswer {
  readonly status: number
  /** A hash of the page. */
  readonly page: string
}

const defaultTimeoutMs = 4000
const maxBytes = 5_000_000

/**
 * Requests a page from a server on this computer; null if none answers with HTTP within `timeoutMs` milliseconds. Never
 * contacts another computer, follows no redirects, and reads at most the first 5 MB.
 */
export const askServer = async (
  address: string,
  timeoutMs = defaultTimeoutMs,
): Promise<ServerAnswer | null> => {
  const url = new URL(address)
  if (!isLoopbackHost(url.hostname) || !/^https?:$/.test(url.protocol)) return null
  // `localhost` is not looked up: its meaning is fixed, and a server may listen on only one of the two addresses.
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
        rejectUnauthorized: false, // development servers have self-signed certificates, and no other server is contacted
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
    sent.once('error', () => resolve(null)) // nothing listens there, or not with HTTP
    sent.end()
  })
