import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { listImages } from '../../../electron/assets/list-images'
import { detectSite } from '../../../electron/site/detect-site'
import { locateAsset } from '../../../electron/site/find-asset'
import { withTempFolder } from '../../support/temp-folder'

const folder = withTempFolder()

const siteOf = async (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries({ 'package.json': '{"dependencies":{"next":"15"}}', ...files })) {
    await mkdir(dirname(join(folder(), name)), { recursive: true })
    await writeFile(join(folder(), name), text)
  }
  return detectSite(join(folder(), 'posts'))
}

const images = {
  'public/images/posts/one/a.png': 'x',
  'public/images/posts/two/b.png': 'x',
  'public/logo.png': 'x',
}

const chosen = async (files: Readonly<Record<string, string>>) => {
  const site = await siteOf({ ...images, ...files })
  const listed = await listImages(site, 'one.md')
  for (const { path, reference } of listed)
    expect((await locateAsset(site, 'one.md', reference))?.sitePath).toBe(path)
  return Object.fromEntries(listed.map(({ path, reference }) => [path, reference]))
}

test('a site that puts the own folder before a name gets paths from that folder', async () =>
  expect(
    await chosen({ 'posts/one.md': '---\nimage: a.png\n---\n', 'posts/two.md': '---\nimage: b.png\n---\n' }),
  ).toEqual({
    'public/images/posts/one/a.png': 'a.png',
    'public/images/posts/two/b.png': '../two/b.png',
    'public/logo.png': '../../../logo.png',
  }))

test('one that writes whole paths gets whole paths', async () =>
  expect(
    await chosen({
      'posts/one.md': '---\nimage: /images/posts/one/a.png\n---\n',
      'posts/two.md': '---\nimage: /images/posts/two/b.png\n---\n',
    }),
  ).toMatchObject({
    'public/images/posts/two/b.png': '/images/posts/two/b.png',
    'public/logo.png': '/logo.png',
  }))

test('an image that is there and cannot be looked at stays in the list, without its weight', async () => {
  const site = await siteOf({ ...images, 'posts/one.md': '' })
  const failing = (name: string, code: string) => ({
    readdir,
    stat: (path: string) =>
      path.endsWith(name) ? Promise.reject(Object.assign(new Error(code), { code })) : stat(path),
  })
  const sizes = async (disk: ReturnType<typeof failing>) =>
    (await listImages(site, 'one.md', 20, disk)).map(({ path, size }) => `${path} ${size}`)
  expect(await sizes(failing('logo.png', 'EACCES'))).toContain('public/logo.png null')
  expect(await sizes(failing('logo.png', 'EIO'))).toContain('public/logo.png null')
  const withoutLogo = await sizes(failing('logo.png', 'ENOENT')) // deleted meanwhile
  expect(withoutLogo).toEqual(['public/images/posts/one/a.png 1', 'public/images/posts/two/b.png 1'])
})
