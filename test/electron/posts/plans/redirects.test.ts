import { describe, expect, test } from 'vitest'
import { usualChoices } from '../../../../shared/posts/post-rename'
import { changedSite } from '../../../support/changed-site'
import { post } from '../../../support/expect-lines'

const options = { choices: { ...usualChoices, redirect: true } }
const packages = (...names: string[]) => ({
  'package.json': JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '1'])) }),
})

describe('the old address is kept where the site has something for it', () => {
  test.each([
    ['Hugo', { 'hugo.toml': '' }, 'content/posts', 'old.md', 'aliases', '/posts/old/'],
    ['Zola', { 'zola.toml': '' }, 'content/posts', 'old.md', 'aliases', '/posts/old/'],
    [
      'Jekyll, a plugin of the configuration',
      { '_config.yml': 'plugins: [jekyll-redirect-from]\n' },
      '_posts',
      '2024-01-02-old.md',
      'redirect_from',
      '/2024/01/02/old.html',
    ],
    [
      'Jekyll, a plugin of the Gemfile',
      {
        '_config.yml': '',
        Gemfile: "group :jekyll_plugins do\n  gem 'jekyll-redirect-from', '~> 0.16'\nend\n",
      },
      '_posts',
      '2024-01-02-old.md',
      'redirect_from',
      '/2024/01/02/old.html',
    ],
    [
      'Hexo with hexo-generator-alias',
      { '_config.yml': '', ...packages('hexo', 'hexo-generator-alias') },
      'source/_posts',
      'old.md',
      'alias',
      '/2024/01/02/old/',
    ],
    [
      'VuePress with its plugin',
      { 'docs/.vuepress/config.js': '', ...packages('vuepress', '@vuepress/plugin-redirect') },
      'docs/posts',
      'old.md',
      'redirectFrom',
      '/posts/old.html',
    ],
    [
      'Eleventy, where another post has one',
      { ...packages('@11ty/eleventy'), 'posts/b.md': '---\nredirectFrom: [/was/b/]\n---\n' },
      'posts',
      'old.md',
      'redirectFrom',
      '/posts/old/',
    ],
  ] as const)('%s', async (_, files, open, id, key, address) => {
    const site = { ...files, [`${open}/${id}`]: post }
    const renamed = `${open}/${id.replace('old', 'new')}`
    const { changed, plan, undone } = await changedSite(site, { open, rename: [id, 'new'], options })
    expect(plan?.offers.redirect).toEqual({ key, address })
    expect(changed[renamed]).toMatch(new RegExp(`^${key}:\\s*(?:- |\\[)?["']?${address}["']?\\]?$`, 'm'))
    expect(undone).toEqual({})
    const without = await changedSite(site, { open, rename: [id, 'new'] })
    expect(without.changed[renamed]).toBe(post)
  })

  test.each([
    ['Jekyll without the plugin', { '_config.yml': '' }, '_posts', '2024-01-02-old.md'],
    ['Hexo without the plugin', { '_config.yml': '', ...packages('hexo') }, 'source/_posts', 'old.md'],
    ['Eleventy', packages('@11ty/eleventy'), 'posts', 'old.md'],
    // Its redirects are in the configuration, which is code.
    [
      'Docusaurus',
      { 'docusaurus.config.js': '', ...packages('@docusaurus/core', '@docusaurus/plugin-client-redirects') },
      'blog',
      '2024-01-02-old.md',
    ],
    // Aliases of notes are names.
    ['Obsidian', { '.obsidian/app.json': '{}', 'b.md': '---\naliases: [/b]\n---\n' }, '.', 'old.md'],
  ] as const)('%s offers none', async (_, files, open, id) => {
    const site = { ...files, [`${open}/${id}`.replace('./', '')]: post }
    const { plan, changed } = await changedSite(site, { open, rename: [id, 'new'], options })
    expect(plan?.offers.redirect).toBeNull()
    expect(Object.values(changed)).toContain(post)
  })

  test('none is offered where the address stays', async () => {
    const pinned = post.replace('title', 'url: /fixed/\ntitle')
    const { plan } = await changedSite(
      { 'hugo.toml': '', 'content/posts/old.md': pinned },
      { open: 'content/posts', rename: ['old.md', 'new'], options },
    )
    expect(plan?.offers.redirect).toBeNull()
  })

  test('what cannot be added is said', async () => {
    const odd = post.replace('title', 'aliases: { en: /before/ }\ntitle')
    const { plan, changed } = await changedSite(
      { 'hugo.toml': '', 'content/posts/old.md': odd },
      { open: 'content/posts', rename: ['old.md', 'new'], options },
    )
    expect(plan?.warnings).toEqual([expect.stringContaining('cannot be added to “aliases”')])
    expect(changed['content/posts/new.md']).toBe(odd)
  })

  test('an address that is kept already gets company', async () => {
    const kept = post.replace('title', 'redirect_from: /before/\ntitle')
    const { changed } = await changedSite(
      { '_config.yml': 'plugins: [jekyll-redirect-from]\n', '_posts/2024-01-02-old.md': kept },
      { open: '_posts', rename: ['2024-01-02-old.md', 'new'], options },
    )
    expect(changed['_posts/2024-01-02-new.md']).toMatch(
      /redirect_from:[\s-]*\[?\/before\/[\s,-]*\/2024\/01\/02\/old\.html/,
    )
  })
})
