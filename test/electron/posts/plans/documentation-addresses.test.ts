import { describe, expect, test } from 'vitest'
import { expectLines, head, post } from '../../../support/expect-lines'

const packages = (name: string) => ({ 'package.json': `{"dependencies":{"${name}":"1"}}` })

describe('VitePress', () => {
  const site = {
    ...packages('vitepress'),
    'docs/.vitepress/config.ts': "export default { base: '/b/' }",
    'docs/posts/old.md': post,
    'docs/guide/old.md': post,
  }

  test('every way to write a link; the base path is none of it', () =>
    expectLines(
      site,
      'docs/posts/a.md',
      [
        ['[a](./old.md) [b](old) [c](./old.html#x)', '[a](./new.md) [b](new) [c](./new.html#x)'],
        [
          '[d](/posts/old) [e](/posts/old.html) [f](/posts/old.md)',
          '[d](/posts/new) [e](/posts/new.html) [f](/posts/new.md)',
        ],
        '[g](/guide/old) [h](../guide/old.md)',
      ],
      { open: 'docs/posts', rename: ['old.md', 'new'] },
    ))

  test('a move, with addresses that have no ending', () =>
    expectLines(
      { ...site, 'docs/.vitepress/config.ts': 'export default { cleanUrls: true }' },
      'docs/posts/a.md',
      [['[a](./old.md) [d](/posts/old)', '[a](./deep/old.md) [d](/posts/deep/old)'], '[g](/guide/old)'],
      { open: 'docs/posts', move: ['old.md', 'deep'] },
    ))

  test('files that are shown elsewhere', () =>
    expectLines(
      {
        ...packages('vitepress'),
        'docs/.vitepress/config.js':
          "export default { rewrites: { 'en/:rest*': ':rest*', 'packages/:pkg/src/:page.md': ':pkg/:page.md', 'x/:a(.*)': ':a' } }",
        'docs/en/guide/old.md': post,
        'docs/packages/core/src/old.md': post,
        'docs/x/deep/er.md': post,
      },
      'docs/en/a.md',
      [
        ['[a](/guide/old) [b](./guide/old.md)', '[a](/guide/new) [b](./guide/new.md)'],
        '[c](/core/old.html) [d](/deep/er) [e](/en/guide/old)',
      ],
      { open: 'docs/en', rename: ['guide/old.md', 'new'] },
    ))

  test('the source folder of the configuration is the top of addresses', () =>
    expectLines(
      {
        ...packages('vitepress'),
        '.vitepress/config.js': "export default { srcDir: './src' }",
        'src/blog/old.md': post,
      },
      'src/blog/a.md',
      [['[a](/blog/old)', '[a](/blog/new)'], '[b](/src/blog/old)'],
      { open: 'src/blog', rename: ['old.md', 'new'] },
    ))
})

describe('VuePress', () => {
  test('paths, README and permalinks of the head', () =>
    expectLines(
      {
        ...packages('vuepress'),
        'docs/.vuepress/config.js': 'module.exports = {}',
        'docs/posts/old.md': post,
        'docs/posts/pinned.md': head.replace('title', 'permalink: /p/pinned.html\ntitle'),
        'docs/guide/old/README.md': post,
      },
      'docs/posts/a.md',
      [
        [
          '[a](./old.md) [b](/posts/old.html) [c](old.html#x)',
          '[a](./new.md) [b](/posts/new.html) [c](new.html#x)',
        ],
        '[d](/guide/old/) [e](/p/pinned.html) [f](../guide/old/README.md)',
      ],
      { open: 'docs/posts', rename: ['old.md', 'new'] },
    ))

  test('a folder with a README is renamed as a whole', async () => {
    const { changed } = await expectLines(
      {
        ...packages('vuepress'),
        'docs/.vuepress/config.js': 'module.exports = {}',
        'docs/posts/old/README.md': `${head}![p](./p.png)\n`,
        'docs/posts/old/p.png': 'png',
      },
      'docs/posts/a.md',
      [
        [
          '[a](/posts/old/) [b](./old/README.md) [c](old/)',
          '[a](/posts/new/) [b](./new/README.md) [c](new/)',
        ],
      ],
      { open: 'docs/posts', rename: ['old/README.md', 'new'] },
    )
    expect(Object.keys(changed).sort()).toEqual([
      'docs/posts/a.md',
      'docs/posts/new/README.md',
      'docs/posts/new/p.png',
      'docs/posts/old/README.md',
      'docs/posts/old/p.png',
    ])
  })

  test('the pattern of the configuration makes the address', () =>
    expectLines(
      {
        ...packages('vuepress'),
        'docs/.vuepress/config.js': "module.exports = { permalinkPattern: '/:year/:month/:slug.html' }",
        'docs/_posts/2024-01-02-old.md': '---\ntitle: T\n---\nx\n',
      },
      'docs/_posts/a.md',
      [
        ['[a](/2024/01/old.html)', '[a](/2024/01/new.html)'],
        ['[b](./2024-01-02-old.md)', '[b](./2024-01-02-new.md)'],
        '[c](/_posts/2024-01-02-old.html)',
      ],
      { open: 'docs/_posts', rename: ['2024-01-02-old.md', 'new'] },
    ))
})

describe('Docusaurus', () => {
  const config = (options: string) => ({
    ...packages('@docusaurus/core'),
    'docusaurus.config.js': `module.exports = { baseUrl: '/b/', presets: [['classic', ${options}]] }`,
  })

  test('the blog, and documents by their folders, numbers and ids', () =>
    expectLines(
      {
        ...config('{}'),
        'blog/2024-01-02-old.md': '---\ntitle: T\n---\nx\n',
        'docs/guide/02-old.md': post,
        'docs/guide/named.md': head.replace('title', 'id: old-name\ntitle'),
      },
      'blog/a.md',
      [
        [
          '[a](/blog/2024/01/02/old) [b](./2024-01-02-old.md)',
          '[a](/blog/2024/01/02/new) [b](./2024-01-02-new.md)',
        ],
        '[c](/docs/guide/old) [d](/docs/guide/old-name) [e](../docs/guide/02-old.md)',
      ],
      { open: 'blog', rename: ['2024-01-02-old.md', 'new'] },
    ))

  test('a route of the configuration, and dates in folders', () =>
    expectLines(
      {
        ...config("{ docs: false, blog: { path: 'news', routeBasePath: '/' } }"),
        'news/2024/01/02-old.md': '---\ntitle: T\n---\nx\n',
        'news/team/2024-01-02-old/index.md': '---\ntitle: T\n---\nx\n',
      },
      'news/a.md',
      [['[b](/2024/01/02/team/old)', '[b](/2024/01/02/team/new)'], '[a](/2024/01/02/old)'],
      { open: 'news', rename: ['team/2024-01-02-old/index.md', 'new'] },
    ))

  describe('versions of docs', () => {
    const versions = (options: string, front = '') => ({
      ...packages('@docusaurus/core'),
      'docusaurus.config.js': `module.exports = { plugins: [['@docusaurus/plugin-content-docs', ${options}]] }`,
      [`${front}versions.json`]: '["2.0", "1.0"]',
      'docs/old.md': post,
      [`${front}versioned_docs/version-2.0/old.md`]: post,
      [`${front}versioned_docs/version-1.0/old.md`]: post,
      'blog/b.md': post,
    })

    test.each([
      ['the newest has no name', '{}', '', ['/docs/next', '/docs', '/docs/1.0']],
      [
        'the unreleased one is the last',
        "{ lastVersion: 'current' }",
        '',
        ['/docs', '/docs/2.0', '/docs/1.0'],
      ],
      ['an old one is the last', "{ lastVersion: '1.0' }", '', ['/docs/next', '/docs/2.0', '/docs']],
      [
        'paths of their own',
        "{ versions: { current: { path: 'dev' }, '1.0': { path: 'one' } } }",
        '',
        ['/docs/dev', '/docs', '/docs/one'],
      ],
      ['a second plugin', "{ id: 'sdk', routeBasePath: 'sdk' }", 'sdk_', ['/sdk/next', '/sdk', '/sdk/1.0']],
    ] as const)('%s', async (_name, options, front, routes) => {
      const lines = (name: readonly string[]) =>
        routes.map((route, index) => `[${index}](${route}/${name[index]})`).join(' ')
      const jobs = ['docs', `${front}versioned_docs/version-2.0`, `${front}versioned_docs/version-1.0`]
      for (const [index, open] of jobs.entries())
        await expectLines(
          versions(options, front),
          'blog/a.md',
          [[lines(['old', 'old', 'old']), lines(routes.map((_, at) => (at === index ? 'new' : 'old')))]],
          { open, rename: ['old.md', 'new'] },
        )
    })

    test('without versions, and with a file that is broken', async () => {
      for (const text of ['[]', '{', '[1]'])
        await expectLines(
          { ...versions('{}'), 'versions.json': text },
          'blog/a.md',
          [['[a](/docs/old)', '[a](/docs/new)']],
          { open: 'docs', rename: ['old.md', 'new'] },
        )
    })
  })

  test('docs beside the folder of the site', () =>
    expectLines(
      {
        '.git/': '',
        'website/package.json': '{"dependencies":{"@docusaurus/core":"3"}}',
        'website/docusaurus.config.js':
          "module.exports = { presets: [['classic', { docs: { path: '../docs', routeBasePath: 'd' } }]], plugins: [['content-docs', { id: 'guides', path: 'guides', routeBasePath: 'g' }]] }",
        'website/blog/2024-01-02-b.md': post,
        'website/guides/old.md': post,
        'docs/old.md': post,
      },
      'docs/a.md',
      [['[a](/d/old) [b](old.md)', '[a](/d/new) [b](new.md)'], '[c](/g/old) [d](/docs/old)'],
      { open: 'docs', rename: ['old.md', 'new'] },
    ))

  test('underscores that a formatter has escaped in imports', () =>
    expectLines(
      { ...config('{}'), 'docs/_old_part.mdx': post, 'docs/x/_old_part.mdx': post },
      'docs/a.mdx',
      [
        ["import A from './\\_old\\_part.mdx'", "import A from './_new.mdx'"],
        "import B from './x/\\_old\\_part.mdx'",
      ],
      { open: 'docs', rename: ['_old_part.mdx', '_new'] },
    ))
})
