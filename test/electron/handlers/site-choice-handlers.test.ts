import { afterEach, expect, test } from 'vitest'
import { siteChoiceHandlers } from '../../../electron/handlers/site-choice-handlers'
import { detectSite, type Site } from '../../../electron/site/detect-site'
import { defaultSettings, type Settings } from '../../../shared/settings'
import { type TempSite, tempSite } from '../../support/temp-site'

const made: TempSite[] = []
afterEach(() => Promise.all(made.splice(0).map((site) => site.remove())))

const opened = async (files: Readonly<Record<string, string>>) => {
  const temp = await tempSite(files)
  made.push(temp)
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
