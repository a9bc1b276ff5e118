import { describe, expect, test } from 'vitest'
import { changedSite } from '../../../support/changed-site'
import { expectLines } from '../../../support/expect-lines'

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

  const undated = 'Title: The Old One\n\nx\n'
  const [filename, path] = ['FILENAME_METADATA', 'PATH_METADATA']

  test.each([
    [
      'date and slug of the name',
      `${filename} = r'(?P<date>\\d{4}-\\d{2}-\\d{2})_(?P<slug>.*)'\nARTICLE_URL = '{date:%Y}/{date:%b}/{slug}/'`,
      'posts/2024-01-02_old.md',
      'posts/2024-01-02_new.md',
      ['/2024/Jan/old/', '/2024/Jan/new/'],
    ],
    [
      'a date without hyphens',
      `${filename} = '(?P<date>\\d{8})-(?P<slug>.*)'\nARTICLE_URL = '{date:%y%m%d}-{slug}.html'`,
      'posts/20240102-old.md',
      'posts/20240102-new.md',
      ['/240102-old.html', '/240102-new.html'],
    ],
    [
      'a language after the slug',
      `DEFAULT_LANG = 'en'\n${filename} = '(?P<slug>[a-z]+)_(?P<lang>en|fr)'\nARTICLE_LANG_URL = '{lang}/{slug}/'`,
      'posts/old_fr.md',
      'posts/new_fr.md',
      ['/fr/old/', '/fr/new/'],
    ],
    [
      'the usual address of another language',
      `DEFAULT_LANG = 'en'\n${filename} = '(?P<slug>[a-z]+)_(?P<lang>en|fr)'`,
      'posts/old_fr.md',
      'posts/new_fr.md',
      ['/old-fr.html', '/new-fr.html'],
    ],
    [
      'category and other names of the path',
      `${path} = '(?P<Category>[^/]+)/(?P<series>[^/]+)/(?P<slug>.*)[.]md'\nARTICLE_URL = '{category}/{series}/{slug}.html'`,
      'posts/one/old.md',
      'posts/one/new.md',
      ['/posts/one/old.html', '/posts/one/new.html'],
    ],
    [
      'ARTICLE_SAVE_AS alone, with the folder as category',
      "SLUGIFY_SOURCE = 'basename'\nARTICLE_SAVE_AS = '{category}/{slug}/index.html'",
      'posts/My-Things/old.md',
      'posts/My-Things/new.md',
      ['/my-things/old/', '/my-things/new/'],
    ],
    [
      'no folder as category, and a usual one',
      "SLUGIFY_SOURCE = 'basename'\nUSE_FOLDER_AS_CATEGORY = False\nDEFAULT_CATEGORY = 'Blog'\nARTICLE_URL = '{category}/{slug}/'",
      'posts/old.md',
      'posts/new.md',
      ['/blog/old/', '/blog/new/'],
    ],
    [
      'a name with a date as slug',
      "SLUGIFY_SOURCE = 'basename'\nARTICLE_URL = '{date:%Y}/{date:%-m}/{slug}/'",
      'posts/2024-01-02-old.md',
      'posts/new.md',
      ['/2024/1/2024-01-02-old/', null],
    ],
    [
      'pages in a folder of their own',
      "SLUGIFY_SOURCE = 'basename'\nPAGE_PATHS = ['sites']\nPAGE_URL = 'p/{slug}/'",
      'sites/old.md',
      'sites/new.md',
      ['/p/old/', '/p/new/'],
    ],
  ] as const)('%s', async (_name, settings, file, after, [link, linkAfter]) => {
    const { changed, plan } = await changedSite(
      {
        ...config(settings),
        [`content/${file}`]: undated,
        'content/about.md': `${undated}[a](${link}) [b]({filename}/${file})\n`,
      },
      { open: 'content', rename: [file, 'new'] },
    )
    expect(Object.keys(changed)).toContain(`content/${after}`)
    if (linkAfter === null) expect(plan?.unchangeable.map(({ target }) => target)).toEqual([link])
    else expect(changed['content/about.md']).toContain(`[a](${linkAfter})`)
    expect(changed['content/about.md']).toContain(`[b]({filename}/${after})`)
  })

  test.each([
    ['a head before the name', `${filename} = '(?P<slug>.*)'`, 'Title: T\nSlug: fixed\n\nx\n', '/fixed.html'],
    ['another language of the head', "DEFAULT_LANG = 'en'", 'Title: Old\nLang: fr\n\nx\n', '/old-fr.html'],
    ['a slug of the title', '', 'Title: The Old One\n\nx\n', '/the-old-one.html'],
  ])('%s: the address stays', async (_name, settings, text, address) => {
    await expectLines(
      { ...config(settings), 'content/posts/old.md': text },
      'content/posts/a.md',
      [`[a](${address})`, ['[b]({filename}old.md)', '[b]({filename}new.md)']],
      { open: 'content/posts', rename: ['old.md', 'new'] },
    )
  })

  test.each([
    '(?P<slug>(a+)+)',
    '(?P<slug>.*.*.*.*.*)',
    '(?P<slug>(',
    '(?P<slug>\\w+(?<=x',
    '(?x)(?P<slug>.*)',
  ])('a pattern that cannot be tried, %s, makes addresses unknown', async (pattern) => {
    const { changed } = await changedSite(
      {
        ...config(`${filename} = r'${pattern}'`),
        'content/posts/old.md': article,
        'content/posts/a.md': `${undated}[b]({filename}old.md) [c](/old.html)\n`,
      },
      { open: 'content/posts', rename: ['old.md', 'new'] },
    )
    expect(changed['content/posts/a.md']).toContain('[b]({filename}new.md)')
  })

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
