import { readdir, readFile, symlink } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { createOperations } from '../../../../electron/posts/operations/operations'
import { planCopy } from '../../../../electron/posts/plans/copy-post'
import { detectSite } from '../../../../electron/site/detect-site'
import { onePixelPng, type TempSite, tempSite } from '../../../support/temp-site'

let site: TempSite
afterEach(() => site.remove())

const text = (path: string) => readFile(site.path(path), 'utf8')
const copy = async (posts: string, id: string) => {
  const planned = await planCopy(await detectSite(site.path(posts)), id)
  const folder = site.path('.records')
  const operations = createOperations({ folder, trash: () => Promise.reject(new Error('no bin')) })
  await operations.run({ title: '', steps: planned.steps, afterCrash: 'finish' })
  return planned.id
}

test('a bundle is copied with all of its own files, and only those', async () => {
  site = await tempSite({
    'hugo.toml': '',
    'content/posts/trip/index.md':
      '---\r\ntitle: Trip\r\nslug: "the-trip" # kept\r\n---\r\n![a](img/a.png)\r\n',
    'content/posts/trip/img/a.png': onePixelPng,
    'content/posts/trip/notes.txt': 'mine',
    'content/posts/trip-copy/index.md': 'another post',
    'content/posts/other.md': '',
  })
  expect(await copy('content/posts', 'trip/index.md')).toBe('trip-copy-2/index.md')
  expect(await text('content/posts/trip-copy-2/index.md')).toBe(
    '---\r\ntitle: Trip\r\nslug: "trip-copy-2" # kept\r\n---\r\n![a](img/a.png)\r\n',
  )
  expect(await text('content/posts/trip-copy-2/notes.txt')).toBe('mine')
  expect(new Uint8Array(await readFile(site.path('content/posts/trip-copy-2/img/a.png')))).toEqual(
    new Uint8Array(onePixelPng),
  )
  expect((await readdir(site.path('content/posts'))).sort()).toEqual([
    'other.md',
    'trip',
    'trip-copy',
    'trip-copy-2',
  ])
  expect(await text('content/posts/trip/index.md')).toContain('slug: "the-trip"')
})

test('a copy has the images of its slug in a folder of its own', async () => {
  site = await tempSite({
    'next.config.js': '',
    'posts/old.md': '---\nimage: /images/posts/old/a.png\n---\n![a](a.png) ![b](/images/b.png)\n',
    'public/images/posts/old/a.png': onePixelPng,
    'public/images/b.png': onePixelPng,
  })
  expect(await copy('posts', 'old.md')).toBe('old-copy.md')
  expect(await text('posts/old-copy.md')).toBe(
    '---\nimage: /images/posts/old-copy/a.png\n---\n![a](a.png) ![b](/images/b.png)\n',
  )
  expect((await readdir(site.path('public/images/posts'))).sort()).toEqual(['old', 'old-copy'])
  expect(await readdir(site.path('public/images/posts/old'))).toEqual(['a.png'])
})

test('a second copy of a dated post finds another slug', async () => {
  site = await tempSite({ '_config.yml': '', '_posts/2020-01-02-old.md': 'a\n' })
  expect(await copy('_posts', '2020-01-02-old.md')).toBe('2020-01-02-old-copy.md')
  expect(await copy('_posts', '2020-01-02-old.md')).toBe('2020-01-02-old-copy-2.md')
})

test('what a link out of the site leads to is not copied', async () => {
  site = await tempSite({
    'outside/secret.md': 'secret',
    'site/hugo.toml': '',
    'site/content/posts/a/index.md': 'A bundle.',
    'site/content/posts/b/index.md': 'Another.',
  })
  await symlink('../../../outside/secret.md', site.path('site/content/posts/secret.md'))
  await symlink('../../../outside', site.path('site/content/posts/linked'))
  await symlink('../../../../outside/secret.md', site.path('site/content/posts/a/notes.txt'))
  await symlink('../a/index.md', site.path('site/content/posts/b/notes.txt'))
  for (const id of ['secret.md', 'linked/secret.md', 'a/index.md'])
    await expect(copy('site/content/posts', id)).rejects.toMatchObject({ kind: 'outside-folder' })
  expect(await copy('site/content/posts', 'b/index.md')).toBe('b-copy/index.md')
})
