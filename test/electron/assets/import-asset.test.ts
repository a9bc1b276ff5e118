import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { importAsset } from '../../../electron/assets/import-asset'
import { listImages } from '../../../electron/assets/list-images'
import { detectSite } from '../../../electron/site/detect-site'
import { findAsset } from '../../../electron/site/find-asset'
import { onePixelPng, withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const siteOf = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const temp = await tempSite(files)
  return { temp, site: await detectSite(temp.root) }
}
const using = (name: string) => JSON.stringify({ dependencies: { [name]: '1' } })
const image = { name: 'My Photo.PNG', bytes: onePixelPng }

describe('a new image goes where the site keeps such images', () => {
  test.each([
    [
      'next',
      { 'package.json': using('next'), 'posts/docker.md': '' },
      'docker.md',
      'my-photo.png',
      'public/images/posts/docker/my-photo.png',
    ],
    [
      'starter',
      { 'package.json': using('next'), '_posts/docker.md': '' },
      'docker.md',
      '/assets/blog/docker/my-photo.png',
      'public/assets/blog/docker/my-photo.png',
    ],
    [
      'astro',
      { 'astro.config.mjs': '', 'src/content/blog/a.md': '' },
      'a.md',
      './my-photo.png',
      'src/content/blog/my-photo.png',
    ],
    [
      'hugo',
      { 'hugo.toml': '', 'content/posts/a.md': '' },
      'a.md',
      '/images/a/my-photo.png',
      'static/images/a/my-photo.png',
    ],
    [
      'hugo bundle',
      { 'hugo.toml': '', 'content/posts/a/index.md': '' },
      'a/index.md',
      'my-photo.png',
      'content/posts/a/my-photo.png',
    ],
    [
      'jekyll',
      { '_config.yml': '', '_posts/2024-01-05-a.md': '' },
      '2024-01-05-a.md',
      '/assets/images/a/my-photo.png',
      'assets/images/a/my-photo.png',
    ],
    [
      'jekyll at a path',
      { '_config.yml': 'baseurl: /b', '_posts/2024-01-05-a.md': '' },
      '2024-01-05-a.md',
      '/b/assets/images/a/my-photo.png',
      'assets/images/a/my-photo.png',
    ],
    ['eleventy', { '.eleventy.js': '', 'posts/a.md': '' }, 'a.md', './my-photo.png', 'posts/my-photo.png'],
    [
      'hexo',
      { '_config.yml': '', 'source/_posts/a.md': '' },
      'a.md',
      '/images/a/my-photo.png',
      'source/images/a/my-photo.png',
    ],
    [
      'gridea',
      { 'posts/a.md': '', 'post-images/': '' },
      'a.md',
      '/post-images/my-photo.png',
      'post-images/my-photo.png',
    ],
    ['plain', { 'a.md': '' }, 'a.md', 'a/my-photo.png', 'a/my-photo.png'],
    [
      'as the post did before',
      {
        'package.json': using('next'),
        'posts/a.md': '![x](/media/2024/x.png)',
        'public/media/2024/x.png': 'x',
      },
      'a.md',
      '/media/2024/my-photo.png',
      'public/media/2024/my-photo.png',
    ],
    [
      'as its neighbours do',
      {
        'package.json': using('next'),
        'posts/a.md': '',
        'posts/b.md': '---\nimage: /img/b/x.png\n---\n',
        'public/img/b/x.png': 'x',
      },
      'a.md',
      '/img/a/my-photo.png',
      'public/img/a/my-photo.png',
    ],
    [
      'as Typora does',
      { 'b.md': '![](b.assets/x.png)', 'b.assets/x.png': 'x', 'a.md': '' },
      'a.md',
      'a.assets/my-photo.png',
      'a.assets/my-photo.png',
    ],
    [
      'of a post that is not on the disk yet',
      { 'package.json': using('next'), 'posts/b.md': '![](x.png)', 'public/images/posts/b/x.png': 'x' },
      'new.md',
      'my-photo.png',
      'public/images/posts/new/my-photo.png',
    ],
  ] as const)('%s', async (_what, files, id, reference, path) => {
    const { temp, site } = await siteOf(files)
    expect(await importAsset(site, id, image)).toMatchObject({ reference, sitePath: path })
    expect(new Uint8Array(await readFile(temp.path(path)))).toEqual(onePixelPng)
    expect(await findAsset(site, id, reference)).toBe(temp.path(path))
  })
})

describe('nothing is overwritten', () => {
  test('a taken name gets a number, the same image is used again', async () => {
    const { temp, site } = await siteOf({ 'a.md': '', 'a/x.png': 'other', 'a/x-2.png/': '' })
    const first = await importAsset(site, 'a.md', { name: 'x.png', bytes: onePixelPng })
    expect(first.reference).toBe('a/x-3.png')
    expect(await importAsset(site, 'a.md', { name: 'x.png', bytes: onePixelPng })).toEqual({
      ...first,
      written: null,
    })
    expect(await readFile(temp.path('a/x.png'), 'utf8')).toBe('other')
    expect((await readdir(temp.path('a'))).sort()).toEqual(['x-2.png', 'x-3.png', 'x.png'])
  })

  test('ten at once all find a place', async () => {
    const { temp, site } = await siteOf({ 'a.md': '' })
    const images = Array.from({ length: 10 }, (_, n) => Uint8Array.from([...onePixelPng, n]))
    const kept = await Promise.all(images.map((bytes) => importAsset(site, 'a.md', { name: 'x.png', bytes })))
    expect(new Set(kept.map(({ reference }) => reference)).size).toBe(10)
    for (const [n, { sitePath }] of kept.entries())
      expect(new Uint8Array(await readFile(temp.path(sitePath)))).toEqual(images[n])
  })
})

describe('hostile images', () => {
  test.each([
    ['../../../evil.png', 'a/evil.png'],
    ['..\\..\\evil.png', 'a/evil.png'],
    ['/etc/evil.png', 'a/evil.png'],
    ['con.png', 'a/con-image.png'],
    ['.png', 'a/png.png'],
    ['', 'a/image.png'],
    ['a\u0000b.png', 'a/a-b.png'],
    [`${'x'.repeat(300)}.png`, `a/${'x'.repeat(80)}.png`],
    ['photo.exe', 'a/photo.png'],
    ['photo.jpg', 'a/photo.png'],
  ])('the name %j becomes %s', async (name, sitePath) => {
    const { site } = await siteOf({ 'a.md': '' })
    expect(await importAsset(site, 'a.md', { name, bytes: onePixelPng })).toMatchObject({ sitePath })
  })

  test.each([
    ['x.png', ''],
    ['x.png', 'text'],
    ['x.svg', '<html><script>alert(1)</script></html>'],
    ['x.exe', 'MZ'],
  ])('%s holding %j is refused', async (name, content) => {
    const { temp, site } = await siteOf({ 'a.md': '' })
    const bytes = new TextEncoder().encode(content)
    await expect(importAsset(site, 'a.md', { name, bytes })).rejects.toMatchObject({ kind: 'bad-name' })
    expect(await readdir(temp.root)).toEqual(['a.md'])
  })

  test('an image folder that is a link out of the site is left alone', async () => {
    const { temp } = await siteOf({
      'outside/': '',
      'site/package.json': using('next'),
      'site/posts/a.md': '',
    })
    await mkdir(temp.path('site/public/images'), { recursive: true })
    await symlink(temp.path('outside'), temp.path('site/public/images/posts'))
    const site = await detectSite(temp.path('site'))
    await expect(importAsset(site, 'a.md', image)).rejects.toMatchObject({ kind: 'outside-folder' })
    expect(await readdir(temp.path('outside'))).toEqual([])
  })
})

describe('listImages', () => {
  test('puts the images of the post first and writes them as the site does', async () => {
    const { site } = await siteOf({
      'package.json': using('next'),
      'posts/docker.md': '',
      'public/images/posts/docker/b c.png': 'xx',
      'public/images/posts/alpha/a.png': 'x',
      'public/logo.svg': 'x',
      'public/notes.txt': 'x',
      'node_modules/pkg/x.png': 'x',
      '.next/cache/x.png': 'x',
      'out/x.png': 'x',
    })
    expect(await listImages(site, 'docker.md')).toEqual([
      { path: 'public/images/posts/docker/b c.png', reference: 'b c.png', size: 2, isOwn: true },
      { path: 'public/images/posts/alpha/a.png', reference: '../alpha/a.png', size: 1, isOwn: false },
      { path: 'public/logo.svg', reference: '../../../logo.svg', size: 1, isOwn: false },
    ])
  })

  test('every reference it gives leads back to its image', async () => {
    for (const files of [
      {
        'astro.config.mjs': '',
        'src/content/blog/a.md': '',
        'src/content/blog/x.png': '',
        'src/assets/deep/y.png': '',
        'public/z.png': '',
      },
      {
        'hugo.toml': '',
        'content/posts/a/index.md': '',
        'content/posts/a/x.png': '',
        'static/y.png': '',
        'public/built.png': '',
      },
      {
        '_config.yml': 'baseurl: /b',
        '_posts/2024-01-05-a.md': '',
        'assets/images/a/x.png': '',
        '_posts/y.png': '',
      },
      { 'a.md': '', 'img/x.png': '', 'sub/y.png': '' },
    ] as Readonly<Record<string, string>>[]) {
      const { temp, site } = await siteOf(files)
      const id =
        Object.keys(files)
          .find((path) => path.endsWith('.md'))
          ?.slice(site.postsFolder === '.' ? 0 : site.postsFolder.length + 1) ?? ''
      const images = await listImages(site, id)
      expect(images).toHaveLength(
        Object.keys(files).filter((path) => path.endsWith('.png') && !path.includes('built')).length,
      )
      for (const { path, reference } of images)
        expect(await findAsset(site, id, reference), reference).toBe(temp.path(path))
    }
  })

  test('is bounded', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`img/${n}.png`, '']))
    const { site } = await siteOf({ 'a.md': '', ...files })
    expect(await listImages(site, 'a.md', 20)).toHaveLength(20)
  })
})
