import { expect, test } from 'vitest'
import { vitepress } from '../../../../shared/addresses/by-generator/vitepress'
import type { SiteLayout } from '../../../../shared/site/site-layout'

const addressOf = (path: string, rewrites: Readonly<Record<string, string>>) => {
  const site = { postsFolder: '.', addresses: { rewrites, cleanUrls: true } } as Partial<SiteLayout>
  return vitepress.addressOf({ path, head: {} }, site as SiteLayout)
}

test.each([
  ['packages/a/src/b.md', { 'packages/:pkg/src/:slug*': ':pkg/:slug*' }, '/a/b'],
  ['posts/2024-first.md', { 'posts/:year-:name': ':name' }, '/first'],
  ['posts/first.md', { 'blog/:name': ':name' }, '/posts/first'],
])('%s by %j is at %s', (path, rewrites, address) => expect(addressOf(path, rewrites)).toBe(address))

test('a pattern that could be tried in too many ways is left alone', () => {
  const path = `${'a'.repeat(120)}/b.md`
  expect(addressOf(path, { [`${':a'.repeat(60)}/x.md`]: 'y.md' })).toBe(`/${'a'.repeat(120)}/b`)
  expect(addressOf(path, { [`${':a*/'.repeat(40)}x.md`]: 'y.md' })).toBe(`/${'a'.repeat(120)}/b`)
})
