import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibrary, plainSite, writePosts } from '../../../support/open-library'
import { withTempFolder } from '../../../support/temp-folder'

const temp = withTempFolder()

const site = (rules: string, posts: readonly string[]) => {
  const folder = join(temp(), 'site')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '.gitignore'), rules)
  writePosts(folder, Object.fromEntries(posts.map((post) => [post, 'Text.\n'])))
  return folder
}

const opened = async (folder: string, options: Parameters<typeof openLibrary>[1] = {}) => {
  const library = openLibrary(folder, options)
  await library.library.settled()
  return library
}

const ids = ({ posts }: { readonly posts: ReadonlyMap<string, unknown> }) => [...posts.keys()].sort()

test('posts that Git ignores are counted, single ones and those of whole folders', async () => {
  const folder = site('private/\nsecret.md\n*.draft.md\n', [
    'a.md',
    'secret.md',
    'b.draft.md',
    'private/x.md',
    'private/deep/y.md',
    'private/notes.txt',
    'posts/private/z.md',
  ])
  const library = await opened(folder)
  expect(ids(library)).toEqual(['a.md'])
  expect(library.library.ignoredPosts()).toEqual({
    posts: 5,
    isMore: false,
    folders: ['posts/private/', 'private/'],
  })
  expect(library.ignored.at(-1)?.posts).toBe(5)
  await library.library.close()
})

test('what programs put there, and what is no post anywhere, is not counted and never listed', async () => {
  const folder = site('node_modules/\npublic/\nvendor\n_site/\n.cache/\nown/\n', [
    'a.md',
    'node_modules/x/readme-of.md',
    'public/p.md',
    'vendor/gem/CHANGES.md',
    '_site/s.md',
    '.cache/c.md',
    'own/README.md',
    'own/public/q.md',
    'own/z.md',
  ])
  const library = await opened(folder)
  expect(library.library.ignoredPosts()).toEqual({ posts: 1, isMore: false, folders: ['own/'] })
  await library.library.showIgnored(true)
  await library.until(() => library.posts.has('own/z.md'), 'the ignored post is listed')
  expect(ids(library)).toEqual(['a.md', 'own/z.md'])
  await library.library.close()
})

test('they are listed where the writer wants them, and left out again', async () => {
  const library = await opened(site('private/\n', ['a.md', 'private/x.md']))
  await library.library.showIgnored(true)
  expect(ids(library)).toEqual(['a.md', 'private/x.md'])
  expect(library.library.ignoredPosts().posts).toBe(0)
  await library.library.showIgnored(false)
  expect(ids(library)).toEqual(['a.md'])
  expect(library.library.ignoredPosts().posts).toBe(1)
  expect(library.ignored.map(({ posts }) => posts)).toEqual([1, 0, 1])
  await library.library.close()
})

test('a folder without rules, or with rules that hit no post, tells nothing', async () => {
  for (const rules of ['', '*.png\nnode_modules/\n']) {
    const library = await opened(site(rules, ['a.md', 'b/c.md']))
    expect(library.ignored).toEqual([])
    await library.library.close()
    rmSync(join(temp(), 'site'), { recursive: true })
  }
})

test('what comes, moves and goes later is counted again', async () => {
  const folder = site('private/\n*.local.md\n', ['a.md', 'private/x.md'])
  const { library } = await opened(folder)
  const count = async (...paths: string[]) => {
    await library.refresh(paths)
    return library.ignoredPosts().posts
  }
  writePosts(folder, { 'private/deep/y.md': '', 'new.local.md': '' })
  expect(await count('private/deep/y.md')).toBe(2)
  expect(await count('new.local.md')).toBe(3)
  expect(await count('private/deep', 'private/deep/y.md')).toBe(3)
  renameSync(join(folder, 'new.local.md'), join(folder, 'new.md'))
  expect(await count('new.local.md', 'new.md')).toBe(2)
  rmSync(join(folder, 'private/x.md'))
  expect(await count('private/x.md')).toBe(1)
  rmSync(join(folder, 'private'), { recursive: true })
  expect(await count('private')).toBe(0)
  await library.close()
})

test('rules that change while the folder is open are followed', async () => {
  const folder = site('', ['a.md', 'private/x.md'])
  const library = await opened(folder, { watch: true, watchTimes: { presence: 20 } })
  expect(ids(library)).toEqual(['a.md', 'private/x.md'])
  writeFileSync(join(folder, '.gitignore'), 'private/\n')
  await library.until(() => library.posts.size === 1, 'the ignored post is left out')
  await library.until(() => library.library.ignoredPosts().posts === 1, 'it is counted')
  await library.library.close()
})

test('rules above the posts folder count, and links that lead in circles end', async () => {
  const folder = site('posts/private/\n', ['posts/a.md', 'posts/private/x.md'])
  symlinkSync('..', join(folder, 'posts/private/up'))
  const library = await opened(join(folder, 'posts'), {
    site: { ...plainSite(folder), postsRoot: join(folder, 'posts'), postsFolder: 'posts' },
  })
  expect(ids(library)).toEqual(['a.md'])
  expect(library.library.ignoredPosts()).toMatchObject({ folders: ['private/'] })
  await library.library.close()
})

test('a thousand are counted, and of more it is said that there are more', async () => {
  const folder = site('many/\n', ['a.md'])
  writePosts(folder, Object.fromEntries(Array.from({ length: 1003 }, (_, n) => [`many/${n}.md`, ''])))
  const { library } = await opened(folder)
  expect(library.ignoredPosts()).toEqual({ posts: 1000, isMore: true, folders: ['many/'] })
  await library.close()
})

test('the .gitignore of a folder below the posts is followed while the folder is watched', async () => {
  const folder = site('', ['a.md', 'notes/x.md', 'notes/y.md'])
  const library = await opened(folder, { watch: true })
  await library.library.watching()
  expect(ids(library)).toEqual(['a.md', 'notes/x.md', 'notes/y.md'])
  writeFileSync(join(folder, 'notes/.gitignore'), 'x.md\n')
  await library.until(() => !library.posts.has('notes/x.md'), 'the post is left out')
  expect(library.posts.has('notes/y.md')).toBe(true)
  await library.until(() => library.library.ignoredPosts().posts === 1, 'it is counted')
  rmSync(join(folder, 'notes/.gitignore'))
  await library.until(() => library.posts.has('notes/x.md'), 'the post is listed again')
  await library.library.close()
})
