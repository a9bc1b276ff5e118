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
