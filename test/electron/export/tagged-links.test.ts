import { expect, test } from 'vitest'
import { exportPost } from '../../../electron/export/export-post'
import { detectSite } from '../../../electron/site/detect-site'
import { named, textOf } from '../../support/parse-html'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const linksOf = async (files: Record<string, string>, postId: string) => {
  const { root } = await tempSite(files)
  const site = await detectSite(root)
  const text = Object.entries(files).find(([path]) => path.endsWith(postId))?.[1] ?? ''
  const { html } = await exportPost({ site, postId, text, wordsPerMinute: 230, markdown: {} })
  return Object.fromEntries(named(html, 'a').map((element) => [textOf(element), element.attribs.href]))
}

const hugo = {
  'content/posts/b.md': '---\nslug: bee\n---\n',
  'content/posts/deep/index.md': '---\ntitle: Deep\n---\n',
  'content/about.md': '---\ntitle: About\n---\n',
  'content/posts/a.md': [
    '---\ntitle: A\n---\n',
    '[beside]({{< ref "b.md" >}}) [part]({{% relref "b#sec" %}}) [bundle]({{< relref "deep" >}})',
    '[top]({{< ref "/about.md" >}}) [path]({{< ref path="b" >}}) [quiet]({{< ref `b.md` >}}?x=1)',
    '[gone]({{< ref "gone.md" >}}) [other]({{< param "x" >}}) <a href="{{< ref "b" >}}">raw</a>',
    '`[code]({{< ref "b.md" >}})`',
  ].join('\n'),
}

test('ref and relref become the address of the page that they name', async () => {
  const config = 'baseURL = "https://me.example/blog/"\n[markup.goldmark.renderer]\nunsafe = true\n'
  const site = 'https://me.example/blog'
  expect(await linksOf({ 'hugo.toml': config, ...hugo }, 'a.md')).toEqual({
    beside: `${site}/posts/bee/`,
    part: `${site}/posts/bee/#sec`,
    bundle: `${site}/posts/deep/`,
    top: `${site}/about/`,
    path: `${site}/posts/bee/`,
    quiet: `${site}/posts/bee/?x=1`,
    gone: expect.stringMatching(/^%7B%7B/),
    other: expect.stringMatching(/^%7B%7B/),
    raw: `${site}/posts/bee/`,
  })
})

test('they become its path where the site does not say its address', async () => {
  const links = await linksOf({ 'hugo.toml': 'title = "x"\n', ...hugo }, 'a.md')
  expect([links.beside, links.part, links.top]).toEqual(['/posts/bee/', '/posts/bee/#sec', '/about/'])
})

test('post_url, link and relative_url become addresses as well', async () => {
  const config = 'url: https://me.example\nbaseurl: /blog\npermalink: /:title/\n'
  const post = [
    '---\ntitle: A\n---\n',
    '[url]({% post_url 2024-01-02-bee %}) [part]({% post_url 2024-01-02-bee %}#sec)',
    '[based]({{ site.baseurl }}{% post_url 2024-01-02-bee %}) [full]({{ site.url }}{{ site.baseurl }}{% post_url sub/2024-02-03-deep %})',
    '[file]({% link _posts/2024-01-02-bee.md %}) [page]({% link about.md %}) [filter]({{ "/bee/" | relative_url }})',
    '[gone]({% post_url 2024-01-02-gone %}) [value]({{ page.link }})',
  ].join('\n')
  const files = {
    '_config.yml': config,
    'about.md': '---\ntitle: About\n---\n',
    '_posts/2024-01-02-bee.md': '---\ntitle: Bee\n---\n',
    '_posts/sub/2024-02-03-deep.md': '---\ntitle: Deep\n---\n',
    '_posts/2024-03-04-a.md': post,
  }
  const site = 'https://me.example/blog'
  expect(await linksOf(files, '2024-03-04-a.md')).toEqual({
    url: `${site}/bee/`,
    part: `${site}/bee/#sec`,
    based: `${site}/bee/`,
    full: `${site}/deep/`,
    file: `${site}/bee/`,
    page: `${site}/about/`,
    filter: `${site}/bee/`,
    gone: expect.stringMatching(/^%7B%25/),
    value: expect.stringMatching(/^%7B%7B/),
  })
})
