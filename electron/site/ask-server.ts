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

/** `slow`: a server accepted the connection and has not answered yet. Null: there is no HTTP server. */
export type AskedServer = ServerAnswer | 'slow' | null

/**
 * Requests a page from a server on this computer, and waits `timeoutMs` milliseconds for it. Never contacts another
 * computer, follows no redirects, and reads at most the first 5 MB.
 */
export const askServer = async (address: string, timeoutMs = defaultTimeoutMs): Promise<AskedServer> => {
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

const ask = (url: URL, host: string, timeoutMs: number): Promise<AskedServer> =>
  new Promise((resolve) => {
    const late = AbortSignal.timeout(timeoutMs)
    let isConnected = false
    const fail = () => resolve(late.aborted && isConnected ? 'slow' : null)
    const isSecure = url.protocol === 'https:'
    const sent = (isSecure ? requestHttps : requestHttp)(
      {
        host,
        port: url.port || (isSecure ? 443 : 80),
        path: url.pathname + url.search,
        headers: { host: url.host, accept: 'text/html' },
        rejectUnauthorized: false, // development servers have self-signed certificates, and no other server is contacted
        agent: false,
        signal: late,
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
        answer.once('error', fail)
      },
    )
    sent.once('socket', (socket) =>
      socket.once('connect', () => {
        isConnected = true
      }),
    )
    sent.once('error', fail) // nothing listens there, or not with HTTP, or it takes too long
    sent.end()
  })
