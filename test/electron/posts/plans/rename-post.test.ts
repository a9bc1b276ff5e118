import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createOperations } from '../../../../electron/posts/operations/operations'
import { type PlannedRename, planMove, planRename } from '../../../../electron/posts/plans/rename-post'
import { detectSite } from '../../../../electron/site/detect-site'
import { onePixelPng, type TempSite, tempSite } from '../../../support/temp-site'

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
  const planned = await planRename(found, 'old/index.md', 'new')
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
  await carryOut(await planRename(found, '2020-01-02-old.md', 'new'))
  expect(await text('_posts/2021-01-01-x.md')).toBe(
    '[a]({% post_url 2020-01-02-new %}) [b](/2020/01/02/new.html)\n',
  )
  expect(await text('_posts/2020-01-02-new.md')).toBe('a\n')
})

test('the plan says what changes, line by line, and writes nothing', async () => {
  site = await tempSite({ 'posts/old.md': 'a\n', 'posts/x.md': 'one\n[a](old.md) and [b](./old.md)\n' })
  const found = await detectSite(site.path('posts'))
  const { plan } = await planRename(found, 'old.md', 'new')
  expect(plan.files).toMatchObject([
    {
      id: 'x.md',
      changes: [
        { line: 2, before: '[a](old.md) and [b](./old.md)', after: '[a](new.md) and [b](./old.md)' },
        {
          line: 2,
          after: '[a](old.md) and [b](./new.md)',
          marks: [
            [20, 28],
            [20, 28],
          ],
        },
      ],
    },
  ])
  expect(await text('posts/x.md')).toContain('old.md')
})

test.each([
  ['taken', /taken\.mdx already has this slug/],
  ['TAKEN', /already has this slug/],
  ['old', /already/],
  ['a/b', /slug cannot contain/],
])('the slug %s is refused', async (slug, message) => {
  site = await tempSite({ 'posts/old.md': 'a\n', 'posts/taken.mdx': 'b\n' })
  await expect(planRename(await detectSite(site.path('posts')), 'old.md', slug)).rejects.toThrow(message)
})

test('only letter case may change', async () => {
  site = await tempSite({ 'posts/old.md': 'a\n' })
  await carryOut(await planRename(await detectSite(site.path('posts')), 'old.md', 'Old'))
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
  await carryOut(await planMove(found, '2024/a.md', '2025'))
  expect(await text('posts/2025/a.md')).toBe(
    '![x](../2024/x.png) [b](../2024/b.md#c) [web](https://example.org) [top](/z)\n',
  )
  expect(await text('posts/2024/b.md')).toBe('[a](../2025/a.md)\n')
})

test('every image folder of the post moves, and other posts find their images there', async () => {
  const other = (refs: string) => `---\ntitle: Other\ncover: /images/posts/old/a.png # kept\n---\n${refs}`
  site = await tempSite({
    'next.config.js': '',
    'posts/old.md':
      '---\ntitle: Old\ngallery:\n  - /images/old/c.png\n  - /images/elsewhere.png\n---\n![a](a.png) ![c](/images/old/c.png) ![m](missing.png) [full](/images/posts/old/a.png)\n',
    'posts/sub/other.md': other(
      '![a](/images/posts/old/a.png "t") ![b](../old/b.png) <img src="/images/old/c.png">\n![x](/images/posts/old-school/x.png) `![a](/images/posts/old/a.png)` [full](/images/posts/old/a.png#1)\n![p](../../public/images/old/c.png) ![w](https://example.org/images/posts/old/a.png)\n',
    ),
    'posts/old/b.png': onePixelPng,
    'public/images/posts/old/a.png': onePixelPng,
    'public/images/posts/old-school/x.png': onePixelPng,
    'public/images/old/c.png': onePixelPng,
    'public/images/elsewhere.png': onePixelPng,
  })
  const planned = await planRename(await detectSite(site.path('posts')), 'old.md', 'new')
  expect(planned.plan.moves).toEqual([
    { from: 'public/images/posts/old', to: 'public/images/posts/new' },
    { from: 'public/images/old', to: 'public/images/new' },
    { from: 'posts/old', to: 'posts/new' },
    { from: 'posts/old.md', to: 'posts/new.md' },
  ])
  expect(planned.plan.warnings).toEqual([])
  await carryOut(planned)
  expect(await text('posts/new.md')).toBe(
    '---\ntitle: Old\ngallery:\n  - /images/new/c.png\n  - /images/elsewhere.png\n---\n![a](a.png) ![c](/images/new/c.png) ![m](missing.png) [full](/images/posts/new/a.png)\n',
  )
  expect(await text('posts/sub/other.md')).toBe(
    '---\ntitle: Other\ncover: /images/posts/new/a.png # kept\n---\n![a](/images/posts/new/a.png "t") ![b](../new/b.png) <img src="/images/new/c.png">\n![x](/images/posts/old-school/x.png) `![a](/images/posts/old/a.png)` [full](/images/posts/new/a.png#1)\n![p](../../public/images/new/c.png) ![w](https://example.org/images/posts/old/a.png)\n',
  )
  for (const path of ['posts/new/b.png', 'public/images/posts/new/a.png', 'public/images/new/c.png'])
    expect((await readFile(site.path(path))).length).toBe(onePixelPng.length)
})

test('an image folder that two posts have stays, and the renamed one names it', async () => {
  site = await tempSite({
    'next.config.js': '',
    'posts/en/trip.md': '![a](a.png)\n',
    'posts/de/trip.md': '![a](a.png)\n',
    'public/images/posts/trip/a.png': onePixelPng,
  })
  const found = await detectSite(site.path('posts'))
  const planned = await planRename(found, 'en/trip.md', 'journey', {
    choices: { slugOnly: false, translations: false, redirect: false },
  })
  expect(planned.plan.moves).toEqual([{ from: 'posts/en/trip.md', to: 'posts/en/journey.md' }])
  expect(planned.plan.warnings).toEqual([
    expect.stringMatching(/stay in public\/images\/posts\/trip.*de\/trip\.md/),
  ])
  await carryOut(planned)
  expect(await text('posts/en/journey.md')).toBe('![a](/images/posts/trip/a.png)\n')
  expect(await text('posts/de/trip.md')).toBe('![a](a.png)\n')
})

test('a folder of posts is no image folder, even where it is named after a post', async () => {
  site = await tempSite({ 'posts/guide.md': '[a](guide/start.md)\n', 'posts/guide/start.md': 'b\n' })
  const planned = await planRename(await detectSite(site.path('posts')), 'guide.md', 'manual')
  expect(planned.plan.moves).toEqual([{ from: 'guide.md', to: 'manual.md' }])
  await carryOut(planned)
  expect(await text('posts/guide/start.md')).toBe('b\n')
})

test('other posts find the images of a bundle that moved', async () => {
  site = await tempSite({
    'hugo.toml': '',
    'content/posts/old/index.md': '---\ntitle: Old\n---\n![a](img/a.png)\n',
    'content/posts/old/img/a.png': onePixelPng,
    'content/posts/x.md': '![a](old/img/a.png) ![b](./old/img/a.png)\n',
  })
  const found = await detectSite(site.path('content/posts'))
  await carryOut(await planRename(found, 'old/index.md', 'new'))
  expect(await text('content/posts/x.md')).toBe('![a](new/img/a.png) ![b](./new/img/a.png)\n')
  expect(await text('content/posts/new/index.md')).toContain('![a](img/a.png)')
})

test('a folder of images goes along when the post is moved', async () => {
  site = await tempSite({
    'posts/a/trip.md': '![x](trip/x.png)\n',
    'posts/a/trip/x.png': onePixelPng,
    'posts/b/other.md': '![x](../a/trip/x.png)\n',
  })
  const found = await detectSite(site.path('posts'))
  await carryOut(await planMove(found, 'a/trip.md', 'c'))
  expect(await text('posts/c/trip.md')).toBe('![x](trip/x.png)\n')
  expect(await text('posts/b/other.md')).toBe('![x](../c/trip/x.png)\n')
})
