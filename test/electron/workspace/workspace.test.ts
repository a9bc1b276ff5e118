import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { LibraryClient } from '../../../electron/library/process/client'
import { type AppState, loadAppState } from '../../../electron/workspace/app-state'
import { createWorkspace } from '../../../electron/workspace/workspace'
import { withTempFolder } from '../../support/temp-folder'
import { withTempSites } from '../../support/temp-site'

const profile = withTempFolder()
const tempSite = withTempSites()

const siteOf = async (files: Readonly<Record<string, string>>) => {
  const site = await tempSite(files)
  return site.root
}

const states: AppState[] = []
afterEach(() => Promise.all(states.splice(0).map(({ session }) => session.idle())))

const workspace = async () => {
  const libraries: string[] = []
  const state = await loadAppState(profile())
  states.push(state)
  const created = createWorkspace({
    state,
    startLibrary: (site) => {
      libraries.push(site.postsRoot)
      return { close: async () => undefined, restart: () => undefined } as unknown as LibraryClient
    },
    report: (error) => {
      throw error
    },
  })
  return { ...created, libraries }
}

const post = '---\ntitle: A\n---\n\nwords\n'

test('a post in a folder of the open posts folder is opened there, and the list stays', async () => {
  const root = await siteOf({ 'a.md': post, 'notes/b.md': post, 'notes/2024/c.md': post })
  const { open, libraries } = await workspace()
  await open(root)
  for (const id of ['notes/b.md', 'notes/2024/c.md', 'a.md']) {
    expect(await open(join(root, id))).toMatchObject({ openPost: id, site: { displayPath: root } })
  }
  expect(libraries).toEqual([root])
})

test('a folder inside it that is asked for is opened as such', async () => {
  const root = await siteOf({ 'a.md': post, 'notes/b.md': post })
  const { open } = await workspace()
  await open(root)
  expect(await open(join(root, 'notes'))).toMatchObject({ site: { displayPath: join(root, 'notes') } })
})

test('a site inside the posts folder is a site of its own', async () => {
  const root = await siteOf({
    'a.md': post,
    'hugo/hugo.toml': 'title = "H"\n',
    'hugo/content/posts/b.md': post,
  })
  const { open } = await workspace()
  await open(root)
  const inside = await open(join(root, 'hugo/content/posts/b.md'))
  expect(inside.site).toMatchObject({ profile: 'hugo' })
  expect(inside.site?.displayPath).not.toBe(root)
})

test('a post of another folder brings its folder along', async () => {
  const [one, other] = [await siteOf({ 'a.md': post }), await siteOf({ 'b.md': post })]
  const { open, libraries } = await workspace()
  await open(one)
  expect(await open(join(other, 'b.md'))).toMatchObject({ openPost: 'b.md', site: { displayPath: other } })
  expect(libraries).toEqual([one, other])
})
