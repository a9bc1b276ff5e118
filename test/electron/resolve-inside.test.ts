import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letLinksInto } from '../../electron/disk/is-inside'
import { resolveInside } from '../../electron/disk/resolve-inside'

let base = ''
let root = ''
beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'postwright-')))
  root = join(base, 'posts')
  await mkdir(join(root, 'sub'), { recursive: true })
  await mkdir(join(base, 'posts-private'))
  await writeFile(join(root, 'a.md'), '')
  await writeFile(join(base, 'secret.md'), '')
  await symlink('a.md', join(root, 'link.md'))
  await symlink('../secret.md', join(root, 'out.md'))
  await symlink('../not-yet.md', join(root, 'dangling-out.md'))
  await symlink('not-yet.md', join(root, 'dangling.md'))
  await symlink('..', join(root, 'up'))
  await symlink('loop-b.md', join(root, 'loop-a.md'))
  await symlink('loop-a.md', join(root, 'loop-b.md'))
  await symlink(root, join(base, 'alias'))
})
afterAll(() => rm(base, { recursive: true, force: true }))

describe('resolveInside', () => {
  test.each([
    ['a.md', 'a.md'],
    ['link.md', 'a.md'],
    ['dangling.md', 'not-yet.md'],
    ['sub/new/deep.md', 'sub/new/deep.md'],
    ['a.md/below-a-file.md', 'a.md/below-a-file.md'],
    ['..dots.md', '..dots.md'],
  ])('%s leads to %s', async (id, path) => {
    expect(await resolveInside(root, id)).toBe(join(root, path))
    expect(await resolveInside(join(base, 'alias'), id)).toBe(join(root, path))
  })

  test.each([
    '../secret.md',
    'sub/../../secret.md',
    '/etc/passwd',
    'sub//a.md',
    './a.md',
    '..',
    '.',
    'a\0.md',
    'out.md',
    'dangling-out.md',
    'up/secret.md',
    'up/posts-private/x.md',
    'up/posts',
  ])('%j is refused', async (id) => {
    await expect(resolveInside(root, id)).rejects.toMatchObject({ kind: 'outside-folder' })
  })

  test('a link into the site around the posts folder is followed once that site is known', async () => {
    const site = join(base, 'my-site')
    const posts = join(site, 'posts')
    await mkdir(posts, { recursive: true })
    await mkdir(join(site, 'shared'))
    await symlink('../shared', join(posts, 'shared'))
    await symlink('../../secret.md', join(posts, 'out.md'))
    await expect(resolveInside(posts, 'shared/b.md')).rejects.toMatchObject({ kind: 'outside-folder' })
    letLinksInto(posts, site)
    expect(await resolveInside(posts, 'shared/b.md')).toBe(join(site, 'shared/b.md'))
    await expect(resolveInside(posts, 'out.md')).rejects.toMatchObject({ kind: 'outside-folder' })
    await expect(resolveInside(posts, '../shared/b.md')).rejects.toMatchObject({ kind: 'outside-folder' })
  })

  test('a loop of links and a missing folder are told apart', async () => {
    await expect(resolveInside(root, 'loop-a.md')).rejects.toMatchObject({
      kind: 'not-a-file',
      message: expect.stringMatching(/loop/),
    })
    await expect(resolveInside(join(base, 'gone'), 'a.md')).rejects.toMatchObject({ kind: 'not-found' })
  })
})
