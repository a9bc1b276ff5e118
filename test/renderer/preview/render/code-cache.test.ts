import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CodeCache } from '../../../../renderer/preview/render/code-cache'
import type { CodeRequest } from '../../../../renderer/preview/render/render-messages'

/** The worker's end of the port: records requests, and answers when the test says so. */
const begin = () => {
  const asked: CodeRequest[] = []
  const port = { onmessage: null, postMessage: (request: CodeRequest) => asked.push(request) }
  const came: string[] = []
  const cache = new CodeCache((name) => came.push(name))
  cache.connect(port as unknown as MessagePort)
  const listener = port as unknown as { onmessage: (event: { data: unknown }) => void }
  const answer = () => {
    const { id, code } = asked.at(-1) ?? { id: 0, code: '' }
    listener.onmessage({ data: { id, html: `<b>${code}</b>` } })
  }
  return { cache, came, answer, codes: () => asked.map(({ code }) => code) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('code is asked for once, and known from then on', () => {
  const { cache, came, answer, codes } = begin()
  expect(cache.highlight('a < b', 'js')).toEqual({ html: 'a &lt; b', final: false })
  cache.highlight('a < b', 'js')
  expect(codes()).toEqual(['a < b'])
  answer()
  expect(came).toHaveLength(1)
  expect(cache.highlight('a < b', 'js')).toEqual({ html: '<b>a < b</b>', final: true })
})

test('the code of a page that opens is asked for when it is released, from its top and little at a time', () => {
  const { cache, answer, codes } = begin()
  cache.hold()
  for (const code of 'abcdef') cache.highlight(code, 'js')
  expect(codes()).toEqual([])
  cache.release()
  expect(codes()).toEqual(['a', 'b', 'c'])
  answer()
  expect(codes()).toEqual(['a', 'b', 'c', 'd'])
  answer()
  answer()
  answer()
  expect(codes().join('')).toBe('abcdef')
})

test('while somebody types it waits, and the code under the hand does not', () => {
  const { cache, answer, codes } = begin()
  cache.hold()
  for (const code of 'abcdef') cache.highlight(code, 'js')
  cache.release()
  cache.rest()
  answer()
  cache.highlight('typed', 'js')
  expect(codes()).toEqual(['a', 'b', 'c', 'typed'])
  vi.advanceTimersByTime(400)
  cache.rest()
  vi.advanceTimersByTime(400)
  expect(codes()).toHaveLength(4)
  vi.advanceTimersByTime(400)
  expect(codes()).toEqual(['a', 'b', 'c', 'typed', 'd'])
})

test('the next page that opens holds back what the one before still waits for', () => {
  const { cache, answer, codes } = begin()
  cache.hold()
  for (const code of 'abcdef') cache.highlight(code, 'js')
  cache.release()
  cache.hold()
  cache.highlight('next', 'js')
  answer()
  expect(codes()).toEqual(['a', 'b', 'c'])
  cache.release()
  expect(codes()).toEqual(['a', 'b', 'c', 'd'])
})
