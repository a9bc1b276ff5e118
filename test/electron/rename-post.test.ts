import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createOperations } from '../../electron/posts/operations'
import { type PlannedRename, planMove, planRename } from '../../electron/posts/rename-post'
import { detectSite } from '../../electron/site/detect-site'
import { onePixelPng, type TempSite, tempSite } from '../support/temp-site'

let site: TempSite
afterEach(() => site.remove())

const text = (path: string) => readFile(site.path(path), 'utf8')
const carryOut = async ({ steps }: PlannedRename) => {
  const folder = join(site.root, '.records')
  return createOperations({ folder, trash: () => Promise.resolve() }).run({
    title: '',
    steps,
    afterCrash: 'finish',
  })
}

test('a Hugo bundle moves as a whole, and the links to it follow', async () => {
  site = await tempSite({
    'hugo.toml': '',
    'content/posts/old/index.md': '---\ntitle: Old\n---\n![a](a.png)\n',
    'content/posts/old/a.png': onePixelPng,
    'content/posts/x.md': '[a]({{< ref "old" >}}) [b](../old/) [c](/posts/old/#x)\n',
  })
  const found = await detectSite(site.path('content/posts'))
  const planned = await planRename(found, 'old/index.md', 'new', ['x.md'])
  expect(planned.plan.id).toBe('new/index.md')
  expect(planned.plan.files.map(({ id }) => id)).toEqual(['x.md'])
  await carryOut(planned)
  expect(await text('content/posts/x.md')).toBe('[a]({{< ref "new" >}}) [b](../new/) [c](/posts/new/#x)\n')
  expect(await text('content/posts/new/index.md')).toContain('![a](a.png)')
})

test('a Jekyll post keeps its date', async () => {
  site = await tempSite({
    '_config.yml': '',
    '_posts/2020-01-02-old.md': 'a\n',
    '_posts/2021-01-01-x.md': '[a]({% post_url 2020-01-02-old %}) [b](/2020/01/02/old.html)\n',
  })
  const found = await detectSite(site.path('_posts'))
  await carryOut(await planRename(found, '2020-01-02-old.md', 'new', ['2021-01-01-x.md']))
  expect(await text('_posts/2021-01-01-x.md')).toBe(
    '[a]({% post_url 2020-01-02-new %}) [b](/2020/01/02/new.html)\n',
  )
  expect(await text('_posts/2020-01-02-new.md')).toBe('a\n')
})

test('the plan says what changes, line by line, and writes nothing', async () => {
  site = await tempSite({ 'posts/old.md': 'a\n', 'posts/x.md': 'one\n[a](old.md) and [b](./old.md)\n' })
  const found = await detectSite(site.path('posts'))
  const { plan } = await planRename(found, 'old.md', 'new', ['x.md'])
  expect(plan.files).toEqual([
    {
      id: 'x.md',
      changes: [{ line: 2, before: '[a](old.md) and [b](./old.md)', after: '[a](new.md) and [b](./new.md)' }],
    },
  ])
  expect(await text('posts/x.md')).toContain('old.md')
})

test.each([
  ['taken', /taken\.mdx has this slug already/],
  ['TAKEN', /has this slug already/],
  ['old', /already/],
  ['a/b', /slug cannot hold/],
])('the slug %s is refused', async (slug, message) => {
  site = await tempSite({ 'posts/old.md': 'a\n', 'posts/taken.mdx': 'b\n' })
  await expect(planRename(await detectSite(site.path('posts')), 'old.md', slug, [])).rejects.toThrow(message)
})

test('only letter case may change', async () => {
  site = await tempSite({ 'posts/old.md': 'a\n' })
  await carryOut(await planRename(await detectSite(site.path('posts')), 'old.md', 'Old', []))
  expect(await text('posts/Old.md')).toBe('a\n')
})

test('a post that moves to another folder takes what it names along', async () => {
  site = await tempSite({
    'posts/2024/a.md': '![x](./x.png) [b](b.md#c) [web](https://example.org) [top](/z)\n',
    'posts/z.md': '',
    'posts/2024/x.png': onePixelPng,
    'posts/2024/b.md': '[a](a.md)\n',
  })
  const found = await detectSite(site.path('posts'))
  await carryOut(await planMove(found, '2024/a.md', '2025', ['2024/b.md']))
  expect(await text('posts/2025/a.md')).toBe(
    '![x](../2024/x.png) [b](../2024/b.md#c) [web](https://example.org) [top](/z)\n',
  )
  expect(await text('posts/2024/b.md')).toBe('[a](../2025/a.md)\n')
})
