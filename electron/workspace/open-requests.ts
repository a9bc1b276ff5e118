import { z } from 'zod'

/** Something to open: a folder or a post by its absolute path, or a copy of the sample blog. */
const openRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
  z.object({ kind: z.literal('sample') }),
])
export type OpenRequest = z.infer<typeof openRequest>

const maxRequests = 100
/** What one instance of the app hands to the one that runs already: the requests in JSON, as Base64. */
const requestMessage = z.object({ requests: z.string() })
const requestList = z.array(openRequest).max(maxRequests)

/** What was asked for and not opened yet, the oldest first. It is filled before there is a window. */
export interface OpenRequests {
  readonly add: (requests: readonly OpenRequest[]) => void
  /** The oldest request, which is taken off the queue. */
  readonly take: () => OpenRequest | null
  readonly isEmpty: () => boolean
}

/** Makes the queue. The same request is kept once: its last place counts. */
export const createOpenRequests = (): OpenRequests => {
  const waiting: OpenRequest[] = []
  return {
    add: (requests) => {
      for (const request of requests) {
        const at = waiting.findIndex((other) => isSame(other, request))
        if (at >= 0) waiting.splice(at, 1)
        waiting.push(request)
      }
      waiting.splice(0, waiting.length - maxRequests)
    },
    take: () => waiting.shift() ?? null,
    isEmpty: () => waiting.length === 0,
  }
}

/**
 * What is sent to the instance that runs already. On Linux and macOS Chromium trims white space beside zero bytes from the
 * message, and a text with letters beyond Latin-1 has zero bytes; one that cannot be read kills the instance that runs.
 * Base64 has neither.
 */
export const messageToInstance = (requests: readonly OpenRequest[]): z.infer<typeof requestMessage> => ({
  requests: Buffer.from(JSON.stringify(requests.slice(-maxRequests))).toString('base64'),
})

/** The requests in what another instance sent; none where it is of another version and cannot be read. */
export const requestsOfInstance = (sent: unknown): readonly OpenRequest[] => {
  const message = requestMessage.safeParse(sent)
  if (!message.success) return []
  try {
    const requests = requestList.safeParse(
      JSON.parse(Buffer.from(message.data.requests, 'base64').toString()),
    )
    return requests.success ? requests.data : []
  } catch {
    return [] // no JSON
  }
}

const isSame = (one: OpenRequest, other: OpenRequest): boolean =>
  one.kind === 'path' ? other.kind === 'path' && other.path === one.path : other.kind === one.kind
