import { z } from 'zod'
import { createRegistry } from '../../shared/base/registry'

/** Something to open: a folder or a post by its absolute path, or a copy of the sample blog. */
const openRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
  z.object({ kind: z.literal('sample') }),
])
export type OpenRequest = z.infer<typeof openRequest>

const maxRequests = 100
/** The message from a new instance to the running one: the requests as JSON in Base64. */
const requestMessage = z.object({ requests: z.string() })
const requestList = z.array(openRequest).max(maxRequests)

/** The queue of things to open, the oldest first. It is filled before there is a window. */
export interface OpenRequests {
  readonly add: (requests: readonly OpenRequest[]) => void
  /** Removes and returns the oldest request. */
  readonly take: () => OpenRequest | null
  readonly isEmpty: () => boolean
  /** Tells the listeners that something is to be opened, or just the window to be shown. */
  readonly tell: () => void
  /** Returns an unsubscribe function. */
  readonly listen: (listener: () => void) => () => void
}

/** Creates the queue. A repeated request is kept once, at its last position. */
export const createOpenRequests = (): OpenRequests => {
  const waiting: OpenRequest[] = []
  const listeners = createRegistry<() => void>()
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
    tell: () => {
      for (const listener of listeners.all()) listener()
    },
    listen: listeners.add,
  }
}

/**
 * The message to the running instance. On Linux and macOS, Chromium trims whitespace beside zero bytes from the message,
 * and text beyond Latin-1 has zero bytes; an unreadable message crashes the running instance. Base64 has neither.
 */
export const messageToInstance = (requests: readonly OpenRequest[]): z.infer<typeof requestMessage> => ({
  requests: Buffer.from(JSON.stringify(requests.slice(-maxRequests))).toString('base64'),
})

/** The requests in a message of another instance; empty if another version sent it and it cannot be read. */
export const requestsOfInstance = (sent: unknown): readonly OpenRequest[] => {
  const message = requestMessage.safeParse(sent)
  if (!message.success) return []
  try {
    const requests = requestList.safeParse(
      JSON.parse(Buffer.from(message.data.requests, 'base64').toString()),
    )
    return requests.success ? requests.data : []
  } catch {
    return [] // not JSON
  }
}

const isSame = (one: OpenRequest, other: OpenRequest): boolean =>
  one.kind === 'path' ? other.kind === 'path' && other.path === one.path : other.kind === one.kind
