import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { exportPost } from '../../../electron/export/export-post'
import { detectSite } from '../../../electron/site/detect-site'
import { diagramSources } from '../../../shared/markdown/rules/diagram-sources'
import { dockerPostIsThere, makeDockerSite, noDockerPost } from '../../support/docker-site'
import { exportedInto } from '../../support/exported-post'
import { elementsOf, metaOf, named, textOf } from '../../support/parse-html'
import { onePixelPng, withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const exported = exportedInto(tempSite)
const head = (fields: string) => `---\n${fields}\n---\n\n`
const dataOf = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`

describe('links', () => {
  const body = [
    '[post](./b.md#part) [named](c%20d.md?x=1&y=2) [gone](gone.md) [page](../about/) [root](/tags "t")',
    '[here](#one) [far](https://x.example/y) [mail](mailto:a@b.example) [shortcode]({{< ref "b.md" >}})',
    '<a class="x" href="b.md">raw</a> `<a href="b.md">`',
  ].join('\n')
  const files = {
    'content/posts/b.md': '---\nslug: bee & co\n---\n',
    'content/posts/c d.md': 'Text',
    'content/posts/a.md': body,
  }
  const linksOf = async (config: string) => {
    const temp = await tempSite({ 'hugo.toml': config, ...files })
    const site = await detectSite(temp.root)
    const markdown = { preset: 'everything' } as const
    const { html } = await exportPost({ site, postId: 'a.md', text: body, wordsPerMinute: 230, markdown })
    return named(html, 'a').map((element) => [textOf(element), element.attribs.href])
  }

  test('lead to the published site where it says its address', async () => {
    const site = 'https://me.example/blog'
    expect(await linksOf(`baseURL = '${site}/'\n`)).toEqual([
      ['post', `${site}/posts/bee-co/#part`],
      ['named', `${site}/posts/c-d/?x=1&y=2`],
      ['gone', 'gone.md'],
      ['page', `${site}/posts/about/`],
      ['root', 'https://me.example/tags'],
      ['here', '#one'],
      ['far', 'https://x.example/y'],
      ['mail', 'mailto:a@b.example'],
      ['shortcode', `${site}/posts/bee-co/`],
      ['raw', `${site}/posts/bee-co/`],
    ])
  })

  test('stay as they are written where it does not', async () => {
    expect((await linksOf('')).map(([, href]) => href)).toEqual([
      './b.md#part',
      'c%20d.md?x=1&y=2',
      'gone.md',
      '../about/',
      '/tags',
      '#one',
      'https://x.example/y',
      'mailto:a@b.example',
      '/posts/bee-co/',
      'b.md',
    ])
  })
})

describe('diagrams', () => {
  const text = '> ```mermaid\n> graph TD\n>   A --> B\n> ```\n\n```mermaid\ngraph LR\n```\n'
  const svg = (colour: string) =>
    `<svg viewBox="0 0 120.5 80" onload="x()"><script>x()</script><text>${colour} é</text></svg>`

  test('that were drawn are images, light and dark, in which nothing runs', async () => {
    const [source = ''] = diagramSources(text)
    const drawn = { source, light: svg('light'), dark: svg('dark') }
    const { html } = await exported(text, {}, { diagrams: [drawn] })
    const image = elementsOf(html).find(({ attribs }) => attribs.alt === 'Diagram')
    expect(image?.attribs).toMatchObject({ width: '121', height: '80' })
    const decoded = (address = '') => Buffer.from(address.split(',')[1] ?? '', 'base64').toString()
    expect(decoded(image?.attribs.src)).toBe(drawn.light)
    const dark = named(html, 'source')[0]?.attribs
    expect(dark?.media).toBe('(prefers-color-scheme: dark)')
    expect(decoded(dark?.srcset)).toBe(drawn.dark)
    expect(named(html, 'script', 'svg')).toHaveLength(0)
    expect(html).toContain('<pre class="mermaid-source"><code>graph LR') // the other was not drawn
  })
})

describe('the page', () => {
  test('shows what the preview shows', async () => {
    const { html } = await exported(
      `${head('title: A & B\ndate: 2023-10-15\ninfo: All about it\nisFeatured: true\ntags: [x, y]')}## One\n\nText **bold**.\n\n### Two\n\n- [x] done\n\n| a |\n|---|\n| b |\n`,
    )
    expect(named(html, 'h1', 'h2', 'h3').map(textOf)).toEqual(
      ['A &amp; B', 'One', 'Two'].map((text) => text.replace('&amp;', '&')),
    )
    expect(textOf(named(html, 'title')[0] as never)).toBe('A & B')
    expect(named(html, 'html')[0]?.attribs).toMatchObject({ lang: 'en', dir: 'ltr' })
    expect(named(html, 'time')[0]?.attribs.datetime).toBe('2023-10-15')
    expect(metaOf(html, 'description')).toBe('All about it')
    expect(metaOf(html, 'og:title')).toBe('A & B')
    expect(named(html, 'table', 'strong')).toHaveLength(2)
    expect(html).toContain('★ Featured')
  })

  test('takes from the text what the head leaves out', async () => {
    const { html } = await exported('# The *real* title\n\nFirst words of the post.\n')
    expect(textOf(named(html, 'title')[0] as never)).toBe('The real title')
    expect(metaOf(html, 'description')).toBe('First words of the post.')
  })

  test('of a post in Hebrew reads from the right', async () => {
    const { html } = await exported(`${head('title: שלום עולם')}זה פוסט קצר.\n`)
    expect(named(html, 'html')[0]?.attribs).toMatchObject({ lang: 'he', dir: 'rtl' })
  })

  test('of a broken head is the body', async () => {
    const { html } = await exported('---\ntitle: [unclosed\n---\n\nThe body.\n')
    expect(html).toContain('<p>The body.</p>')
    expect(textOf(named(html, 'title')[0] as never)).toBe('a')
  })

  test('of an empty post is still a page', async () => {
    const { html, missingImages } = await exported('')
    expect(named(html, 'main')).toHaveLength(1)
    expect(missingImages).toEqual([])
  })
})

describe('images', () => {
  test('are inside the page, wherever the site keeps them', async () => {
    const { html, missingImages } = await exported(
      `${head('image: hero.png')}![one](one.png)\n\n![two](/two.png)\n\n<img src="one.png">\n`,
      {
        'public/images/posts/a/hero.png': onePixelPng,
        'public/images/posts/a/one.png': onePixelPng,
        'public/two.png': onePixelPng,
      },
    )
    expect(named(html, 'img').map(({ attribs }) => attribs.src)).toEqual(Array(4).fill(dataOf(onePixelPng)))
    expect(missingImages).toEqual([])
  })

  test('are found behind definitions and in HTML of any shape', async () => {
    const { html, missingImages } = await exported(
      '![one][1] <IMG\n alt=two src=two.png>\n\n[1]: one.png\n',
      {
        'public/images/posts/a/one.png': onePixelPng,
        'public/images/posts/a/two.png': onePixelPng,
      },
    )
    expect(named(html, 'img').map(({ attribs }) => attribs.src)).toEqual(Array(2).fill(dataOf(onePixelPng)))
    expect(missingImages).toEqual([])
  })

  test('that the page does not show are not in it, nor missed', async () => {
    const text = 'Text <!-- ![x](hidden.png) --> and `![x](code.png)`.\n\n<!-- ![x](gone.png) -->\n'
    const { html, missingImages } = await exported(text, { 'public/images/posts/a/hidden.png': onePixelPng })
    expect(html).not.toContain(dataOf(onePixelPng))
    expect(missingImages).toEqual([])
  })

  test('that are missing are listed and labelled', async () => {
    const { html, missingImages } = await exported(
      `${head('image: gone-hero.png')}![a chart](gone.png)\n\n![](empty.png)`,
      {
        'public/images/posts/a/empty.png': '',
      },
    )
    expect(missingImages).toEqual(['gone-hero.png', 'gone.png', 'empty.png'])
    const labels = elementsOf(html).filter(({ attribs }) => attribs.class?.includes('image-missing'))
    expect(labels.map(textOf).join('\n')).toMatch(/gone-hero\.png[\s\S]*a chart[\s\S]*empty\.png/)
    expect(named(html, 'img')).toEqual([])
  })

  test('never come from outside the site', async () => {
    const { html, missingImages } = await exported(
      '![x](../../../../etc/passwd)\n\n![y](/etc/passwd)\n\n![z](file:///etc/passwd)',
    )
    expect(html).not.toContain('root:')
    expect(named(html, 'img')).toEqual([])
    expect(missingImages).toHaveLength(2)
  })

  test('of other servers stay there, and the policy lets in those servers only', async () => {
    const { html } = await exported('![x](https://img.example/a.png)\n\n![y](//cdn.example/b.png)')
    const policy = named(html, 'meta').find(({ attribs }) => attribs['http-equiv'])?.attribs.content
    expect(policy).toContain('img-src data: https://img.example https://cdn.example;')
    expect(named(html, 'img').map(({ attribs }) => attribs.src)).toEqual([
      'https://img.example/a.png',
      'https://cdn.example/b.png',
    ])
  })

  test('are shown on cards where the published site serves them', async () => {
    const { html } = await exported(`${head('title: A\nimage: /img/x y.png')}`, {
      'hugo.toml': "baseURL = 'https://me.example/blog/'",
      'static/img/x y.png': onePixelPng,
    })
    expect(metaOf(html, 'og:image')).toBe('https://me.example/blog/img/x%20y.png')
    expect(metaOf(html, 'twitter:card')).toBe('summary_large_image')
  })
})

describe('a hostile post', () => {
  const evil = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '<iframe src="https://evil.example"></iframe>',
    '<form action="https://evil.example"><input></form>',
    '<style>@import url(https://evil.example)</style>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example">',
    '<link rel="stylesheet" href="https://evil.example">',
  ].join('\n\n')

  test('runs and loads nothing', async () => {
    const { html } = await exported(
      `${head(`title: '</title><script>alert(1)</script>'\ninfo: '"><script>alert(2)</script>'\nimage: '"><script>alert(3)</script>'\ntags: ['<script>']`)}${evil}\n`,
    )
    expect(named(html, 'script', 'iframe', 'form', 'base', 'object', 'embed')).toEqual([])
    expect(named(html, 'link')).toEqual([])
    expect(named(html, 'meta').filter(({ attribs }) => attribs['http-equiv'] === 'refresh')).toEqual([])
    for (const { name, attribs } of elementsOf(html)) {
      expect(
        Object.keys(attribs).filter((key) => key.startsWith('on')),
        name,
      ).toEqual([])
      expect(attribs.href ?? '').not.toMatch(/^\s*javascript:/i)
    }
    expect(named(html, 'style').map(textOf).join('')).not.toMatch(/@import|https?:/)
  })
})

test('the real post of the first users is exported whole', async ({ skip }) => {
  if (!dockerPostIsThere) skip(noDockerPost)
  const temp = await tempSite({})
  const path = await makeDockerSite(temp.root)
  const site = await detectSite(path)
  const text = await readFile(path, 'utf8')
  const { html, missingImages } = await exportPost({
    site,
    postId: site.openPost ?? '',
    text,
    wordsPerMinute: 230,
  })
  expect(missingImages).toEqual([])
  expect(textOf(named(html, 'title')[0] as never)).toBe('Docker and Kubernetes')
  expect(metaOf(html, 'description')).toContain('What is Docker, really? 🐋')
  expect(named(html, 'img').map(({ attribs }) => attribs.src?.slice(0, 22))).toEqual([
    'data:image/png;base64,',
    'data:image/png;base64,',
  ])
  expect(named(html, 'img')[1]?.attribs.alt).toBe('docker and k8s architectures')
  expect(named(html, 'h1').map(textOf)).toEqual(['Docker and Kubernetes'])
  expect(named(html, 'script')).toEqual([])
})

test('a link of Hexo that names a post has its title and its address', async () => {
  const body = [
    '{% post_link my-post %} {% post_link my-post#part Own words %} {% post_link sub/deep %} {% post_link gone %}',
    '{% post_link dated %} {% post_link untitled %} {% post_link ../../secret %} <b>raw</b>',
  ].join('\n')
  const temp = await tempSite({
    'package.json': JSON.stringify({ dependencies: { hexo: '^8' } }),
    '_config.yml':
      'url: https://me.example\npermalink: :title/\nnew_post_name: :year-:month-:day-:title.md\n',
    'source/_posts/a.md': body,
    'source/_posts/my-post.md': head('title: My <post> & "more"'),
    'source/_posts/sub/deep.md': head('title: Deep'),
    'source/_posts/2024-01-02-dated.md': head('title: Dated'),
    'source/_posts/untitled.md': 'Text',
    'secret.md': head('title: Secret'),
  })
  const site = await detectSite(temp.root)
  const { html } = await exportPost({ site, postId: 'a.md', text: body, wordsPerMinute: 230 })
  const links = named(html, 'a').map((element) => [textOf(element), element.attribs.href])
  expect(links).toEqual([
    ['My <post> & "more"', 'https://me.example/my-post/'],
    ['Own words', 'https://me.example/my-post/#part'],
    ['Deep', 'https://me.example/sub/deep/'],
    ['gone', expect.stringContaining('post_path')],
    ['Dated', 'https://me.example/dated/'],
    ['untitled', 'https://me.example/untitled/'],
    ['../../secret', expect.stringContaining('post_path')],
  ])
})
