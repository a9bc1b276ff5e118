import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { siteChoiceHandlers } from '../../../electron/handlers/site-choice-handlers'
import { createOperations } from '../../../electron/posts/operations/operations'
import { detectSite, type Site } from '../../../electron/site/detect-site'
import { defaultSettings, type Settings } from '../../../shared/settings'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const opened = async (files: Readonly<Record<string, string>>) => {
  const temp = await tempSite(files)
  let settings: Settings = defaultSettings
  let site: Site = await detectSite(temp.root)
  const handlers = siteChoiceHandlers({
    state: {
      settings: {
        value: () => settings,
        set: async (value) => {
          settings = value
        },
        idle: async () => undefined,
      },
    },
    operations: createOperations({ folder: join(temp.root, '.records'), trash: async () => undefined }),
    workspace: {
      needSite: () => site,
      open: async (path) => {
        site = await detectSite(path, settings.siteChoices)
        return { site, openPost: null }
      },
    },
  })
  return { temp, handlers, settings: () => settings, site: () => site }
}

test('a choice is kept by the folder of the site, and given up again', async () => {
  const { temp, handlers, settings, site } = await opened({
    '_config.yml': '',
    '_posts/2024-01-05-a.md': 'a',
    'notes/b.md': 'b',
    'notes/c.md': 'c',
  })
  expect(await handlers.siteOptions()).toMatchObject({
    likely: ['jekyll'],
    folders: [
      { path: '.', posts: 3 },
      { path: 'notes', posts: 2 },
      { path: '_posts', posts: 1 },
    ],
  })
  await handlers.chooseSite({ generator: 'eleventy', postsFolder: 'notes' })
  expect(site()).toMatchObject({ profile: 'eleventy', postsFolder: 'notes' })
  expect(settings().siteChoices).toEqual({ [temp.root]: { generator: 'eleventy', postsFolder: 'notes' } })
  await handlers.chooseSite({ generator: null, postsFolder: 'notes' })
  expect(site()).toMatchObject({ profile: 'jekyll', postsFolder: 'notes' })
  await handlers.chooseSite({ generator: null, postsFolder: null })
  expect(site()).toMatchObject({ profile: 'jekyll', postsFolder: '_posts' })
  expect(settings().siteChoices).toEqual({})
})

const jekyll = { '_config.yml': '', '_posts/2024-01-05-a.md': 'a', 'notes/b.md': 'b' }

test('a choice is shared in a new postwright.json, which says it from then on', async () => {
  const { temp, handlers, settings, site } = await opened(jekyll)
  await handlers.chooseSite({ generator: 'eleventy', postsFolder: 'notes' })
  const { changed } = await handlers.shareSite()
  expect(await readFile(temp.path('postwright.json'), 'utf8')).toBe(
    '{\n  "generator": "eleventy",\n  "postsFolder": "notes"\n}\n',
  )
  expect(changed).toMatchObject({ done: 1, failed: [], undo: expect.any(String) })
  expect(settings().siteChoices).toEqual({})
  expect(site()).toMatchObject({ profile: 'eleventy', postsFolder: 'notes' })
  expect(site().found).toMatchObject({ generator: 'postwright.json', postsFolder: 'postwright.json' })
})

test.each<[string, string, string]>([
  ['{"order": ["title"]}', '"order": ["title"]', 'another entry stays'],
  [
    '{\r\n\t"generator" : "hugo",\r\n\t"fields": {}\r\n}\r\n',
    '",\r\n\t"fields": {},\r\n\t"postsFolder": "notes"\r\n}\r\n',
    'line ends and indents stay',
  ],
  ['\ufeff{\n  "postsFolder": "."\n}', '\ufeff{\n', 'a byte order mark stays'],
  ['{}\n', '}\n', 'an empty one is filled'],
  [
    '{ "generator": { "like": "hugo", "name": "Own" } }\n',
    '"name": "Own"',
    'a generator of its own stays one',
  ],
])('in %j %s', async (before, kept) => {
  const { temp, handlers, site } = await opened({ ...jekyll, 'postwright.json': before })
  await handlers.chooseSite({ generator: 'eleventy', postsFolder: 'notes' })
  await handlers.shareSite()
  expect(await readFile(temp.path('postwright.json'), 'utf8')).toContain(kept)
  expect(site()).toMatchObject({ profile: 'eleventy', postsFolder: 'notes' })
  expect(site().found).toMatchObject({ generator: 'postwright.json', postsFolder: 'postwright.json' })
})

test('a file with mistakes is left as it is, and so is the choice', async () => {
  for (const text of ['{ "generator": "hugo", }\n', 'no json', '{ "unknown": 1 }', '[]']) {
    const { temp, handlers, settings } = await opened({ ...jekyll, 'postwright.json': text })
    await handlers.chooseSite({ generator: 'eleventy', postsFolder: null })
    const why = await Promise.resolve(handlers.shareSite()).catch((error: Error) => error.message)
    expect(why).toMatch(/^postwright\.json was not changed/)
    expect(await readFile(temp.path('postwright.json'), 'utf8')).toBe(text)
    expect(settings().siteChoices).toEqual({ [temp.root]: { generator: 'eleventy' } })
  }
})
