import { afterEach, expect, test } from 'vitest'
import { readPreferences } from '../../../electron/site/detect/preferences'
import { readSiteMarkdown } from '../../../electron/site/site-preferences'
import { type TempSite, tempSite } from '../../support/temp-site'

let site: TempSite | null = null
afterEach(() => site?.remove())

const rootOf = async (files: Record<string, string>) => {
  site = await tempSite(files)
  return site.root
}

test('what postwright.json says goes before what the packages say', async () => {
  const root = await rootOf({
    'package.json': '{"dependencies":{"remark-math":"6","remark-gemoji":"8"}}',
    'postwright.json':
      '\ufeff{"markdown":{"preset":"github","features":{"math":false}},"preview":{"css":["a.css"]}}',
  })
  expect(await readSiteMarkdown(root, 'plain')).toEqual({
    preset: 'github',
    features: { math: false, emoji: true },
    sources: { math: 'from postwright.json', emoji: 'remark-gemoji is installed' },
  })
  expect((await readPreferences(root)).preview).toEqual({ css: ['a.css'] })
})

test('configuration and packages of a generator are read together', async () => {
  const root = await rootOf({
    'package.json': '{"dependencies":{"astro":"^5.2.0"}}',
    'astro.config.mjs':
      "import math from 'remark-math'\nexport default { markdown: { remarkPlugins: [math] } }",
  })
  expect(await readSiteMarkdown(root, 'astro')).toMatchObject({
    preset: 'astro-remark',
    features: { math: true },
    sources: { math: 'astro.config.mjs: remark-math' },
  })
})

test('a file that is missing or wrong says nothing', async () => {
  expect(await readPreferences(await rootOf({ 'a.md': '' }))).toEqual({})
  await site?.remove()
  expect(
    await readPreferences(await rootOf({ 'postwright.json': '{"markdown":{"preset":"gihtub"}}' })),
  ).toEqual({})
})

test('includes that show a picture are known by their files and by the theme', async () => {
  const include = '<figure><img src="{{ include.src | relative_url }}"></figure>'
  const root = await rootOf({
    '_config.yml': 'remote_theme: "mmistakes/minimal-mistakes@4.24.0"',
    '_includes/image.html': include,
    '_includes/figure-note.html': '<figure>{{ include.text }}</figure>',
    '_includes/images/deep.html': include,
    '_includes/banner.html': include,
  })
  const { features } = await readSiteMarkdown(root, 'jekyll')
  expect(features?.figureIncludes).toEqual(['image.html', 'figure'])
  expect((await readSiteMarkdown(root, 'plain')).features).toEqual({})
})

test('a theme in the Gemfile brings its includes, unless the line is a comment', async () => {
  const root = await rootOf({ '_config.yml': 'title: x', Gemfile: 'gem "minimal-mistakes-jekyll", "~> 4"' })
  expect((await readSiteMarkdown(root, 'jekyll')).features?.figureIncludes).toEqual(['figure'])
  await site?.remove()
  const other = await rootOf({ '_config.yml': 'title: x', Gemfile: '# gem "minimal-mistakes-jekyll"' })
  expect((await readSiteMarkdown(other, 'jekyll')).features?.figureIncludes).toBeUndefined()
})
