import { describe, expect, test } from 'vitest'
import { changedSite } from '../../../support/changed-site'
import { expectLines, head, post } from '../../../support/expect-lines'

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

describe('Pelican', () => {
  const config = (more: string) => ({
    'pelicanconf.py': `PATH = 'content'\nSITEURL = 'https://example.org'\n${more}`,
  })
  const article = 'Title: The Old One\nDate: 2024-01-02\nCategory: tech\n\nx\n'

  test('the slug comes from the title: addresses stay, links to files change', () =>
    expectLines(
      { ...config(''), 'content/posts/old.md': article, 'content/other/old.md': 'Title: Other\n\nx\n' },
      'content/posts/a.md',
      [
        '[a](/the-old-one.html) [b](https://example.org/the-old-one.html)',
        [
          '[c]({filename}old.md) [d]({filename}/posts/old.md#x)',
          '[c]({filename}new.md) [d]({filename}/posts/new.md#x)',
        ],
        [
          '[e](|filename|../posts/old.md) [f](%7Bfilename%7Dold.md)',
          '[e](|filename|../posts/new.md) [f](%7Bfilename%7Dnew.md)',
        ],
        '[g]({filename}../other/old.md) [h]({tag}old) [i]({category}old) [j](/other.html)',
      ],
      { open: 'content/posts', rename: ['old.md', 'new'] },
    ))

  test('where the file names the address it changes with it', () =>
    expectLines(
      {
        ...config("SLUGIFY_SOURCE = 'basename'\nARTICLE_URL = '{date:%Y}/{category}/{slug}/'\n"),
        'content/posts/old.md': article,
      },
      'content/posts/a.md',
      [['[a](/2024/tech/old/)', '[a](/2024/tech/new/)'], '[b](/old.html)'],
      { open: 'content/posts', rename: ['old.md', 'new'] },
    ))

  test('a move takes along what counts from the file', async () => {
    const { changed } = await changedSite(
      {
        ...config(''),
        'content/posts/old.md': `${article}[b]({filename}b.md) ![i]({static}/images/i.png)\n`,
        'content/posts/b.md': article,
        'content/images/i.png': 'png',
      },
      { open: 'content/posts', move: ['old.md', 'deep'] },
    )
    expect(changed['content/posts/deep/old.md']).toContain(
      '[b]({filename}../b.md) ![i]({static}/images/i.png)',
    )
  })
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
