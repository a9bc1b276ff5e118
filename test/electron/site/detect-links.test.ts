import { symlink } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { createIgnoreRules } from '../../../electron/library/files/ignore-rules'
import { detectSite } from '../../../electron/site/detect-site'
import { type TempSite, tempSite } from '../../support/temp-site'

let made: TempSite | undefined
afterEach(() => made?.remove())

const site = async (files: Readonly<Record<string, string>>) => {
  made = await tempSite(files)
  return made
}
const using = (name: string) => JSON.stringify({ devDependencies: { [name]: '^1.0.0' } })
const post = '---\ntitle: A\n---\n\nText\n'

test('a post opened through a link to its folder is named inside the real one', async () => {
  const temp = await site({
    'app/package.json': using('next'),
    'app/posts/2024/a.md': post,
    'plain/b.md': post,
  })
  for (const [link, to] of [
    ['my-posts', 'app/posts'],
    ['my-app', 'app'],
    ['my-plain', 'plain'],
  ] as const)
    await symlink(temp.path(to), temp.path(link))
  expect((await detectSite(temp.path('my-posts/2024/a.md'))).openPost).toBe('2024/a.md')
  expect((await detectSite(temp.path('my-app/posts/2024/a.md'))).openPost).toBe('2024/a.md')
  expect((await detectSite(temp.path('my-plain/b.md'))).openPost).toBe('b.md')
})

test('a site is remembered by its real path, never by its name', async () => {
  const temp = await site({
    'mine/blog/package.json': using('next'),
    'mine/blog/posts/a.md': post,
    'theirs/blog/package.json': using('next'),
    'theirs/blog/posts/a.md': post,
  })
  await symlink(temp.path('mine/blog'), temp.path('blog'))
  const keyOf = async (path: string) => (await detectSite(temp.path(path))).key
  const mine = await keyOf('mine/blog')
  for (const path of ['mine/blog/posts', 'mine/blog/posts/a.md', 'blog', 'blog/posts'])
    expect(await keyOf(path)).toBe(mine)
  expect(await keyOf('theirs/blog')).not.toBe(mine)
})

test('what a stranger put in the place of a configuration is neither read for ever nor waited for', async () => {
  const temp = await site({ 'posts/a.md': post })
  for (const name of ['package.json', '_config.yml', 'hugo.toml', 'postwright.json', '.gitignore'])
    await symlink('/dev/zero', temp.path(name))
  const opened = await detectSite(temp.root)
  expect(createIgnoreRules(opened.root, opened.postsFolder)('a.md', false)).toBe(false)
})
