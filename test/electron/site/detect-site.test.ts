import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createIgnoreRules } from '../../../electron/library/files/ignore-rules'
import { walkPosts } from '../../../electron/library/files/walk-posts'
import { detectSite } from '../../../electron/site/detect-site'
import { patternsOfNoPosts } from '../../../shared/site/site-layout'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const site = async (files: Readonly<Record<string, string>>) => {
  const temp = await tempSite(files)
  return temp
}
const using = (name: string) => JSON.stringify({ devDependencies: { [name]: '^1.0.0' } })
const post = '---\ntitle: A\n---\n\nText\n'

describe('each generator is known by its site', () => {
  test.each([
    ['next', 'posts', { 'package.json': using('next'), 'posts/a.md': post }],
    ['next', 'content/posts', { 'next.config.mjs': '', 'content/posts/a.md': post }],
    ['next', 'posts', { 'posts/a.md': post, 'public/images/posts/a/x.png': '' }],
    ['next-starter', '_posts', { 'package.json': using('next'), '_posts/a.md': post }],
    ['astro', 'src/content/blog', { 'astro.config.mjs': '', 'src/content/blog/a.mdx': post }],
    [
      'hugo',
      'content/posts',
      { 'hugo.toml': '', 'content/posts/a/index.md': post, 'content/about.md': post },
    ],
    ['hugo', 'content/post', { 'config.toml': '', 'content/post/a.md': post }],
    ['jekyll', '_posts', { '_config.yml': '', '_posts/2024-01-05-a.md': post, 'README.md': '' }],
    ['eleventy', 'content/blog', { '.eleventy.js': '', 'content/blog/a.md': post }],
    [
      'eleventy',
      'words',
      { 'package.json': using('@11ty/eleventy'), 'words/a.md': post, 'words/b.md': post },
    ],
    ['hexo', 'source/_posts', { '_config.yml': '', 'source/_posts/a.md': post }],
    ['gridea', 'posts', { 'posts/a.md': post, 'post-images/1.png': '' }],
    ['eleventy', 'posts', { 'package.json': using('@awesome.me/buildawesome'), 'posts/a.md': post }],
    ['eleventy', 'posts', { 'buildawesome.config.mjs': '', 'posts/a.md': post }],
    ['zola', 'content', { 'config.toml': 'base_url = "https://e.org"', 'content/a.md': post }],
    ['zola', 'content/blog', { 'zola.toml': '', 'content/blog/a.md': post, 'content/_index.md': '' }],
    ['hugo', 'content', { 'config.toml': 'baseURL = "https://e.org"', 'content/a.md': post }],
    ['gatsby', 'content/blog', { 'gatsby-config.ts': '', 'content/blog/a/index.md': post }],
    ['docusaurus', 'blog', { 'docusaurus.config.js': '', 'blog/2024-01-02-a.md': post, 'docs/b.md': post }],
    ['vitepress', 'posts', { 'package.json': using('vitepress'), 'posts/a.md': post, 'index.md': post }],
    ['vuepress', 'docs/posts', { 'package.json': using('vuepress'), 'docs/posts/a.md': post }],
    ['vuepress', 'docs/_posts', { 'docs/.vuepress/config.js': '', 'docs/_posts/a.md': post }],
    ['pelican', 'content', { 'pelicanconf.py': '', 'content/a.md': post }],
    ['nikola', 'posts', { 'conf.py': 'BLOG_TITLE = "x"', 'posts/a.md': post }],
    ['plain', '.', { 'conf.py': 'project = "a Sphinx site"', 'a.md': post }],
    ['quartz', 'content', { 'quartz.config.ts': '', 'content/a.md': post }],
    ['obsidian', '.', { '.obsidian/app.json': '{}', 'a.md': post, 'b/c.md': post }],
    ['hugo', 'content', { 'hugo.toml': '', 'content/.obsidian/app.json': '{}', 'content/a.md': post }],
    ['next', 'posts', { 'package.json': using('next'), 'posts/a.md': post, _layouts: '' }],
    [
      'eleventy',
      'src/_posts',
      { 'package.json': using('@11ty/eleventy'), 'src/_posts/a.md': post, 'src/_layouts/': '' },
    ],
    ['plain', '.', { 'a.md': post, 'notes/b.md': post }],
    ['plain', 'blog', { 'package.json': '{}', 'blog/a.md': post, 'README.md': post }],
    ['plain', '.', { '2015/a.md': post, '2016/b.md': post, '2016/c.md': post }],
    ['plain', '.', { 'drafts/a.md': post, 'published/b.md': post, 'published/c.md': post }],
    ['plain', '.', { 'posts/a.md': post, 'drafts/b.md': post }],
    ['plain', '.', { '_posts/a.md': post, 'old/1/2/3/4/5/6/b.md': post }],
    ['plain', '.', { '.git/': '', 'package.json': '{}', 'blog/a.md': post, 'notes/b.md': post }],
    ['plain', '.', { 'posts/': '', '2015/a.md': post }],
    ['plain', '.', {}],
    ['eleventy', '.', { '.eleventy.js': '', '2015/a.md': post, '2016/b.md': post }],
  ] as const)('%s with its posts in %s', async (profile, postsFolder, files) => {
    const temp = await site(files)
    const found = await detectSite(temp.root)
    expect(found).toMatchObject({ profile, postsFolder, root: temp.root, openPost: null })
    expect(found.postsRoot).toBe(join(temp.root, postsFolder))
    // The same site is found when starting at its posts folder.
    expect(await detectSite(found.postsRoot)).toMatchObject({ profile, postsFolder, root: temp.root })
  })
})

describe('what is opened', () => {
  test('a post opens its posts folder, however deep it lies', async () => {
    const temp = await site({ 'package.json': using('next'), 'posts/2024/a.md': post })
    const found = await detectSite(temp.path('posts/2024/a.md'))
    expect(found).toMatchObject({ postsFolder: 'posts', openPost: '2024/a.md' })
  })

  test('a bundle opens the folder around it', async () => {
    const temp = await site({ 'notes/trip/index.md': post, '.git/': '' })
    expect(await detectSite(temp.path('notes/trip/index.md'))).toMatchObject({
      root: temp.root,
      postsFolder: 'notes',
      openPost: 'trip/index.md',
    })
  })

  test('a folder inside the posts folder is taken at its word', async () => {
    const temp = await site({ 'hugo.toml': '', 'content/posts/2024/a.md': post })
    expect(await detectSite(temp.path('content/posts/2024'))).toMatchObject({
      profile: 'hugo',
      postsFolder: 'content/posts/2024',
      root: temp.root,
    })
  })

  test('a site below a repository of many packages is found', async () => {
    const temp = await site({
      'package.json': '{}',
      'apps/blog/package.json': using('next'),
      'apps/blog/posts/a.md': post,
    })
    expect(await detectSite(temp.root)).toMatchObject({ profile: 'next', root: temp.path('apps/blog') })
  })

  test('a posts folder that is a link keeps its site, and the real folder counts as inside', async () => {
    const temp = await site({ 'app/package.json': using('next'), 'elsewhere/a.md': post })
    await symlink(temp.path('elsewhere'), temp.path('app/posts'))
    expect(await detectSite(temp.path('app/posts'))).toMatchObject({
      profile: 'next',
      root: temp.path('app'),
      postsRoot: temp.path('elsewhere'),
      displayPath: temp.path('app/posts'),
    })
  })

  test('a link from outside leads to the site around the real folder', async () => {
    const temp = await site({ 'app/package.json': using('next'), 'app/posts/a.md': post })
    await symlink(temp.path('app/posts'), temp.path('my-posts'))
    expect(await detectSite(temp.path('my-posts'))).toMatchObject({ profile: 'next', root: temp.path('app') })
  })

  test.each([
    [{ '2015/a.md': post, '2016/01/b.md': post, '2017/c/index.md': post }],
    [{ 'drafts/a.md': post, 'published/b.md': post }],
    [{ 'posts/a.md': post, 'essays/b.md': post, 'essays/images/x.png': '' }],
    [{ 'my-blog/hugo.toml': '', 'my-blog/content/posts/a.md': post, 'notes/b.md': post }],
  ])('all posts below a plain folder are listed: %#', async (files) => {
    const temp = await site(files)
    const opened = await detectSite(temp.root)
    const isIgnored = createIgnoreRules(opened.root, opened.postsFolder, {
      patterns: patternsOfNoPosts(opened),
    })
    const listed = [...walkPosts(opened.postsRoot, isIgnored)].at(-1)?.files.map(({ id }) => id)
    expect(listed?.sort()).toEqual(
      Object.keys(files)
        .filter((path) => path.endsWith('.md'))
        .sort(),
    )
  })

  test('posts and drafts that lie side by side are opened together', async () => {
    const temp = await site({
      '_config.yml': '',
      '_posts/2024-01-05-a.md': post,
      '_drafts/b.md': post,
      'about.md': post,
    })
    const together = { postsFolder: '.', postFolders: ['_posts', '_drafts'] }
    expect(await detectSite(temp.root)).toMatchObject({ ...together, openPost: null })
    expect(await detectSite(temp.path('_drafts/b.md'))).toMatchObject({
      ...together,
      openPost: '_drafts/b.md',
    })
    const opened = await detectSite(temp.path('_posts'))
    expect(opened).toMatchObject({ postsFolder: '_posts' })
    expect(opened.postFolders).toBeUndefined()
    const both = await detectSite(temp.root)
    const isIgnored = createIgnoreRules(both.root, both.postsFolder, { patterns: patternsOfNoPosts(both) })
    const listed = [...walkPosts(both.postsRoot, isIgnored)].at(-1)?.files.map(({ id }) => id)
    expect(listed?.sort()).toEqual(['_drafts/b.md', '_posts/2024-01-05-a.md'])
  })

  test('posts beside an images folder make one site', async () => {
    const temp = await site({ 'blog/posts/a.md': post, 'blog/assets/x.png': '' })
    expect(await detectSite(temp.path('blog/posts'))).toMatchObject({
      profile: 'plain',
      root: temp.path('blog'),
    })
  })
})

describe('what cannot be opened says why', () => {
  test('a folder that is not there', async () => {
    const temp = await site({})
    await expect(detectSite(temp.path('gone'))).rejects.toMatchObject({
      kind: 'not-found',
      message: expect.stringMatching(/gone does not exist/),
    })
  })

  test('a file that is no post', async () => {
    const temp = await site({ 'x.png': '' })
    await expect(detectSite(temp.path('x.png'))).rejects.toMatchObject({ kind: 'not-a-folder' })
    await expect(detectSite(temp.path('x.png/deeper'))).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('links to nothing and to themselves', async () => {
    const temp = await site({})
    await symlink(temp.path('nothing'), temp.path('dangling'))
    await symlink(temp.path('loop'), temp.path('loop'))
    await expect(detectSite(temp.path('dangling'))).rejects.toMatchObject({ kind: 'not-found' })
    await expect(detectSite(temp.path('loop'))).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a folder that may not be read', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may read every folder')
    const temp = await site({})
    await mkdir(temp.path('closed'))
    await chmod(temp.path('closed'), 0o000)
    await expect(detectSite(temp.path('closed'))).rejects.toMatchObject({ kind: 'no-permission' })
  })
})

test('a package.json that is no object names no generator', async () => {
  const temp = await site({ 'posts/a.md': post })
  for (const content of ['null', '[]', '"next"', '{"dependencies":null}', 'broken', '']) {
    await writeFile(temp.path('package.json'), content)
    expect(await detectSite(temp.root)).toMatchObject({ profile: 'plain', postsFolder: 'posts' })
  }
})
