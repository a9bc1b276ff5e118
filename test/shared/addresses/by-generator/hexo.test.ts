import { expect, test } from 'vitest'
import { hexo } from '../../../../shared/addresses/by-generator/hexo'
import type { SiteLayout } from '../../../../shared/site/site-layout'

const slugOf = (name: string, newPostName: string) => {
  const site = { postsFolder: 'source/_posts', addresses: { newPostName } } as Partial<SiteLayout>
  return hexo.slugOf(`source/_posts/${name}`, site as SiteLayout)
}

test.each([
  ['2024-01-05-first.md', ':year-:month-:day-:title.md', 'first'],
  ['first.md', ':title.md', 'first'],
  ['first-first.md', ':title-:title.md', 'first'],
  ['first-other.md', ':title-:title.md', 'first-other'],
  ['2024/first-2024.md', ':year/:title-:year.md', 'first'],
])('the slug of %s, named by %s, is %s', (name, pattern, slug) => {
  expect(slugOf(name, pattern)).toBe(slug)
})

test('a name with the title again and again ends as soon as one with it once', () => {
  expect(slugOf(`${'a-'.repeat(120)}b.md`, `${':title-'.repeat(30)}c.md`)).toBe(`${'a-'.repeat(120)}b`)
})
