import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { detectSite } from '../../../electron/site/detect-site'
import { pageOf } from '../../../shared/addresses/map/page-names'
import { generatorOf, habitsOf } from '../../../shared/generators/generators'
import { featuresFor } from '../../../shared/generators/markdown-features'
import { featuresOf } from '../../../shared/markdown/options/presets'
import { isDraft } from '../../../shared/site/post-state'
import { referenceTo } from '../../../shared/site/reference-to'
import { dateInPostId, slugOfPost } from '../../../shared/site/slug'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const site = async (files: Readonly<Record<string, string>>) => {
  const temp = await tempSite(files)
  return temp
}
const post = '---\ntitle: A\n---\n\nText\n'

describe('what is said of a site comes before what is found', () => {
  test('the writer’s choice', async () => {
    const temp = await site({ '_config.yml': '', '_posts/2024-01-01-a.md': post, 'notes/b.md': post })
    const choices = { [temp.root]: { generator: 'eleventy', postsFolder: 'notes' } } as const
    expect(await detectSite(temp.root, choices)).toMatchObject({
      profile: 'eleventy',
      postsFolder: 'notes',
      found: { generator: 'chosen', postsFolder: 'chosen' },
    })
    expect(await detectSite(temp.root, { [temp.root]: { postsFolder: 'gone' } })).toMatchObject({
      profile: 'jekyll',
      postsFolder: '_posts',
      found: { postsFolder: 'found' },
    })
    expect(await detectSite(temp.root, { [temp.root]: { postsFolder: '../..' } })).toMatchObject({
      postsFolder: '_posts',
    })
    // If the folder itself was opened, the chosen generator applies to it.
    expect(await detectSite(temp.path('_posts'), choices)).toMatchObject({
      profile: 'eleventy',
      postsFolder: '_posts',
    })
  })

  test('postwright.json, which the choice overrides', async () => {
    const settings = { generator: 'zola', postsFolder: 'notes' }
    const temp = await site({
      'postwright.json': JSON.stringify(settings),
      '_config.yml': '',
      '_posts/a.md': post,
      'notes/b.md': post,
    })
    expect(await detectSite(temp.root)).toMatchObject({
      profile: 'zola',
      postsFolder: 'notes',
      found: { generator: 'postwright.json', postsFolder: 'postwright.json' },
    })
    expect(await detectSite(temp.root, { [temp.root]: { generator: 'jekyll' } })).toMatchObject({
      profile: 'jekyll',
    })
    await writeFile(temp.path('postwright.json'), '{"generator":"no-such"}')
    expect(await detectSite(temp.root)).toMatchObject({ profile: 'jekyll', postsFolder: '_posts' })
  })

  test('a generator of one’s own, described by what it does otherwise', async () => {
    const generator = {
      like: 'jekyll',
      name: 'Inkpress',
      folders: { posts: ['writing'], public: ['served'], drafts: ['wip'] },
      fileName: { dated: false },
      head: { draftWhenTrue: ['hidden'], status: { key: 'state', drafts: ['wip'], published: ['ready'] } },
      address: { permalink: '/w/{slug}' },
      markdown: { preset: 'commonmark', moreMark: null },
      newPost: '{slug}/index.md',
      newImage: { folder: 'served/{slug}', reference: '/{slug}/{file}' },
    }
    const temp = await site({
      'postwright.json': JSON.stringify({ generator }),
      'writing/2024-01-05-a/index.md': post,
      'writing/wip/b.md': post,
      'other/c.md': post,
      'served/2024-01-05-a/x.png': '',
    })
    const found = await detectSite(temp.root)
    expect(found).toMatchObject({
      profile: 'jekyll',
      root: temp.root,
      postsFolder: 'writing',
      publicFolders: ['served'],
    })
    expect(habitsOf(found)).toMatchObject({ name: 'Inkpress', styles: generatorOf('jekyll').styles })
    expect(slugOfPost('2024-01-05-a.md', found)).toBe('2024-01-05-a')
    expect(dateInPostId('2024-01-05-a.md', found)).toBe('')
    expect([
      isDraft(found, 'wip/b.md', {}),
      isDraft(found, 'b.md', { hidden: true }),
      isDraft(found, 'b.md', { draft: true }),
    ]).toEqual([true, true, false])
    expect(isDraft(found, 'b.md', { state: 'wip' })).toBe(true)
    expect(pageOf({ path: 'writing/a.md', head: {} }, found).address).toBe('/w/a')
    expect(featuresFor(found)).toEqual(featuresOf('commonmark'))
    expect(habitsOf(found).newPost).toBe('{slug}/index.md')
    expect(referenceTo(found, '2024-01-05-a/index.md', '2024-01-05-a', 'served/2024-01-05-a/x.png')).toBe(
      '/2024-01-05-a/x.png',
    )
  })
})

describe('how a site’s own configuration tells drafts', () => {
  const quartz = (filters: string) =>
    [
      'import * as Plugin from "./quartz/plugins"',
      `export default { configuration: { pageTitle: "A" }, plugins: { filters: [${filters}], emitters: [] } }`,
    ].join('\n')
  test.each([
    ['Plugin.RemoveDrafts()', [true, false, false]],
    ['Plugin.ExplicitPublish()', [false, true, false]],
    ['Plugin.RemoveDrafts(), Plugin.ExplicitPublish()', [true, true, false]],
    ['// Plugin.ExplicitPublish(),\nPlugin.RemoveDrafts()', [true, false, false]],
  ])('Quartz with the filters %s', async (filters, drafts) => {
    const temp = await site({ 'quartz.config.ts': quartz(filters), 'content/a.md': post })
    const found = await detectSite(temp.root)
    const heads = [{ draft: true, publish: true }, {}, { publish: 'true' }]
    expect(heads.map((head) => isDraft(found, 'a.md', head))).toEqual(drafts)
    expect(habitsOf(found).name).toBe('Quartz')
  })

  test.each([
    ["DEFAULT_METADATA = {'status': 'draft'}", true],
    ["DEFAULT_METADATA = {\n    'category': 'a',\n    'status': 'Hidden',\n}", true],
    ["DEFAULT_METADATA = {'status': 'published'}", false],
    ['', false],
  ])('Pelican with %j', async (setting, draft) => {
    const temp = await site({ 'pelicanconf.py': `SITENAME = 'A'\n${setting}\n`, 'content/a.md': post })
    const found = await detectSite(temp.root)
    expect(isDraft(found, 'a.md', {})).toBe(draft)
    expect(isDraft(found, 'a.md', { Status: 'published' })).toBe(false)
  })

  test('what postwright.json says comes first', async () => {
    const temp = await site({
      'postwright.json': '{ "generator": { "like": "quartz", "head": { "draftUnlessTrue": ["shown"] } } }',
      'quartz.config.ts': quartz('Plugin.ExplicitPublish()'),
      'content/a.md': post,
    })
    const found = await detectSite(temp.root)
    expect(isDraft(found, 'a.md', { publish: true })).toBe(true)
    expect(isDraft(found, 'a.md', { shown: true })).toBe(false)
  })
})
