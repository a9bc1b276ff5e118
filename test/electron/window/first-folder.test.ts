import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFirstFolder } from '../../../electron/window/first-folder'
import { loadAppState } from '../../../electron/workspace/app-state'
import { createOpenRequests, type OpenRequest } from '../../../electron/workspace/open-requests'
import { createStartMarker } from '../../../electron/workspace/start-marker'
import type { OpenedFolder } from '../../../shared/ipc/app-calls'

let userData: string
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'postwright-'))
})
afterEach(() => rmSync(userData, { recursive: true }))

const folderAt = (path: string): OpenedFolder => ({
  site: {
    profile: 'plain',
    name: path,
    postsFolder: '.',
    basePath: '',
    displayPath: path,
    key: path,
    markdown: {},
  },
  openPost: null,
})
const nothing: OpenedFolder = { site: null, openPost: null }

/** A run of the app, in which `open` opens a folder. */
const runApp = async (open: (path: string) => Promise<OpenedFolder>, asked: readonly OpenRequest[] = []) => {
  const state = await loadAppState(userData)
  await state.session.set({ ...state.session.value(), lastFolder: '/blog', lastPosts: { '/blog': 'a.md' } })
  const requests = createOpenRequests()
  requests.add(asked)
  const told: string[] = []
  const marker = createStartMarker(userData, (note) => told.push(note))
  let current = nothing
  const first = createFirstFolder({
    requests,
    state,
    marker,
    timeoutMs: 50,
    openSample: () => open('sample'),
    notices: {
      tell: ({ text }) => told.push(text),
      report: (error) => told.push(String((error as Error).message)),
    },
    workspace: {
      open: async (path) => {
        current = await open(path)
        return current
      },
      opened: () => current,
      leave: () => {
        current = nothing
      },
    },
  })
  return { first, told, marker, requests, state }
}

test('the folder of the last time is opened, start after start, as long as it is shown', async () => {
  for (let start = 0; start < 4; start += 1) {
    const { first, told, marker } = await runApp(async (path) => folderAt(path))
    expect((await first.open()).site?.displayPath).toBe('/blog')
    expect(told).toEqual([])
    marker.reached()
  }
})

test('after two starts that did not show it, the third leaves the folder alone and says why', async () => {
  for (let start = 0; start < 2; start += 1)
    expect((await (await runApp(async (path) => folderAt(path))).first.open()).site).not.toBeNull()
  const third = await runApp(async (path) => folderAt(path))
  expect(await third.first.open()).toEqual(nothing)
  expect(third.told).toEqual([expect.stringContaining('/blog')])
  expect(third.state.session.value().lastPosts).toEqual({}) // it may be the post that cannot be shown
  const fourth = await runApp(async (path) => folderAt(path))
  expect((await fourth.first.open()).site).not.toBeNull()
})

test('what is asked for by name is opened whatever happened before', async () => {
  const asked = [{ kind: 'path', path: '/blog' }] as const
  for (let start = 0; start < 5; start += 1) {
    const { first } = await runApp(async (path) => folderAt(path), asked)
    expect((await first.open()).site?.displayPath).toBe('/blog')
  }
})

test('a page that ends again and again with its folder is given the welcome page', async () => {
  const { first, told } = await runApp(async (path) => folderAt(path))
  expect((await first.open()).site).not.toBeNull()
  expect((await first.open()).site).not.toBeNull()
  expect(await first.open()).toEqual(nothing)
  expect(told).toEqual([expect.stringContaining('/blog')])
})

test('a page that is loaded again after it had shown its folder shows it again', async () => {
  const { first, marker } = await runApp(async (path) => folderAt(path))
  for (let load = 0; load < 6; load += 1) {
    expect((await first.open()).site).not.toBeNull()
    marker.reached()
  }
})

test('a folder that never answers, and one that fails, leave the welcome page with the reason', async () => {
  const silent = await runApp(() => new Promise(() => undefined))
  expect(await silent.first.open()).toEqual(nothing)
  expect(silent.told).toEqual([expect.stringContaining('did not respond')])
  const broken = await runApp(() => Promise.reject(new Error('The disk reported an error.')))
  expect(await broken.first.open()).toEqual(nothing)
  expect(broken.told).toEqual(['The disk reported an error.'])
})

test('a marker that cannot be read or written is noted and stops nothing', async () => {
  mkdirSync(join(userData, 'unfinished-start.json'))
  const { first, told } = await runApp(async (path) => folderAt(path))
  expect((await first.open()).site).not.toBeNull()
  expect(told.length).toBeGreaterThan(0)
})

test('requests that wait are opened one after the other; one that fails is told and the next is opened', async () => {
  const asked = ['/a', '/gone', '/c'].map((path) => ({ kind: 'path', path }) as const)
  const { first, told } = await runApp(async (path) => {
    if (path === '/gone') throw new Error('/gone is not there.')
    return folderAt(path)
  }, asked)
  expect((await first.open()).site?.displayPath).toBe('/a')
  expect((await first.openNext())?.site?.displayPath).toBe('/c')
  expect(told).toEqual(['/gone is not there.'])
  expect(await first.openNext()).toBeNull()
})
