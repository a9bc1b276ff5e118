import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { walkPosts } from '../../../../electron/library/files/walk-posts'
import { lookAtPaths } from '../../../../electron/library/scan/look-at-paths'

let temp: string
let posts: string
beforeEach(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'postwright-')))
  posts = join(temp, 'site/posts')
  for (const folder of ['site/posts/2024', 'site/shared', 'home/notes'])
    mkdirSync(join(temp, folder), { recursive: true })
  writeFileSync(join(posts, '2024/a.md'), 'a')
  writeFileSync(join(temp, 'site/shared/b.md'), 'b')
  writeFileSync(join(temp, 'home/notes/secret.md'), 'secret')
  writeFileSync(join(temp, 'home/passwd'), 'secret')
})
afterEach(() => rmSync(temp, { recursive: true }))

const bounds = () => [posts, join(temp, 'site')]
const walk = (limits = bounds()) => {
  const found = [...walkPosts(posts, () => false, '', limits)].at(-1)
  return {
    files: found?.files.map(({ id, problem }) => [id, problem === undefined ? 'read' : 'not read']).sort(),
    problems: found?.problems.map(({ path }) => path).sort(),
  }
}

test('a link that leads out of the site is listed with a problem, a folder told of, and neither looked into', () => {
  symlinkSync(join(temp, 'home/passwd'), join(posts, 'passwd.md'))
  symlinkSync('../../home/notes', join(posts, 'notes'))
  symlinkSync('/', join(posts, 'root'))
  symlinkSync(join(temp, 'home/notes/secret.md'), join(posts, '2024/secret.md'))
  symlinkSync('/dev/zero', join(posts, 'zero.md'))
  expect(walk()).toEqual({
    files: [
      ['2024/a.md', 'read'],
      ['2024/secret.md', 'not read'],
      ['passwd.md', 'not read'],
      ['zero.md', 'not read'],
    ],
    problems: ['notes', 'root'],
  })
})

test('links inside the site are followed, each folder once', () => {
  symlinkSync('../shared', join(posts, 'shared'))
  symlinkSync('../shared', join(posts, 'shared-again'))
  symlinkSync('..', join(posts, '2024/up'))
  symlinkSync('../shared/b.md', join(posts, 'b.md'))
  const { files, problems } = walk()
  expect(files?.filter(([id]) => id?.endsWith('/b.md'))).toHaveLength(1)
  expect(files).toContainEqual(['b.md', 'read'])
  expect(files).toContainEqual(['2024/a.md', 'read'])
  expect(problems).toEqual([])
})

test('a link through a second one is followed to where it ends', () => {
  symlinkSync(join(temp, 'home/notes'), join(temp, 'site/shared/out'))
  symlinkSync('../shared/out', join(posts, 'out'))
  symlinkSync('../shared/out/secret.md', join(posts, 'secret.md'))
  expect(walk()).toMatchObject({
    problems: ['out'],
    files: expect.arrayContaining([['secret.md', 'not read']]),
  })
})

test('a folder whose name begins like the site is not the site', () => {
  mkdirSync(join(temp, 'site-of-others'))
  writeFileSync(join(temp, 'site-of-others/x.md'), 'x')
  symlinkSync('../../site-of-others/x.md', join(posts, 'x.md'))
  expect(walk().files).toContainEqual(['x.md', 'not read'])
})

test('one change of a link is looked at by the same rule', () => {
  symlinkSync(join(temp, 'home/passwd'), join(posts, 'passwd.md'))
  symlinkSync('../../home/notes', join(posts, 'notes'))
  symlinkSync('../shared', join(posts, 'shared'))
  const seen = lookAtPaths(posts, ['passwd.md', 'notes', 'shared'], () => false, bounds())
  expect(seen.posts.map(({ id, problem }) => [id, problem !== undefined])).toEqual([['passwd.md', true]])
  expect(seen.folders).toEqual(['shared'])
})

test.skipIf(process.platform !== 'linux')('a name that is not UTF-8 is told', () => {
  writeFileSync(Buffer.concat([Buffer.from(`${posts}/caf`), Buffer.from([0xe9]), Buffer.from('.md')]), 'x')
  expect(walk()).toMatchObject({ files: [['2024/a.md', 'read']], problems: ['caf\ufffd.md'] })
})
