import { expect, test } from 'vitest'
import type { SiteLayout } from '../../../../shared/site/site-layout'
import { styleAssetCandidates } from '../../../../shared/site/style/style-assets'

const site: SiteLayout = {
  profile: 'hugo',
  postsFolder: 'content/posts',
  publicFolders: ['static'],
  imageFolders: [],
  basePath: '/blog',
  address: 'https://example.org',
}
const from = (style: string, reference: string) => styleAssetCandidates(style, reference, site)

test('a path is meant from the sheet, or from where the generator serves it', () => {
  expect(from('static/css/main.css', '../img/a.png')).toEqual(['static/img/a.png'])
  expect(from('assets/css/main.css', '../img/a.png?v=2')).toEqual(
    expect.arrayContaining(['assets/img/a.png', 'static/img/a.png']),
  )
  expect(from('style.css', 'fonts/a.woff2')).toEqual(['fonts/a.woff2'])
})

test('a path from the top is meant from the public folders, without the base path', () => {
  expect(from('assets/a.css', '/blog/img/a.png')).toEqual(['static/img/a.png', 'img/a.png'])
  expect(from('assets/a.css', 'https://example.org/img/a.png')).toEqual(['static/img/a.png', 'img/a.png'])
})

test.each([
  '../../../a.png',
  '..%2f..%2f..%2fa.png',
  '//x.example/a.png',
  '\\\\x.example\\a.png',
  'https://x.example/a.png',
  'javascript:a.png',
  'file:///a.png',
  'c:\\a.png',
  'data:image/png,',
  '',
])('nothing leads out of the site: %j', (reference) => {
  for (const found of from('static/css/main.css', reference)) expect(found).not.toMatch(/^[./]|\.\.\//)
  expect(from('static/css/main.css', reference).filter((path) => !path.includes('%'))).toEqual([])
})
