import { mkdir, symlink } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { respondWithStyleAsset } from '../../../electron/assets/asset-response'
import { detectSite } from '../../../electron/site/detect-site'
import { onePixelPng, withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const siteOf = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const temp = await tempSite({
    'package.json': '{"dependencies":{"next":"15.0.0"}}',
    'posts/a.md': '',
    ...files,
  })
  const site = await detectSite(temp.root)
  const ask = async (reference: string, style = 'styles/main.css') => {
    const { status, headers } = await respondWithStyleAsset({
      site,
      style,
      reference,
      note: expect.unreachable,
    })
    return status === 200 ? `${headers['content-type']} ${headers['content-length']}` : status
  }
  return { temp, ask }
}

test('images and fonts of the site are answered, from the sheet and from the top', async () => {
  const { ask } = await siteOf({
    'styles/img/a.png': onePixelPng,
    'public/fonts/a.woff2': 'font',
    'public/b.TTF': 'font!',
  })
  expect(await ask('img/a.png')).toBe(`image/png ${onePixelPng.byteLength}`)
  expect(await ask('/fonts/a.woff2#x')).toBe('font/woff2 4')
  expect(await ask('../public/b.TTF?v=1')).toBe('font/ttf 5')
})

test('nothing else is: other types, what lies outside, links out of the site, folders', async () => {
  const { temp, ask } = await siteOf({
    'styles/main.css': 'a{}',
    '.env.png/x': '',
    'styles/secret.json': '{}',
  })
  const outside = await tempSite({ 'a.png': onePixelPng, 'secret.txt': 'x' })
  await mkdir(temp.path('styles/folder.png'))
  await symlink(outside.path('a.png'), temp.path('styles/link.png'))
  await symlink(outside.path('secret.txt'), temp.path('styles/text.png'))
  const references = [
    'main.css',
    'secret.json',
    'link.png',
    'text.png',
    'folder.png',
    '../../a.png',
    '../.env.png',
  ]
  for (const reference of [
    ...references,
    outside.path('a.png'),
    `file://${outside.path('a.png')}`,
    'gone.png',
  ])
    expect(await ask(reference), reference).toBe(404)
  expect(await ask('a.png', '../../../..')).toBe(404)
  expect(await ask(outside.path('a.png').slice(1), '/')).toBe(404)
})
