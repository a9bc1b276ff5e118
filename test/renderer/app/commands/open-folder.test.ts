import { beforeEach, expect, test, vi } from 'vitest'
import type { OpenedFolder } from '../../../../shared/ipc/app-calls'
import type { SiteInfo } from '../../../../shared/site/site-info'
import { installApi } from '../../../support/fake-api'

const folder = (path: string): OpenedFolder => ({
  site: {
    profile: 'plain',
    name: path,
    postsFolder: '.',
    basePath: '',
    displayPath: path,
    key: path,
    markdown: {},
  } satisfies SiteInfo,
  openPost: null,
})

const waiting: OpenedFolder[] = []
/** The folder that is open in main, and those that never answer. */
let open = ''
const silent = new Set<string>()
const list = () => (silent.has(open) ? new Promise<never>(() => undefined) : [])

const { called } = installApi({
  isOpenRequested: () => waiting.length > 0,
  openNextRequest: () => {
    const next = waiting.shift() ?? null
    open = next?.site?.displayPath ?? open
    return next
  },
  listPosts: list,
  siteSchema: () => ({}),
  listRecovered: () => ({ posts: [], damaged: 0 }),
  windowAtRest: () => undefined,
  ignoredPosts: () => ({ posts: 0, isMore: false, folders: [] }),
})
vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run))
const { openRequests } = await import('../../../../renderer/app/commands/open-folder')
const { keepFieldDraft } = await import('../../../../renderer/document/state/field-drafts')
const { useSite } = await import('../../../../renderer/base/site-store')

const shown = () => useSite.getState().site?.displayPath ?? null

beforeEach(() => {
  vi.useFakeTimers()
  called.length = 0
  waiting.length = 0
  silent.clear()
  useSite.setState({ site: null, recentFolders: [] })
  return () => vi.useRealTimers()
})

test('without a request, what is being typed in a field is left alone', async () => {
  const commit = vi.fn()
  const stop = keepFieldDraft(commit)
  await openRequests()
  expect(commit).not.toHaveBeenCalled()
  waiting.push(folder('/one'))
  await openRequests()
  expect(commit).toHaveBeenCalledTimes(1) // not again after the last request
  stop()
})

test('requests are opened in the order they came, also those that come meanwhile', async () => {
  const seen: (string | null)[] = []
  const stop = useSite.subscribe(() => seen.push(shown()))
  waiting.push(folder('/one'), folder('/two'))
  const first = openRequests()
  waiting.push(folder('/three'))
  await Promise.all([first, openRequests()])
  expect(seen).toEqual(['/one', '/two', '/three'])
  stop()
})

test('the next request is not kept waiting by what follows the opening of a folder', async () => {
  waiting.push(folder('/one'))
  await openRequests() // no timer has run
  expect(shown()).toBe('/one')
  expect(called.map(({ name }) => name)).not.toContain('windowAtRest')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(called.map(({ name }) => name)).toContain('windowAtRest')
})

test('a folder that does not answer does not keep the next request waiting for ever', async () => {
  silent.add('/stuck')
  waiting.push(folder('/stuck'))
  const first = openRequests()
  await vi.advanceTimersByTimeAsync(100)
  expect(shown()).toBe('/stuck')
  waiting.push(folder('/two'))
  const second = openRequests()
  await vi.advanceTimersByTimeAsync(10_000)
  await Promise.all([first, second])
  expect(shown()).toBe('/two')
})
