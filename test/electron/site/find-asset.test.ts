import { execFileSync } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { detectSite } from '../../../electron/site/detect-site'
import { findAsset, locateAsset } from '../../../electron/site/find-asset'
import { onePixelPng, withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const siteOf = async (files: Readonly<Record<string, string | Uint8Array>>, opened = '.') => {
  const temp = await tempSite(files)
  return { temp, site: await detectSite(temp.path(opened)) }
}
const using = (name: string) => JSON.stringify({ dependencies: { [name]: '1' } })
const png = onePixelPng

describe('images are found where the generator finds them', () => {
  test.each([
    [
      'next',
      { 'package.json': using('next'), 'posts/docker.md': '' },
      'docker.md',
      'k8s.png',
      'public/images/posts/docker/k8s.png',
    ],
    [
      'beside the post',
      { 'package.json': using('next'), 'posts/docker.md': '' },
      'docker.md',
      'k8s.png',
      'posts/k8s.png',
    ],
    [
      'folder of its slug',
      { 'package.json': using('next'), 'posts/docker.md': '' },
      'docker.md',
      'k8s.png',
      'posts/docker/k8s.png',
    ],
    [
      'starter',
      { 'package.json': using('next'), '_posts/a.md': '' },
      'a.md',
      '/assets/blog/a/x.jpg',
      'public/assets/blog/a/x.jpg',
    ],
    [
      'astro',
      { 'astro.config.mjs': '', 'src/content/blog/a.md': '' },
      'a.md',
      '../../assets/x.webp',
      'src/assets/x.webp',
    ],
    [
      'hugo bundle',
      { 'hugo.toml': '', 'content/posts/a/index.md': '' },
      'a/index.md',
      'x.gif',
      'content/posts/a/x.gif',
    ],
    ['hugo static', { 'hugo.toml': '', 'content/posts/a.md': '' }, 'a.md', '/x.svg', 'static/x.svg'],
    [
      'jekyll',
      { '_config.yml': 'baseurl: /b', '_posts/2024-01-05-a.md': '' },
      '2024-01-05-a.md',
      '{{site.baseurl}}/assets/x.png',
      'assets/x.png',
    ],
    [
      'jekyll at its path',
      { '_config.yml': 'baseurl: /b', '_posts/2024-01-05-a.md': '' },
      '2024-01-05-a.md',
      '/b/assets/x.png',
      'assets/x.png',
    ],
    [
      'hexo',
      { '_config.yml': 'post_asset_folder: true', 'source/_posts/a.md': '' },
      'a.md',
      'x.png',
      'source/_posts/a/x.png',
    ],
    ['gridea', { 'posts/a.md': '', 'post-images/': '' }, 'a.md', '/post-images/x.png', 'post-images/x.png'],
    [
      'spaces',
      { 'posts/a.md': '', 'public/images/posts/': '' },
      'a.md',
      'my%20own%20x.png',
      'public/images/posts/a/my own x.png',
    ],
    ['Typora', { 'a.md': '' }, 'a.md', 'a.assets/x.png', 'a.assets/x.png'],
  ] as const)('%s', async (_what, files, id, reference, path) => {
    const { temp, site } = await siteOf({ ...files, [path]: png })
    expect(await findAsset(site, id, reference)).toBe(temp.path(path))
  })

  test('typora-root-url of the head is followed, and only inside the site', async () => {
    const { temp, site } = await siteOf({
      'posts/a.md': "---\ntypora-root-url: '../media'\n---\n",
      'posts/b.md': '---\ntypora-root-url: ../../../../..\n---\n',
      'media/x.png': png,
      'public/images/posts/': '',
    })
    expect(await findAsset(site, 'a.md', '/x.png')).toBe(temp.path('media/x.png'))
    expect(await findAsset(site, 'b.md', '/x.png')).toBeNull()
    expect(await findAsset(site, '../../outside.md', '/x.png')).toBeNull()
  })

  test('other case and other composition are found, and said to be other', async () => {
    const { temp, site } = await siteOf({ 'a.md': '', 'Images/Photo.PNG': png, 'cafe\u0301.png': png })
    expect(await locateAsset(site, 'a.md', 'images/photo.png')).toMatchObject({
      sitePath: 'Images/Photo.PNG',
    })
    expect(await findAsset(site, 'a.md', 'caf\u00e9.png')).toBe(temp.path('cafe\u0301.png'))
    expect(await locateAsset(site, 'a.md', 'Images/Photo.PNG')).toMatchObject({ spelledOtherwise: false })
    if (process.platform === 'linux')
      expect(await locateAsset(site, 'a.md', 'images/photo.png')).toMatchObject({ spelledOtherwise: true })
  })
})

describe('nothing else is found', () => {
  test('references that lead out of the site', async () => {
    const { temp } = await siteOf({ 'secret.png': png, 'site/package.json': '{}', 'site/posts/a.md': '' })
    const site = await detectSite(temp.path('site'))
    for (const reference of [
      '../../secret.png',
      '..%2f..%2fsecret.png',
      '..\\..\\secret.png',
      '%2e%2e/%2e%2e/secret.png',
      temp.path('secret.png'),
      `file://${temp.path('secret.png')}`,
      '/../../secret.png',
      '//localhost/secret.png',
      'x/../../../secret.png',
      '..%252f..%252fsecret.png',
      '%252e%252e/%252e%252e/secret.png',
      '..%5c..%5csecret.png',
      '..%c0%af..%c0%afsecret.png',
      '\u2025/\u2025/secret.png',
      '\uff0e\uff0e/\uff0e\uff0e/secret.png',
      '..\uff0f..\uff0fsecret.png',
      `C:${temp.path('secret.png')}`,
      'C:\\secret.png',
      '\\\\?\\C:\\secret.png',
      '\\\\.\\pipe\\secret.png',
      '..\0/../secret.png',
      '../../secret.png\0.png',
      '....//....//secret.png',
      '@/../../secret.png',
      '~/../../secret.png',
      '{{ site.baseurl }}/../../secret.png',
      '/proc/self/root/secret.png',
    ])
      expect(await findAsset(site, 'a.md', reference), reference).toBeNull()
  })

  test('links that lead out of the site, of files and of folders', async () => {
    const { temp } = await siteOf({ 'secret/x.png': png, 'site/package.json': '{}', 'site/posts/y.png': png })
    await symlink(temp.path('secret/x.png'), temp.path('site/posts/out.png'))
    await symlink(temp.path('secret'), temp.path('site/posts/folder'))
    await symlink(temp.path('site/posts/y.png'), temp.path('site/posts/in.png'))
    await symlink(temp.path('site/posts/loop.png'), temp.path('site/posts/loop.png'))
    await symlink('/dev/zero', temp.path('site/posts/zero.png'))
    const site = await detectSite(temp.path('site/posts'))
    for (const reference of ['out.png', 'folder/x.png', 'loop.png', 'zero.png'])
      expect(await findAsset(site, 'a.md', reference), reference).toBeNull()
    expect(await findAsset(site, 'a.md', 'in.png')).toBe(temp.path('site/posts/y.png'))
  })

  test('a folder beside the site whose name starts like it', async () => {
    const { temp } = await siteOf({ 'site-secrets/x.png': png, 'site/package.json': '{}', 'site/posts/': '' })
    await symlink(temp.path('site-secrets/x.png'), temp.path('site/posts/x.png'))
    expect(await findAsset(await detectSite(temp.path('site')), 'a.md', 'x.png')).toBeNull()
  })

  test('what is no image, or no file', async () => {
    const { temp, site } = await siteOf({ 'a.md': '', 'secret.txt': '', '.env': '', 'x.png.txt': '' })
    await mkdir(temp.path('folder.png'))
    await symlink(temp.path('secret.txt'), temp.path('disguise.png'))
    if (process.platform === 'linux') execFileSync('mkfifo', [temp.path('pipe.png')])
    for (const reference of [
      'a.md',
      'secret.txt',
      '.env',
      'x.png.txt',
      'folder.png',
      'disguise.png',
      'pipe.png',
      'x.png',
    ])
      expect(await findAsset(site, 'a.md', reference), reference).toBeNull()
  })
})
