import { describe, expect, test } from 'vitest'
import { usualChoices } from '../../../../shared/posts/post-rename'
import { changedSite } from '../../../support/changed-site'
import { expectLines, head, post } from '../../../support/expect-lines'
import { onePixelPng } from '../../../support/temp-site'

const hugoSite = { 'hugo.toml': 'baseURL="https://example.org/"\n', 'content/posts/old.md': post }
const old = { open: 'content/posts', rename: ['old.md', 'new'] } as const

describe('Hugo', () => {
  test('posts of the same name in other folders are left alone', () =>
    expectLines(
      {
        'hugo.toml': 'baseURL="https://example.org/"\n',
        'content/posts/2023/intro.md': post,
        'content/posts/2024/intro.md': post,
        'content/docs/intro.md': post,
      },
      'content/posts/a.md',
      [
        ['[x](/posts/2023/intro/)', '[x](/posts/2023/welcome/)'],
        '[x](/posts/2024/intro/) [y](/docs/intro/) [z](/tags/intro/)',
        ['[x]({{< ref "/posts/2023/intro.md" >}})', '[x]({{< ref "/posts/2023/welcome.md" >}})'],
        ['[x]({{< ref "2023/intro" >}})', '[x]({{< ref "2023/welcome" >}})'],
        '[x]({{< ref "/posts/2024/intro.md" >}}) [y]({{< ref "/docs/intro" >}})',
        ['[x](../2023/intro/)', '[x](../2023/welcome/)'],
        '[x](../2024/intro/)',
      ],
      { open: 'content/posts', rename: ['2023/intro.md', 'welcome'] },
    ))

  test('every way to write a link', () =>
    expectLines(
      { ...hugoSite, 'static/x.png': onePixelPng },
      'content/posts/a.md',
      [
        [
          '[x]({{< ref path="old.md" >}}) [y]({{% relref "old.md#part" %}})',
          '[x]({{< ref path="new.md" >}}) [y]({{% relref "new.md#part" %}})',
        ],
        ['{{< ref old >}} <a href=/posts/old/>x</a>', '{{< ref new >}} <a href=/posts/new/>x</a>'],
        ['<a class="x"', '<a class="x"'],
        ["   href='/posts/old/#part'>two lines</a>", "   href='/posts/new/#part'>two lines</a>"],
        [
          '<A HREF="/posts/old/">x</A> <area href="/posts/old/">',
          '<A HREF="/posts/new/">x</A> <area href="/posts/new/">',
        ],
        [
          '[x](</posts/old/>) [y](/posts/old/ "old is /posts/old/")',
          '[x](</posts/new/>) [y](/posts/new/ "old is /posts/old/")',
        ],
        ['[x](/posts/old/?utm=old#part) [y](../old)', '[x](/posts/new/?utm=old#part) [y](../new)'],
        ['[x](old.md) [y](/posts/old/index.html)', '[x](new.md) [y](/posts/new/index.html)'],
        ['[text /posts/old/](/posts/old/)', '[text /posts/old/](/posts/new/)'],
        '',
        ['[r1]: /posts/old/ "Old"', '[r1]: /posts/new/ "Old"'],
        ['[r2]: <../old/>', '[r2]: <../new/>'],
        ['> [r3]: /posts/old/#part', '> [r3]: /posts/new/#part'],
        ['| [cell](/posts/old/) | x |', '| [cell](/posts/new/) | x |'],
        ['[img ![i](/x.png)](/posts/old/)', '[img ![i](/x.png)](/posts/new/)'],
        ['{{< figure src="/x.png" link="/posts/old/" >}}', '{{< figure src="/x.png" link="/posts/new/" >}}'],
        [
          '<https://example.org/posts/old/> http://example.org/posts/old/',
          '<https://example.org/posts/new/> http://example.org/posts/new/',
        ],
        ['[^1]: see [old](/posts/old/)', '[^1]: see [old](/posts/new/)'],
      ],
      old,
    ))

  test('code, comments, other hosts, other pages and files are left alone', () =>
    expectLines(
      { ...hugoSite, 'static/files/old.pdf': '%PDF', 'static/posts/old.png': onePixelPng },
      'content/posts/a.md',
      [
        'x',
        '',
        '    [indented](/posts/old/)',
        '',
        '```md',
        '[fence](/posts/old/)',
        '```',
        '`[span](/posts/old/)` <!-- [comment](/posts/old/) -->',
        '<pre>[pre](/posts/old/)</pre> <script>const a = "[js](/posts/old/)"</script>',
        '\\[escaped](/posts/old/) {{</* ref "old.md" */>}}',
        '[tag](/tags/old/) [ext](https://other.org/posts/old/) [mail](mailto:old@x.org) [anchor](#old)',
        '[file](/files/old.pdf) ![img](/posts/old.png) [dead](/nowhere/old/)',
      ],
      old,
    ))

  test('a slug with a dot is a link like any other', () =>
    expectLines(
      { 'hugo.toml': '', 'content/posts/release-3.5.md': post, 'content/posts/old.aspx.md': post },
      'content/posts/a.md',
      [
        [
          '[a](/posts/release-3.5/) [b](../release-3.5/#x) [c](/posts/release-3.5)',
          '[a](/posts/release-35/) [b](../release-35/#x) [c](/posts/release-35)',
        ],
        [
          '{{< ref "release-3.5.md" >}} {{< ref "release-3.5" >}}',
          '{{< ref "release-35.md" >}} {{< ref "release-35" >}}',
        ],
        '[d](/posts/old.aspx/)',
      ],
      { open: 'content/posts', rename: ['release-3.5.md', 'release-35'] },
    ))

  test.each([
    ['url: /posts/old/', '/posts/old/'],
    ['Slug: old', '/posts/old/'],
    ['slug: custom', '/posts/custom/'],
    ['aliases: [/posts/older/]\nurl: /x/', '/posts/older/'],
  ])('a head with %j keeps links by address', async (line, address) => {
    const pinned = head.replace('title: T', `title: T\n${line}`)
    const site = { 'hugo.toml': '', 'content/posts/file.md': pinned }
    await expectLines(
      site,
      'content/posts/a.md',
      [`[a](${address})`, ['{{< ref "file.md" >}}', '{{< ref "new.md" >}}']],
      {
        open: 'content/posts',
        rename: ['file.md', 'new'],
      },
    )
  })

  test('a slug in the head can be changed instead of the file', async () => {
    const site = {
      'hugo.toml': '',
      'content/posts/file.md': head.replace('title', 'slug: custom # why\ntitle'),
    }
    const job = { open: 'content/posts', rename: ['file.md', 'new'] } as const
    const { plan } = await changedSite(site, job)
    expect(plan?.offers.slugKey).toEqual({ key: 'slug', value: 'custom' })
    const { changed } = await expectLines(
      site,
      'content/posts/a.md',
      [['[a](/posts/custom/)', '[a](/posts/new/)'], '{{< ref "file" >}}'],
      {
        ...job,
        options: { choices: { ...usualChoices, slugOnly: true } },
      },
    )
    expect(Object.keys(changed).sort()).toEqual(['content/posts/a.md', 'content/posts/file.md'])
    expect(changed['content/posts/file.md']).toContain('slug: new # why\n')
  })

  test('a move: sections in addresses, tags, and what the post itself leads to', async () => {
    const site = {
      'hugo.toml': '',
      'content/posts/2023/b.md': post,
      'content/posts/2023/old.md': `${head}[b](../b/) [c](/posts/2023/b/)\n`,
    }
    const { changed } = await expectLines(
      site,
      'content/posts/a.md',
      [
        ['[a](/posts/2023/old/) [b](../2023/old/)', '[a](/posts/2024/old/) [b](../2024/old/)'],
        [
          '{{< ref "2023/old.md" >}} {{< ref "/posts/2023/old.md" >}}',
          '{{< ref "2024/old.md" >}} {{< ref "/posts/2024/old.md" >}}',
        ],
        '{{< ref "old.md" >}}',
      ],
      { open: 'content/posts', move: ['2023/old.md', '2024'] },
    )
    expect(changed['content/posts/2024/old.md']).toBe(`${head}[b](../../2023/b/) [c](/posts/2023/b/)\n`)
  })

  test('a move where the address does not depend on the folder', () =>
    expectLines(
      {
        'hugo.toml': '[permalinks]\nposts = "/:year/:slug/"\n',
        'content/posts/2023/old.md': `${head.replace('title', 'slug: old\ntitle')}`,
      },
      'content/posts/a.md',
      ['[a](/2024/old/)', ['{{< ref "2023/old" >}}', '{{< ref "x/old" >}}']],
      { open: 'content/posts', move: ['2023/old.md', 'x'] },
    ))

  test('a relative link that needs no change is none', async () => {
    const site = {
      'hugo.toml': '',
      'content/posts/2023/a.md': `${head}![x](../img/x.png)\n`,
      'content/posts/2024/b.md': post,
      'content/posts/img/x.png': onePixelPng,
    }
    const { changed } = await changedSite(site, { open: 'content/posts', move: ['2023/a.md', '2024'] })
    expect(changed).toEqual({
      'content/posts/2023/a.md': null,
      'content/posts/2024/a.md': `${head}![x](../img/x.png)\n`,
    })
  })

  test('a section is renamed with its pages', () =>
    expectLines(
      {
        'hugo.toml': '',
        'content/posts/old/_index.md': `${head}[p](p1/)\n`,
        'content/posts/old/p1.md': post,
      },
      'content/posts/a.md',
      [
        [
          '[a](/posts/old/) [b](/posts/old/p1/) {{< ref "old/p1" >}}',
          '[a](/posts/new/) [b](/posts/new/p1/) {{< ref "new/p1" >}}',
        ],
      ],
      { open: 'content/posts', rename: ['old/_index.md', 'new'] },
    ))

  test('files of a bundle by their addresses', () =>
    expectLines(
      {
        'hugo.toml': '',
        'content/posts/old/index.md': `${head}![p](p.png)\n`,
        'content/posts/old/p.png': onePixelPng,
        'content/posts/old/d.pdf': '%PDF',
      },
      'content/posts/a.md',
      [
        ['![x](/posts/old/p.png) ![y](../old/p.png)', '![x](/posts/new/p.png) ![y](../new/p.png)'],
        ['[pdf](/posts/old/d.pdf) [pdf](../old/d.pdf)', '[pdf](/posts/new/d.pdf) [pdf](../new/d.pdf)'],
        [
          '<img srcset="/posts/old/p.png 2x" src="/posts/old/p.png">',
          '<img srcset="/posts/new/p.png 2x" src="/posts/new/p.png">',
        ],
        [
          '{{< figure src="/posts/old/p.png" >}} {{< ref "old/index.md" >}}',
          '{{< figure src="/posts/new/p.png" >}} {{< ref "new/index.md" >}}',
        ],
      ],
      { open: 'content/posts', rename: ['old/index.md', 'new'] },
    ))

  test('images that a layout shows as well do not move silently', async () => {
    const site = {
      'hugo.toml': '',
      'layouts/partials/header.html': '<img src="/images/about-us/logo.png">',
      'content/posts/about-us.md': `${head}![a](/images/about-us/a.png)\n`,
      'static/images/about-us/a.png': onePixelPng,
      'static/images/about-us/logo.png': onePixelPng,
    }
    const { changed, plan } = await changedSite(site, { open: '.', rename: ['about-us.md', 'who-we-are'] })
    expect(plan?.warnings).toEqual([expect.stringContaining('layouts/partials/header.html')])
    expect(Object.keys(changed).sort()).toEqual(['content/posts/about-us.md', 'content/posts/who-we-are.md'])
  })

  test('the old address is kept as a redirect where that is wished', async () => {
    const job = { ...old, options: { choices: { ...usualChoices, redirect: true } } }
    const { changed, plan } = await changedSite(hugoSite, job)
    expect(plan?.offers.redirect).toEqual({ key: 'aliases', address: '/posts/old/' })
    expect(changed['content/posts/new.md']).toMatch(/aliases:\n? *(?:- |\[)"?\/posts\/old\/"?/)
    expect(await changedSite(hugoSite, old)).toMatchObject({ changed: { 'content/posts/new.md': post } })
  })

  test('a copy has an address of its own', async () => {
    const copied = head.replace('title', 'url: /old/ # fixed\naliases: [/older/]\ntitle')
    const { changed } = await changedSite(
      { 'hugo.toml': '', 'content/posts/old.md': copied },
      { open: 'content/posts', copy: 'old.md' },
    )
    expect(changed).toEqual({ 'content/posts/old-copy.md': head })
  })
})
