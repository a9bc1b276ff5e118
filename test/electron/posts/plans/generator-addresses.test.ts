import { describe, expect, test } from 'vitest'
import { lookAtSite } from '../../../../electron/posts/plans/site-look'
import { detectSite } from '../../../../electron/site/detect-site'
import { expectLines, head, post } from '../../../support/expect-lines'
import { tempSite } from '../../../support/temp-site'

const packages = (name: string) => ({ 'package.json': `{"dependencies":{"${name}":"1"}}` })

describe('paths that count from the content', () => {
  const site = {
    'package.json': '{"dependencies":{"@11ty/eleventy":"3"}}',
    'eleventy.config.js': "export default { dir: { input: 'content' } }",
    'content/blog/old.md': post,
    'content/notes/old.md': post,
  }

  test('stay such when the post is renamed', () =>
    expectLines(
      site,
      'content/blog/a.md',
      [
        ['[a](/blog/old.md) <a href="blog/old.md">b</a>', '[a](/blog/new.md) <a href="blog/new.md">b</a>'],
        '[c](/notes/old.md)',
      ],
      { open: 'content/blog', rename: ['old.md', 'new'] },
    ))

  test('and when it moves', () =>
    expectLines(
      site,
      'content/blog/a.md',
      [['[a](/blog/old.md) [b](blog/old.md)', '[a](/blog/deep/er/old.md) [b](blog/deep/er/old.md)']],
      { open: 'content/blog', move: ['old.md', 'deep/er'] },
    ))
})

describe('Zola', () => {
  test('languages, dates and bundles', () =>
    expectLines(
      {
        'config.toml': 'base_url = "https://example.org"\ndefault_language = "en"\n[languages.fr]\n',
        'content/posts/2024-01-02-old.md': '+++\ntitle = "T"\n+++\nx\n',
        'content/posts/2024-01-02-old.fr.md': '+++\ntitle = "T"\n+++\nx\n',
        'content/docs/old/index.md': '+++\ntitle = "T"\n+++\nx\n',
      },
      'content/posts/a.md',
      [
        [
          '[a](@/posts/2024-01-02-old.md) [b](/posts/old/)',
          '[a](@/posts/2024-01-02-new.md) [b](/posts/new/)',
        ],
        ['[c](/fr/posts/old/)', '[c](/fr/posts/new/)'],
        '[d](/docs/old/) [e](@/docs/old/index.md)',
      ],
      { open: 'content/posts', rename: ['2024-01-02-old.md', 'new'] },
    ))
})

describe('Gatsby', () => {
  const site = {
    ...packages('gatsby'),
    'gatsby-config.js': 'module.exports = {}',
    'content/blog/2023/old/index.md': post,
    'content/blog/2024/old/index.md': post,
    'src/pages/old.js': 'export default () => null',
  }

  test('paths below the posts folder, and what stands before them', () =>
    expectLines(
      site,
      'content/blog/a/index.md',
      [
        ['[a](/2023/old/) [b](/blog/2023/old/)', '[a](/2023/new/) [b](/blog/2023/new/)'],
        '[c](/2024/old/) [d](/old/)',
      ],
      { open: 'content/blog', rename: ['2023/old/index.md', 'new'] },
    ))

  test('a path in the head stays', () =>
    expectLines(
      { ...site, 'content/blog/pinned.md': head.replace('title', 'path: /p/pinned\ntitle') },
      'content/blog/a/index.md',
      ['[a](/p/pinned)', ['[b](../pinned.md)', '[b](../new.md)']],
      { open: 'content/blog', rename: ['pinned.md', 'new'] },
    ))
})

describe('Nikola', () => {
  const config = (more = '') => ({
    'conf.py': `BLOG_TITLE = "x"\nPOSTS = (("posts/*.md", "blog", "post.tmpl"),)\nPAGES = (("pages/*.md", "", "page.tmpl"),)\n${more}`,
  })

  test('the folder of the configuration, and links by file and by slug', () =>
    expectLines(
      { ...config(), 'posts/old.md': post, 'pages/old.md': post },
      'posts/a.md',
      [
        ['[a](/blog/old/) [b](../old/)', '[a](/blog/new/) [b](../new/)'],
        ['[c](link://filename/posts/old.md)', '[c](link://filename/posts/new.md)'],
        '[d](/old/) [e](link://filename/pages/old.md) [f](link://category/old) [g](/posts/old/)',
      ],
      { open: 'posts', rename: ['old.md', 'new'] },
    ))

  test('a link by slug follows where only one page has it', () =>
    expectLines(
      { ...config('PRETTY_URLS = False\n'), 'posts/old.md': post },
      'posts/a.md',
      [['[a](link://slug/old#x) [b](/blog/old.html)', '[a](link://slug/new#x) [b](/blog/new.html)']],
      { open: 'posts', rename: ['old.md', 'new'] },
    ))

  test('languages stand in front', () =>
    expectLines(
      {
        ...config('DEFAULT_LANG = "en"\nTRANSLATIONS = {"en": "", "es": "./es"}\n'),
        'posts/old.md': post,
        'posts/old.es.md': post,
      },
      'posts/a.md',
      [['[a](/blog/old/) [b](/es/blog/old/)', '[a](/blog/new/) [b](/es/blog/new/)']],
      { open: 'posts', rename: ['old.md', 'new'] },
    ))
})

describe('Astro', () => {
  test('routes are code: pages of another name are left alone', () =>
    expectLines(
      {
        ...packages('astro'),
        'src/pages/blog/[...slug].astro': 'x',
        'src/pages/old.astro': 'x',
        'src/content/blog/2023/old.md': post,
        'src/content/blog/2024/old.md': post,
      },
      'src/content/blog/a.md',
      [
        [
          '[a](/blog/2023/old/) [b](/blog/2023/old) [c](./2023/old.md)',
          '[a](/blog/2023/new/) [b](/blog/2023/new) [c](./2023/new.md)',
        ],
        '[d](/blog/2024/old/) [e](/old) [f](/shop/2023/old/)',
      ],
      { open: 'src/content/blog', rename: ['2023/old.md', 'new'] },
    ))
})

test.each([
  ['next', 'next.config.mjs', 'export default { trailingSlash: true }', 'posts', '/posts/old/'],
  ['next', 'next.config.mjs', 'export default {}', 'posts', '/posts/old'],
  ['astro', 'astro.config.mjs', "export default { trailingSlash: 'never' }", 'src/content/blog', '/blog/old'],
  [
    'astro',
    'astro.config.mjs',
    "export default { build: { format: 'file' } }",
    'src/content/blog',
    '/blog/old',
  ],
  ['astro', 'astro.config.mjs', 'export default {}', 'src/content/blog', '/blog/old/'],
  ['gatsby', 'gatsby-config.js', "module.exports = { trailingSlash: 'never' }", 'content/blog', '/old'],
  ['gatsby', 'gatsby-config.js', 'module.exports = {}', 'content/blog', '/old/'],
])('%s with %s %s: the slash at the end of addresses', async (name, file, text, open, address) => {
  const temp = await tempSite({
    'package.json': `{"dependencies":{"${name}":"1"}}`,
    [file]: text,
    [`${open}/old.md`]: post,
  })
  try {
    const { map } = await lookAtSite(await detectSite(temp.root))
    expect(map.pages.get(`${open}/old.md`)?.address).toBe(address)
  } finally {
    await temp.remove()
  }
})

test('relative links count from an address with a slash', () =>
  expectLines(
    {
      'package.json': '{"dependencies":{"next":"1"}}',
      'next.config.mjs': 'export default { trailingSlash: true }',
      'pages/posts/[slug].js': '',
      '_posts/old.md': post,
    },
    '_posts/a.md',
    [['[a](../old/)', '[a](../new/)']],
    { open: '_posts', rename: ['old.md', 'new'] },
  ))
