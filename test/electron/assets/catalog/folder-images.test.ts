import { mkdir, open, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  createFolderImages,
  type FolderImagesOptions,
} from '../../../../electron/assets/catalog/folder-images'
import { recordOfText } from '../../../../electron/library/checks/read-record'
import { siteFiles } from '../../../../electron/library/checks/site-files'
import { detectSite } from '../../../../electron/site/detect-site'
import { CheckedPosts } from '../../../../shared/checks/site/checked-posts'
import { featuresFor } from '../../../../shared/generators/markdown-features'
import { withSame } from '../../../../shared/images/catalog/image-catalog'
import { makePng } from '../../../support/make-png'
import { photo } from '../../../support/photos'
import { withTempSites } from '../../../support/temp-site'

const tempSite = withTempSites()

type Disk = NonNullable<FolderImagesOptions['disk']>

const imagesOf = async (files: Readonly<Record<string, string | Uint8Array>>, disk: Partial<Disk> = {}) => {
  const temp = await tempSite(files)
  const site = await detectSite(temp.root)
  const posts = new CheckedPosts(site)
  const rules = { layout: site, features: featuresFor(site) }
  const prefix = site.postsFolder === '.' ? '' : `${site.postsFolder}/`
  for (const [path, text] of Object.entries(files))
    if (path.startsWith(prefix) && path.endsWith('.md') && typeof text === 'string')
      posts.put(recordOfText(path.slice(prefix.length), text, rules).record)
  const images = createFolderImages({
    site,
    posts: () => ({ posts, isComplete: true }),
    files: siteFiles(site.root),
    lookAtPosts: async () => undefined,
    pause: () => null,
    disk: { stat, readdir, ...disk },
  })
  return { images, temp }
}

const next = { 'package.json': '{ "dependencies": { "next": "15" } }' }

test('every image is listed with where it is used, what it is like, and what is missing', async () => {
  const { images } = await imagesOf({
    ...next,
    'posts/a.md':
      '---\ntitle: A\nimage: hero.png\n---\n\n![The harbour](hero.png)\n\n![](/top.png)\n\n![x](lost.png)\n',
    'posts/b.md': '---\ntitle: B\n---\n\n![again](/top.png)\n\n`![code](unused.png)`\n',
    'pages/index.tsx': 'export const Page = () => <img src="/logo.png" />',
    'public/images/posts/a/hero.png': 'same bytes',
    'public/copy.png': 'same bytes',
    'public/top.png': 'others',
    'public/logo.png': 'logo',
    'public/unused.png': 'not used',
  })
  const { images: all, missing } = withSame(await images.images(), (await images.sameImages()) ?? [])
  const found = new Map(all.map((image) => [image.path, image]))
  expect([...found.keys()].sort()).toEqual([
    'public/copy.png',
    'public/images/posts/a/hero.png',
    'public/logo.png',
    'public/top.png',
    'public/unused.png',
  ])
  expect(found.get('public/images/posts/a/hero.png')?.uses).toEqual([
    { id: 'a.md', line: 6, alt: 'The harbour' },
    { id: 'a.md', line: 3, alt: null },
  ])
  expect(found.get('public/top.png')?.uses).toEqual([
    { id: 'a.md', line: 8, alt: '' },
    { id: 'b.md', line: 5, alt: 'again' },
  ])
  expect(found.get('public/unused.png')).toMatchObject({ uses: [], usedBy: null, sameAs: null })
  expect(found.get('public/logo.png')).toMatchObject({ uses: [], usedBy: 'pages/index.tsx' })
  expect(found.get('public/copy.png')?.sameAs).toBe(found.get('public/images/posts/a/hero.png')?.sameAs)
  expect(found.get('public/copy.png')?.sameAs).not.toBeNull()
  expect(missing).toEqual([{ reference: 'lost.png', uses: [{ id: 'a.md', line: 10, alt: 'x' }] }])
})

test('pixels are those that are shown, and null for what is no image or is gone', async () => {
  const { images, temp } = await imagesOf({ ...next, 'posts/a.md': '' })
  await mkdir(temp.path('public'), { recursive: true })
  await writeFile(temp.path('public/turned.jpg'), await photo({ isTurned: true }))
  await writeFile(temp.path('public/html.png'), '<html>')
  expect(
    await images.imageSizes(['public/turned.jpg', 'public/html.png', 'public/gone.png', 'posts/a.md']),
  ).toEqual([[400, 300], null, null, null])
  expect(await images.imageWidths()).toEqual([400])
  await writeFile(join(temp.root, 'public/turned.jpg'), await photo({ width: 200, height: 100 }))
  expect(await images.imageSizes(['public/turned.jpg'])).toEqual([[200, 100]])
})

test('a page of one word without an end is read to it, and names the image at its end', async () => {
  const { images } = await imagesOf({
    ...next,
    'posts/a.md': 'Words.\n',
    'public/images/used.png': 'bytes',
    'pages/index.tsx': `${'x'.repeat(900_000)} <img src="/images/used.png">`,
  })
  expect((await images.images()).images).toMatchObject([{ usedBy: 'pages/index.tsx' }])
})

test('what posts say in place of an image is offered for it, wherever it is written from', async () => {
  const { images } = await imagesOf({
    ...next,
    'posts/a.md': '---\ntitle: A\n---\n\n![Cliffs](/sea.png) ![](/sea.png) ![Waves](../public/sea.png)\n',
    'posts/b.md': '---\ntitle: B\n---\n\n![Waves](/sea.png?v=2) ![Other](/deep/sea.png)\n',
    'public/sea.png': 'a',
    'public/deep/sea.png': 'b',
  })
  expect(images.altTexts('b.md', '/sea.png')).toEqual(['Waves', 'Cliffs'])
  expect(images.altTexts('new.md', '/deep/sea.png')).toEqual(['Other'])
  expect(images.altTexts('b.md', '/none.png')).toEqual([])
  expect(images.altTexts('b.md', 'https://a.org/sea.png')).toEqual([])
})

const look: Disk['stat'] = (path) => stat(path)
const list: Disk['readdir'] = (path, options) => readdir(path, options)

const refused = (code: string) => Object.assign(new Error(code), { code })

/** Fails with the code for paths that contain the word. */
const failingAt =
  <A extends readonly unknown[], R>(
    call: (path: string, ...more: A) => Promise<R>,
    word: string,
    code: string,
  ) =>
  async (path: string, ...more: A): Promise<R> => {
    if (path.includes(word)) throw refused(code)
    return call(path, ...more)
  }

const withPrivate = {
  ...next,
  'posts/a.md': '![x](/private/a.png)\n\n![y](/open.png)\n',
  'public/private/a.png': makePng(40, 30, [1, 2, 3]),
  'public/open.png': makePng(50, 60, [1, 2, 3]),
}

test.each(['EACCES', 'EPERM', 'EIO'])(
  'a folder that cannot be listed is named with the reason: %s',
  async (code) => {
    const { images } = await imagesOf(withPrivate, {
      readdir: failingAt(list, 'private', code),
    })
    const { images: all, unreadable } = await images.images()
    expect(all.map(({ path }) => path)).toEqual(['public/open.png'])
    expect(unreadable).toEqual([
      { path: 'public/private', reason: expect.stringMatching(/^Cannot read public\/private: /) },
    ])
  },
)

test('an image that cannot be looked at is named with the reason, and its size too', async () => {
  const { images } = await imagesOf(withPrivate, { stat: failingAt(look, 'a.png', 'EACCES') })
  const { images: all, unreadable } = await images.images()
  expect(all.map(({ path }) => path)).toEqual(['public/open.png'])
  const reason = 'Cannot read public/private/a.png: You do not have permission (EACCES).'
  expect(unreadable).toEqual([{ path: 'public/private/a.png', reason }])
  expect(await images.imageSizes(['public/private/a.png', 'public/open.png'])).toEqual([
    { unreadable: reason },
    [50, 60],
  ])
})

test.each([
  ['EACCES', 'You do not have permission (EACCES)'],
  ['EIO', 'The disk'],
])('the size of an image that does not open says why: %s', async (code, why) => {
  let isClosed = true
  const openOrNot: typeof open = (path, flags) =>
    isClosed && String(path).includes('a.png') ? Promise.reject(refused(code)) : open(path, flags)
  const { images } = await imagesOf(withPrivate, { open: openOrNot })
  const paths = ['public/private/a.png', 'public/open.png', 'public/gone.png']
  expect(await images.imageSizes(paths)).toEqual([
    { unreadable: expect.stringContaining(why) },
    [50, 60],
    null,
  ])
  isClosed = false
  expect(await images.imageSizes(paths)).toEqual([[40, 30], [50, 60], null])
})

test('what is gone, is no image or leads out of the site has no size and no reason', async () => {
  const { images, temp } = await imagesOf({ ...next, 'posts/a.md': '', 'public/bad.png': 'no image' })
  await mkdir(join(temp.root, 'public/folder.png'))
  await symlink('/etc/hostname', join(temp.root, 'public/out.png'))
  await symlink(join(temp.root, 'public/nothing.png'), join(temp.root, 'public/dangling.png'))
  const names = ['bad', 'folder', 'out', 'dangling', 'gone'].map((name) => `public/${name}.png`)
  expect(await images.imageSizes(names)).toEqual(names.map(() => null))
  expect((await images.images()).unreadable).toEqual([])
})

test('an image that only a shortcode, a style, a field or a file of the configuration names is used', async () => {
  const { images } = await imagesOf({
    'hugo.toml': 'title = "x"\n',
    'content/posts/a.md':
      '---\ntitle: A\nresources: [{ src: /img/field.png }]\n---\n\n{{< carousel first="/img/figure.png" >}}\n\n<p style="background: url(/img/style.png)">x</p>\n\n{{< zoom src="no/such/elsewhere.png" >}}\n\n`/img/code.png`\n',
    'data/team.csv': 'Ann,/img/data.png\n',
    ...Object.fromEntries(
      ['field', 'figure', 'style', 'elsewhere', 'code', 'data'].map((name) => [
        `static/img/${name}.png`,
        name,
      ]),
    ),
  })
  const found = new Map((await images.images()).images.map((image) => [image.path, image]))
  const used = (name: string) => found.get(`static/img/${name}.png`)
  expect(used('figure')?.uses).toEqual([{ id: 'a.md', line: 6, alt: null }])
  expect(used('style')?.uses).toEqual([{ id: 'a.md', line: 8, alt: null }])
  expect(used('field')?.uses).toEqual([{ id: 'a.md', line: 3, alt: null }])
  expect(used('elsewhere')).toMatchObject({ uses: [], usedBy: 'content/posts/a.md' })
  expect(used('data')).toMatchObject({ uses: [], usedBy: 'data/team.csv' })
  expect(used('code')).toMatchObject({ uses: [], usedBy: null })
})

test('what the theme of VitePress shows is used', async () => {
  const { images } = await imagesOf({
    'package.json': '{ "dependencies": { "vitepress": "1" } }',
    'docs/.vitepress/config.ts': 'export default { themeConfig: { logo: "/logo.png" } }',
    'docs/posts/a.md': '# A\n',
    'docs/public/logo.png': 'x',
  })
  expect((await images.images()).images).toMatchObject([
    { path: 'docs/public/logo.png', usedBy: 'docs/.vitepress/config.ts' },
  ])
})
