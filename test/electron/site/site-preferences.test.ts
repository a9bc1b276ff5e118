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
  expect(await readSiteMarkdown(root)).toEqual({ preset: 'github', features: { math: false, emoji: true } })
  expect((await readPreferences(root)).preview).toEqual({ css: ['a.css'] })
})

test('a file that is missing or wrong says nothing', async () => {
  expect(await readPreferences(await rootOf({ 'a.md': '' }))).toEqual({})
  await site?.remove()
  expect(
    await readPreferences(await rootOf({ 'postwright.json': '{"markdown":{"preset":"gihtub"}}' })),
  ).toEqual({})
})
