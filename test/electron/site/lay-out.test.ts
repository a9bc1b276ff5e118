import { describe, expect, test } from 'vitest'
import { detectSite } from '../../../electron/site/detect-site'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const site = async (files: Readonly<Record<string, string>>) => {
  const temp = await tempSite(files)
  return temp
}
const using = (name: string) => JSON.stringify({ devDependencies: { [name]: '^1.0.0' } })
const post = '---\ntitle: A\n---\n\nText\n'

describe('all that speaks for a site is weighed', () => {
  const bundles = Object.fromEntries(
    [1, 2, 3, 4, 5].map((n) => [`packages/web/src/_posts/2024-01-0${n}-a/index.md`, post]),
  )
  test.each([
    [
      'a package of bundles, with parts of pages beside it',
      {
        'package.json': '{"private":true}',
        'packages/web/package.json': using('@11ty/eleventy'),
        ...bundles,
        'packages/web/src/_includes/a.md': 'a',
        'packages/web/src/_includes/b.md': 'b',
      },
      '.',
      { profile: 'eleventy', root: 'packages/web', postsFolder: 'src/_posts' },
    ],
    [
      'a site in a folder of a repository without packages',
      {
        '.git/': '',
        'website/docusaurus.config.js': '',
        'website/blog/2024-01-02-a.md': post,
        'docs/b.md': post,
      },
      '.',
      { profile: 'docusaurus', root: 'website', postsFolder: 'blog' },
    ],
    [
      'documents beside the site that builds them',
      {
        '.git/': '',
        'website/docusaurus.config.js': '',
        'website/blog/2024-01-02-a.md': post,
        'docs/b.md': post,
      },
      'docs',
      { profile: 'docusaurus', root: '.', postsFolder: 'docs', publicFolders: ['website/static'] },
    ],
    [
      'the one of two sites that has more posts',
      {
        '.git/': '',
        'old/_config.yml': '',
        'old/_posts/2020-01-01-a.md': post,
        'new/hugo.toml': '',
        'new/content/posts/a.md': post,
        'new/content/posts/b.md': post,
      },
      '.',
      { profile: 'hugo', root: 'new', postsFolder: 'content/posts' },
    ],
    [
      'no site that is only there to be tested with',
      {
        '.git/': '',
        'test/fixtures/hugo/hugo.toml': '',
        'test/fixtures/hugo/content/a.md': post,
        'posts/b.md': post,
      },
      '.',
      { profile: 'plain', root: '.', postsFolder: '.' },
    ],
    [
      'a workspace that only installs the generator',
      { 'package.json': using('next'), 'apps/blog/next.config.mjs': '', 'apps/blog/posts/a.md': post },
      '.',
      { profile: 'next', root: 'apps/blog', postsFolder: 'posts' },
    ],
    [
      'a generator above folders that another would use',
      {
        'package.json': using('@11ty/eleventy'),
        'src/_posts/2024-01-01-a.md': post,
        'src/_layouts/post.liquid': '',
      },
      'src/_posts',
      { profile: 'eleventy', root: '.', postsFolder: 'src/_posts' },
    ],
    [
      'posts with dates among pages without',
      {
        'hugo.toml': '',
        'content/docs/a.md': post,
        'content/docs/b.md': post,
        'content/journal/c.md': '---\ndate: 2024-01-01\n---\n',
        'content/about.md': post,
      },
      '.',
      { profile: 'hugo', postsFolder: 'content/journal' },
    ],
    [
      'notes, of which only some have dates',
      {
        'quartz.config.ts': '',
        'content/daily/2024-01-01.md': post,
        'content/daily/2024-01-02.md': post,
        'content/ideas/a.md': post,
      },
      '.',
      { profile: 'quartz', postsFolder: 'content' },
    ],
    [
      'the folder around the configuration of a part of it',
      { 'package.json': using('vuepress'), 'docs/.vuepress/config.js': '', 'docs/posts/a.md': post },
      'docs/posts',
      { profile: 'vuepress', root: '.', postsFolder: 'docs/posts', publicFolders: ['docs/.vuepress/public'] },
    ],
  ] as const)(
    '%s',
    async (_, files, opened, {
      root = '.',
      ...expected
    }: Partial<Record<'root' | 'profile' | 'postsFolder', string>>) => {
      const temp = await site(files)
      expect(await detectSite(temp.path(opened))).toMatchObject({ ...expected, root: temp.path(root) })
    },
  )

  test('it is told what was found', async () => {
    const temp = await site({
      'package.json': using('astro'),
      'astro.config.mjs': '',
      'src/content/blog/a.md': post,
    })
    const found = { generator: 'found', postsFolder: 'found', signs: ['astro.config.mjs', 'package:astro'] }
    expect(await detectSite(temp.root)).toMatchObject({ found })
    expect(await detectSite(temp.path('src/content/blog'))).toMatchObject({
      found: { ...found, postsFolder: 'chosen' },
    })
  })
})
