import { describe, expect, test } from 'vitest'
import { changedSite } from '../../../support/changed-site'
import { expectLines, head, post } from '../../../support/expect-lines'
import { onePixelPng } from '../../../support/temp-site'

describe('Jekyll', () => {
  const site = {
    '_config.yml': 'title: x\n',
    '_posts/2020-01-02-old.md': post.replace('date: 2024-01-02\n', ''),
  }

  test('every way to write a link', () =>
    expectLines(
      site,
      '_posts/2021-01-01-a.md',
      [
        [
          '[a]({% post_url 2020-01-02-old %}#x) [b]({{ site.baseurl }}{% post_url 2020-01-02-old %})',
          '[a]({% post_url 2020-01-02-new %}#x) [b]({{ site.baseurl }}{% post_url 2020-01-02-new %})',
        ],
        [
          '[c]({% link _posts/2020-01-02-old.md %}) [d](/2020/01/02/old.html)',
          '[c]({% link _posts/2020-01-02-new.md %}) [d](/2020/01/02/new.html)',
        ],
        [
          '[e]({{ site.url }}/2020/01/02/old.html) [f]({{ "/2020/01/02/old.html" | relative_url }})',
          '[e]({{ site.url }}/2020/01/02/new.html) [f]({{ "/2020/01/02/new.html" | relative_url }})',
        ],
        [
          "[g]({{ '/2020/01/02/old.html' | absolute_url }}) [h]({% post_url /2020-01-02-old %})",
          "[g]({{ '/2020/01/02/new.html' | absolute_url }}) [h]({% post_url /2020-01-02-new %})",
        ],
        [
          '<a href="{{ site.baseurl }}{% post_url 2020-01-02-old %}">i</a>',
          '<a href="{{ site.baseurl }}{% post_url 2020-01-02-new %}">i</a>',
        ],
        '{% raw %}{% post_url 2020-01-02-old %}{% endraw %}',
        ['[k]: {% post_url 2020-01-02-old %}', '[k]: {% post_url 2020-01-02-new %}'],
      ],
      { open: '_posts', rename: ['2020-01-02-old.md', 'new'] },
    ))

  test('two dates, one slug', () =>
    expectLines(
      { '_config.yml': '', '_posts/2020-01-02-weekly.md': 'x\n', '_posts/2021-01-02-weekly.md': 'x\n' },
      '_posts/2021-01-03-a.md',
      [
        [
          '[20](/2020/01/02/weekly.html) {% post_url 2020-01-02-weekly %}',
          '[20](/2020/01/02/first.html) {% post_url 2020-01-02-first %}',
        ],
        '[21](/2021/01/02/weekly.html) {% post_url 2021-01-02-weekly %}',
      ],
      { open: '_posts', rename: ['2020-01-02-weekly.md', 'first'] },
    ))

  test('a move changes the path in tags, and no address', () =>
    expectLines(
      site,
      '_posts/2021-01-01-a.md',
      [
        ['{% post_url 2020-01-02-old %}', '{% post_url tech/2020-01-02-old %}'],
        ['{% link _posts/2020-01-02-old.md %}', '{% link _posts/tech/2020-01-02-old.md %}'],
        '[d](/2020/01/02/old.html)',
      ],
      { open: '_posts', move: ['2020-01-02-old.md', 'tech'] },
    ))

  test('addresses below a folder of the configuration, with the address of the site, with a dot', () =>
    expectLines(
      {
        '_config.yml': 'url: https://example.org\npermalink: /archive/:year/:month/:day/:title/\n',
        '_posts/2024-01-01-rust-1.52.0.md': 'x\n',
        '_posts/2024-01-02-hello.md': 'x\n',
      },
      '_posts/2024-01-03-a.md',
      [
        [
          '[dot](/archive/2024/01/01/rust-1.52.0/) [own](https://example.org/archive/2024/01/01/rust-1.52.0/)',
          '[dot](/archive/2024/01/01/rust-152/) [own](https://example.org/archive/2024/01/01/rust-152/)',
        ],
        '[no](/2024/01/01/rust-1.52.0/) [other](/archive/2024/01/02/hello/)',
      ],
      { open: '_posts', rename: ['2024-01-01-rust-1.52.0.md', 'rust-152'] },
    ))
})

test('Hexo: tags, addresses, and files in the folder of a post', () =>
  expectLines(
    {
      '_config.yml':
        'url: http://example.com\npermalink: :year/:month/:day/:title/\npost_asset_folder: true\n',
      'package.json': '{"dependencies":{"hexo":"7"}}',
      'source/_posts/old.md': `${head}{% asset_img p.png %}\n![p](p.png)\n`,
      'source/_posts/old/p.png': onePixelPng,
    },
    'source/_posts/a.md',
    [
      ['{% post_link old %} {% post_link old "Title" %}', '{% post_link new %} {% post_link new "Title" %}'],
      [
        '[x]({% post_path old %}) {% post_link old#part %}',
        '[x]({% post_path new %}) {% post_link new#part %}',
      ],
      [
        '[d](/2024/01/02/old/) ![i](/2024/01/02/old/p.png)',
        '[d](/2024/01/02/new/) ![i](/2024/01/02/new/p.png)',
      ],
    ],
    { open: 'source/_posts', rename: ['old.md', 'new'] },
  ))

test('Eleventy: the date of a name is part of the address, a permalink decides', () =>
  expectLines(
    {
      'package.json': '{"devDependencies":{"@11ty/eleventy":"3"}}',
      'eleventy.config.js': '',
      'posts/2024-01-02-old.md': post,
      'posts/pinned.md': '---\npermalink: /x/{{ page.fileSlug }}/\n---\n',
    },
    'posts/a.md',
    [
      [
        '[a](/posts/2024-01-02-old/) [b](../2024-01-02-old/)',
        '[a](/posts/2024-01-02-new/) [b](../2024-01-02-new/)',
      ],
      '[c](/posts/old/) [d](/x/pinned/)',
    ],
    { open: 'posts', rename: ['2024-01-02-old.md', 'new'] },
  ))

describe('Astro and Next.js', () => {
  test('a move takes images and imports along', async () => {
    const moved =
      '---\ntitle: T\nheroImage: ./pic.png\ncover:\n  src: "../../../assets/c.png"\n---\n\nimport pic from "./pic.png"\nimport Box from "../../../components/Box.astro"\n\n![ok](./pic.png)\n<img src="./pic.png">\n'
    const { changed } = await changedSite(
      {
        'package.json': '{"dependencies":{"astro":"5"}}',
        'src/components/Box.astro': 'x',
        'src/content/blog/2023/a.mdx': moved,
        'src/content/blog/2023/pic.png': onePixelPng,
        'src/assets/c.png': onePixelPng,
      },
      { open: 'src/content/blog', move: ['2023/a.mdx', 'archive/old'] },
    )
    expect(changed['src/content/blog/archive/old/a.mdx']).toBe(
      moved.replaceAll('./pic.png', '../../2023/pic.png').replaceAll('../../../', '../../../../'),
    )
  })

  test('components and expressions', () =>
    expectLines(
      {
        'package.json': '{"dependencies":{"next":"15"}}',
        'posts/old.mdx': post,
        'pages/docs/old.tsx': 'x',
        'pages/blog/[slug].tsx': 'x',
      },
      'posts/a.mdx',
      [
        '',
        ['import Old from "./old.mdx"', 'import Old from "./new.mdx"'],
        [
          '<Link href="/blog/old">x</Link> <Card href="/blog/old" title="y" />',
          '<Link href="/blog/new">x</Link> <Card href="/blog/new" title="y" />',
        ],
        [
          '<a href={"/blog/old"}>q</a> {/* [comment](/blog/old) */}',
          '<a href={"/blog/new"}>q</a> {/* [comment](/blog/old) */}',
        ],
        '[other](/docs/old) [elsewhere](/shop/old)',
      ],
      { open: 'posts', rename: ['old.mdx', 'new'] },
    ))

  test('a copy has no id of another post', async () => {
    const { changed } = await changedSite(
      {
        'package.json': '{"dependencies":{"astro":"5"}}',
        'src/content/blog/old.md': '---\nid: 17\nslug: old\ndraft: false\n---\n',
      },
      { open: 'src/content/blog', copy: 'old.md' },
    )
    expect(changed).toEqual({ 'src/content/blog/old-copy.md': '---\nslug: old-copy\ndraft: false\n---\n' })
  })
})

describe('a folder of markdown', () => {
  test('a trailing slash stays in a move', async () => {
    const site = {
      'posts/2023/a.md': '[b](../b/) [c](./c.md) [d](../d/#x)\n',
      'posts/2023/c.md': 'x\n',
      'posts/b.md': 'x\n',
    }
    const { changed } = await changedSite(site, { open: 'posts', move: ['2023/a.md', 'x/y'] })
    expect(changed['posts/x/y/a.md'] ?? '').toBe('[b](../../b/) [c](../../2023/c.md) [d](../d/#x)\n')
  })

  test('wiki links with alias, heading and as embeds', () =>
    expectLines(
      { 'Old note.md': 'x\n', '.obsidian/app.json': '{}' },
      'a.md',
      [
        [
          '[[Old note]] [[Old note#H|text]] ![[Old note]] [md](Old%20note.md) [md2](<Old note.md>)',
          '[[New note]] [[New note#H|text]] ![[New note]] [md](New%20note.md) [md2](<New note.md>)',
        ],
      ],
      { rename: ['Old note.md', 'New note'] },
    ))

  test.each([
    ['my post (1)', 'my%20post%20%281%29'],
    ['c# & more', 'c%23%20&%20more'],
    ['100%', '100%25'],
    ["it's `x`", 'it%27s%20%60x%60'],
    ['über-uns', 'über-uns'],
    ['a&lt;b', 'a%26lt;b'],
    ['[x]{y}', '%5Bx%5D%7By%7D'],
    ['a*b', null],
  ])('a slug such as %j is written so that it is read again', async (slug, written) => {
    const lines =
      '[a](/old) [b](old.md) ![i](old/a.png)\n<a href="/old">x</a> <img src=old/a.png>\n\n[r]: ./old.md#x\n'
    const site = { 'posts/x.md': lines, 'posts/old.md': '![i](old/a.png)\n', 'posts/old/a.png': onePixelPng }
    const job = { open: 'posts', rename: ['old.md', slug] } as const
    if (written === null) {
      await expect(changedSite(site, job)).rejects.toThrow('A slug cannot contain')
      return
    }
    const { changed, plan } = await changedSite(site, job)
    expect(plan?.unchangeable).toEqual([])
    expect(changed['posts/x.md']).toBe(lines.replaceAll('old', written))
  })

  test('a rename of the case alone reaches every link', () =>
    expectLines(
      { 'posts/Sort.md': 'x\n' },
      'posts/l.md',
      [
        [
          '[a](Sort.md) [b](./Sort.md#x) <a href="Sort.md">x</a> [r]',
          '[a](sort.md) [b](./sort.md#x) <a href="sort.md">x</a> [r]',
        ],
        '',
        ['[r]: Sort.md', '[r]: sort.md'],
      ],
      { open: 'posts', rename: ['Sort.md', 'sort'] },
    ))

  test('line ends, byte order mark and odd bytes stay', async () => {
    const latin = Uint8Array.from(
      [...'---\ntitle: caf']
        .map((c) => c.charCodeAt(0))
        .concat(0xe9, ...[...'\n---\n[a](old.md)\n'].map((c) => c.charCodeAt(0))),
    )
    const site = {
      'posts/old.md': '\ufeff---\r\ntitle: x\r\n---\r\n',
      'posts/a.md': '[a](old.md)\r\nmixed\n[b](./old.md "t")',
      'posts/l.md': latin,
    }
    const { changed, undone } = await changedSite(site, { open: 'posts', rename: ['old.md', 'new'] })
    expect(changed['posts/a.md']).toBe('[a](new.md)\r\nmixed\n[b](./new.md "t")')
    expect(changed['posts/new.md']).toBe(site['posts/old.md'])
    expect(changed['posts/l.md']).toContain('[a](new.md)')
    expect(undone).toEqual({})
  })
})
