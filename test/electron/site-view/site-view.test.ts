import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  createSiteView,
  type PageEvents,
  type PageOnServer,
  type SiteView,
} from '../../../electron/site-view/site-view'
import type { SiteViewState } from '../../../shared/ipc/site-view-calls'

const server = {
  origin: 'http://localhost:1313',
  start: 'hugo server',
  drafts: 'hugo server -D',
  basePath: '',
}
const place = { x: 0, y: 0, width: 10, height: 10 }

/** A fake server and window; records the requests in order. */
const paper = () => {
  const events: string[] = []
  const told: SiteViewState[] = []
  const answers = { made: 'one' as string | null, status: 200, slow: 0 }
  const found: { at: PageOnServer } = { at: { site: 's', server, path: '/a/' } }
  let page: PageEvents | null = null
  let pages = 0
  const view: SiteView = createSiteView({
    pause: 1000,
    tell: (state) => told.push(state),
    locate: async () => found.at,
    ask: async () => {
      if (answers.slow > 0) {
        answers.slow -= 1
        return 'slow'
      }
      return answers.made === null ? null : { status: answers.status, page: answers.made }
    },
    open: async (origin, of) => {
      pages += 1
      const name = `${origin} ${pages}`
      events.push(`open ${name}`)
      page = of
      return {
        load: (address) => {
          events.push(`load ${address}`)
          of.onShown(address, answers.status)
        },
        reload: () => events.push('reload'),
        place: ({ width }, zoom) => events.push(`place ${width} ${zoom}`),
        setVisible: (visible) => events.push(visible ? 'visible' : 'hidden'),
        picture: async () => new Uint8Array([1]),
        focus: () => events.push('focus'),
        end: () => events.push(`end ${name}`),
      }
    },
  })
  return { view, events, told, answers, found, page: () => page as PageEvents }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('it connects when the server runs, and starts nothing itself', async () => {
  const { view, events, told, answers } = paper()
  answers.made = null
  await view.show('a.md')
  expect(told).toEqual([
    { kind: 'looking' },
    { kind: 'no-server', address: server.origin, start: 'hugo server' },
  ])
  await vi.advanceTimersByTimeAsync(3500)
  expect(told).toHaveLength(2)
  expect(events).toEqual([])
  answers.made = 'one'
  await vi.advanceTimersByTimeAsync(1000)
  expect(events).toContain('load http://localhost:1313/a/')
  expect(told.at(-1)).toMatchObject({ kind: 'shown', address: 'http://localhost:1313/a/', status: 200 })
})

test('a server that is still building its first page is waited for', async () => {
  const { view, told, answers } = paper()
  answers.slow = 3
  await view.show('a.md')
  expect(told.at(-1)).toEqual({ kind: 'waiting', address: server.origin })
  await vi.advanceTimersByTimeAsync(1000)
  expect(told.at(-1)?.kind).toBe('shown')
})

test('the next post is shown in the same page, one of another site in a new one', async () => {
  const { view, events, found } = paper()
  await view.show('a.md')
  found.at = { ...found.at, path: '/b/' }
  await view.show('b.md')
  expect(events.filter((event) => /^(?:open|load|end)/.test(event))).toEqual([
    'open http://localhost:1313 1',
    'load http://localhost:1313/a/',
    'load http://localhost:1313/b/',
  ])
  found.at = { ...found.at, site: 'other' }
  await view.show('c.md')
  expect(events.slice(-5)).toContain('end http://localhost:1313 1')
  expect(events).toContain('open http://localhost:1313 2')
})

test('a saved post is loaded again, and again once the server has made it anew', async () => {
  const { view, events, answers } = paper()
  await view.show('a.md')
  view.saved()
  await vi.advanceTimersByTimeAsync(400)
  expect(events.filter((event) => event === 'reload')).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1000)
  expect(events.filter((event) => event === 'reload')).toHaveLength(1)
  answers.made = 'two'
  await vi.advanceTimersByTimeAsync(3000)
  expect(events.filter((event) => event === 'reload')).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(events.filter((event) => event === 'reload')).toHaveLength(2)
})

test('a saved post with another address is followed there', async () => {
  const { view, events, found } = paper()
  await view.show('a.md')
  found.at = { ...found.at, path: '/new/' }
  view.saved()
  await vi.advanceTimersByTimeAsync(10)
  expect(events.at(-1)).toBe('load http://localhost:1313/new/')
})

test('a server that is stopped is looked for again', async () => {
  const { view, told, answers, events, page } = paper()
  await view.show('a.md')
  answers.made = null
  page().onUnanswered()
  await vi.advanceTimersByTimeAsync(10)
  expect(told.at(-1)?.kind).toBe('no-server')
  expect(events.at(-1)).toBe('end http://localhost:1313 1')
  answers.made = 'one'
  await vi.advanceTimersByTimeAsync(1000)
  expect(told.at(-1)?.kind).toBe('shown')
})

test('a page that is not there names what shows drafts', async () => {
  const { view, told, answers } = paper()
  answers.status = 404
  await view.show('a.md')
  expect(told.at(-1)).toMatchObject({ kind: 'shown', status: 404, drafts: 'hugo server -D' })
})

test('a post without an address, and a site without a server', async () => {
  const { view, told, found } = paper()
  found.at = { ...found.at, path: null }
  await view.show('a.md')
  expect(told.at(-1)).toEqual({ kind: 'no-page' })
  found.at = { ...found.at, server: { ...server, origin: null } }
  await view.reload()
  expect(told.at(-1)).toEqual({ kind: 'no-server', address: null, start: 'hugo server' })
})

test('hosts that were blocked are told once each, and not without end', async () => {
  const { view, told, page } = paper()
  await view.show('a.md')
  for (let i = 0; i < 50; i += 1) page().onBlocked(`h${i % 30}.example`)
  const last = told.at(-1)
  expect(last?.kind === 'shown' && last.blocked).toHaveLength(20)
})

test('what lies over it hides it, also when it opens meanwhile', async () => {
  const { view, events } = paper()
  expect(await view.cover()).toBe(null)
  view.place(place, 0.5)
  await view.show('a.md')
  expect(events.slice(1, 3)).toEqual(['place 10 0.5', 'hidden'])
  view.uncover()
  expect(events.at(-1)).toBe('visible')
  expect(await view.cover()).toEqual(new Uint8Array([1]))
  expect(events.at(-1)).toBe('hidden')
})

test('a page that stops is taken away, and shown again when it is asked for', async () => {
  const { view, told, events, page } = paper()
  await view.show('a.md')
  page().onStopped('The page is not responding.')
  expect(events.at(-1)).toBe('end http://localhost:1313 1')
  expect(told.at(-1)).toEqual({ kind: 'stopped', message: 'The page is not responding.' })
  await view.reload()
  expect(told.at(-1)?.kind).toBe('shown')
})

test('after it is closed nothing is looked for any more', async () => {
  const { view, told, answers, events } = paper()
  answers.made = null
  await view.show('a.md')
  view.close()
  answers.made = 'one'
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).toHaveLength(2)
  expect(events).toEqual([])
})
