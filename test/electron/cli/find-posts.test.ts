import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findPosts } from '../../../electron/cli/find-posts'
import { withTempFolder } from '../../support/temp-folder'

const folder = withTempFolder()

const found = async (args: readonly string[], files: readonly string[], rules: string) => {
  for (const file of files) {
    await mkdir(dirname(join(folder(), file)), { recursive: true })
    await writeFile(join(folder(), file), 'Text.\n')
  }
  await writeFile(join(folder(), '.gitignore'), rules)
  const err: string[] = []
  const posts = findPosts(args, { cwd: folder(), err: (line) => void err.push(line) })
  return { posts: posts.map(({ shown }) => shown), err }
}

test('a folder names what of it Git ignores, and lists the rest', async () => {
  const files = ['a.md', 'secret.md', 'private/deep/x.md', 'empty/notes.txt', 'node_modules/y/z.md']
  expect(await found(['.'], files, 'secret.md\nprivate/\nempty/\nnode_modules/\n')).toEqual({
    posts: ['./a.md'],
    err: ['Left out, because Git ignores it: ./private/, ./secret.md.'],
  })
})

test('what is named itself is taken, ignored or not', async () => {
  const files = ['a.md', 'secret.md', 'private/x.md']
  const rules = 'secret.md\nprivate/\n'
  for (const args of [['secret.md'], ['secret.*'], ['private'], ['private/x.md']]) {
    const { posts, err } = await found(args, files, rules)
    expect(posts).toHaveLength(1)
    expect(err).toEqual([])
  }
})

test('of many, the first are named and the others counted', async () => {
  const files = ['a.md', ...Array.from({ length: 8 }, (_, n) => `${n}.draft.md`)]
  const { err } = await found(['.'], files, '*.draft.md\n')
  expect(err).toEqual([
    'Left out, because Git ignores it: ./0.draft.md, ./1.draft.md, ./2.draft.md, ./3.draft.md, ./4.draft.md and 3 more.',
  ])
})

test('the rules at the top of a repository count below it, but not for what is named', async () => {
  const files = ['posts/a.md', 'posts/private/x.md', 'posts/private/deep/y.md', 'other/b.md']
  await mkdir(join(folder(), '.git'))
  expect(await found(['posts'], files, 'posts/private/\n')).toEqual({
    posts: ['posts/a.md'],
    err: ['Left out, because Git ignores it: posts/private/.'],
  })
  for (const named of ['posts/private', 'posts/private/deep'])
    expect((await found([named], files, 'posts/private/\n')).posts).toContain('posts/private/deep/y.md')
  // A nested repository has its own rules.
  await mkdir(join(folder(), 'other/.git'))
  expect((await found(['other'], files, 'other/\n')).posts).toEqual(['other/b.md'])
})
