import { onePixelPng } from './temp-site'

/** A small site that its own generator can build. */
export interface BuiltSite {
  readonly tool: string
  readonly args: (out: string) => readonly string[]
  /** The folder of the built pages, relative to the site. */
  readonly out: string
  /** The origin of the site, and `base`, the path of the site on it. */
  readonly origin?: string
  readonly base?: string
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly open: string
  /** A copy gets a name of its own. */
  readonly jobs: readonly (readonly [job: 'rename' | 'move' | 'copy', id: string, to: string])[]
}

/** A post with a head. */
export const post = (body: string, head = '') =>
  `---\ntitle: T\ndate: 2024-01-02\nlayout: default\n${head}---\n\n${body}\n`
const page = '<!doctype html><html><body><a href="/">home</a>CONTENT</body></html>'

/** Sites of blog generators. */
export const sites: readonly BuiltSite[] = [
  {
    tool: 'hugo',
    args: () => ['--destination', 'built'],
    out: 'built',
    open: 'content/posts',
    files: {
      'hugo.toml':
        'baseURL="https://example.org/"\ndisableKinds=["taxonomy","term","RSS","sitemap"]\n[languages.en]\nweight=1\n[languages.fr]\nweight=2\n[permalinks]\nnotes="/:year/:month/:slug/"\n',
      'config.toml':
        'baseURL="https://example.org/"\ndisableKinds=["taxonomy","term","RSS","sitemap"]\n[languages.en]\nweight=1\n[languages.fr]\nweight=2\n[permalinks]\nnotes="/:year/:month/:slug/"\n',
      'layouts/_default/single.html': page.replace('CONTENT', '{{ .Content }}'),
      'layouts/_default/list.html': page.replace(
        'CONTENT',
        '{{ .Content }}{{ range .Pages }}<a href="{{ .RelPermalink }}">x</a>{{ end }}',
      ),
      'layouts/index.html': page.replace(
        'CONTENT',
        '<a href="/posts/old/">old</a> <a href="{{ relref . "/posts/old" }}">x</a>',
      ),
      'content/posts/_index.md': post('[old](/posts/old/) [b](old/)'),
      'content/posts/old.md': post('[b](../2023/intro/) [c](/posts/bundle/p.png)'),
      'content/posts/old.fr.md': post('[x](/posts/old/)'),
      'content/posts/2023/intro.md': post('[x](../../old/) {{< ref "/posts/old.md" >}}'),
      'content/posts/2024/intro.md': post('[x](../../2023/intro/)'),
      'content/posts/bundle/index.md': post('![p](p.png) [old]({{< ref "../old" >}})'),
      'content/posts/bundle/p.png': onePixelPng,
      'content/posts/Two Words & more.md': post('[x]({{< relref "bundle" >}})'),
      'content/posts/links.md': post(
        '[a](/posts/old/) [b](../old/) [c]({{< ref "/posts/old.md" >}}) [d](/fr/posts/old/) [e](/posts/2023/intro/) [f](/posts/2024/intro/) [g]({{< ref "2023/intro" >}}) <a href=/posts/bundle/>h</a> ![i](/posts/bundle/p.png) [j](/posts/two-words-more/) [k](https://example.org/posts/old/) [l](/2024/01/note/)',
      ),
      'content/notes/note.md': post('[x](/posts/old/)', 'slug: note\n'),
      'content/docs/old.md': post('[x](/posts/old/) [y](/docs/old/)'),
    },
    jobs: [
      ['rename', 'old.md', 'new'],
      ['rename', '2023/intro.md', 'welcome'],
      ['rename', 'bundle/index.md', 'box'],
      ['rename', 'links.md', 'with spaces (1)'],
      ['rename', 'Two Words & more.md', 'plain'],
      ['move', 'old.md', '2024'],
      ['move', '2023/intro.md', ''],
      ['move', 'bundle/index.md', 'deep/er'],
      ['copy', 'old.md', ''],
      ['copy', 'bundle/index.md', ''],
    ],
  },
  {
    tool: 'jekyll',
    args: () => ['build', '--quiet', '--destination', 'built'],
    out: 'built',
    open: '_posts',
    files: {
      '_config.yml': 'url: https://example.org\ncollections:\n  docs:\n    output: true\n',
      '_layouts/default.html': page.replace('CONTENT', '{{ content }}'),
      'index.md':
        '---\nlayout: default\n---\n[old](/2024/01/02/old.html) [x]({% post_url 2024-01-02-old %})\n',
      'about.md':
        '---\nlayout: default\npermalink: /about/\n---\n[old]({{ site.baseurl }}/2024/01/02/old.html)\n',
      '_docs/guide.md': '---\nlayout: default\n---\n[old](/2024/01/02/old.html)\n',
      '_posts/2024-01-02-old.md': post('[x](/about/) [y](/docs/guide.html)').replace(
        'date: 2024-01-02\n',
        '',
      ),
      '_posts/2023-05-06-old.md': post('x').replace('date: 2024-01-02\n', ''),
      '_posts/2024-02-03-pinned.md': post('x', 'permalink: /pinned/\n'),
      '_posts/tech/2024-03-04-deep.md': post(
        '[a]({% post_url 2024-01-02-old %})',
        'categories: [one, two]\n',
      ).replace('date: 2024-01-02\n', ''),
      '_posts/2024-04-05-links.md': post(
        '[a]({% post_url 2024-01-02-old %}) [b]({% link _posts/2024-01-02-old.md %}) [c](/2024/01/02/old.html) [d](/2023/05/06/old.html) [e]({{ "/2024/01/02/old.html" | relative_url }}) [f](/pinned/) [g]({% post_url tech/2024-03-04-deep %}) [h](/one/two/2024/03/04/deep.html) [i](https://example.org/2024/01/02/old.html) [j](../../01/02/old.html)',
      ).replace('date: 2024-01-02\n', ''),
    },
    jobs: [
      ['rename', '2024-01-02-old.md', 'new'],
      ['rename', '2024-02-03-pinned.md', 'other'],
      ['rename', 'tech/2024-03-04-deep.md', 'deeper'],
      ['move', '2024-01-02-old.md', 'tech'],
      ['move', 'tech/2024-03-04-deep.md', ''],
      ['copy', '2024-01-02-old.md', ''],
      ['copy', '2024-02-03-pinned.md', ''],
    ],
  },
  {
    tool: 'eleventy',
    args: () => ['--quiet', '--output=built'],
    out: 'built',
    open: 'posts',
    files: {
      'package.json': '{"devDependencies":{"@11ty/eleventy":"3"}}',
      'eleventy.config.js': 'module.exports = () => ({ dir: { input: ".", includes: "_includes" } })\n',
      '.eleventyignore': 'node_modules\n',
      '_includes/default.html': page.replace('CONTENT', '{{ content }}'),
      'index.md': post('[a](/posts/old/) [b](/posts/2024-01-02-dated/)').replaceAll(
        'layout: default',
        'layout: default.html',
      ),
      'posts/old.md': post('[a](../2024-01-02-dated/)').replaceAll('layout: default', 'layout: default.html'),
      'posts/2024-01-02-dated.md': post('[a](/posts/old/)').replaceAll(
        'layout: default',
        'layout: default.html',
      ),
      'posts/pinned.md': post('[a](/posts/old/)', 'permalink: /x/pinned/\n').replaceAll(
        'layout: default',
        'layout: default.html',
      ),
      'posts/bundle/index.md': post('[a](../old/) [b](/x/pinned/)').replaceAll(
        'layout: default',
        'layout: default.html',
      ),
      'posts/same/same.md': post('[a](/posts/bundle/)').replaceAll('layout: default', 'layout: default.html'),
      'posts/links.md': post(
        '[a](/posts/old/) [b](/posts/2024-01-02-dated/) [c](/x/pinned/) [d](/posts/bundle/) [e](/posts/same/)',
      ).replaceAll('layout: default', 'layout: default.html'),
    },
    jobs: [
      ['rename', 'old.md', 'new'],
      ['rename', '2024-01-02-dated.md', 'other'],
      ['rename', 'pinned.md', 'other'],
      ['rename', 'bundle/index.md', 'box'],
      ['move', 'old.md', 'deep'],
      ['move', 'links.md', 'a/b'],
      ['copy', 'pinned.md', ''],
    ],
  },
  {
    tool: 'hexo',
    args: () => ['generate', '--silent'],
    out: 'public',
    origin: 'http://example.org',
    open: 'source/_posts',
    files: {
      'package.json':
        '{"name":"x","version":"1.0.0","hexo":{"version":"7"},"dependencies":{"hexo":"*","hexo-renderer-marked":"*","hexo-renderer-ejs":"*"}}',
      '_config.yml':
        'url: http://example.org\npermalink: :year/:month/:day/:title/\npost_asset_folder: true\ntheme: bare\nsyntax_highlighter: ""\n',
      'themes/bare/layout/layout.ejs': page.replace('CONTENT', '<%- page.content %>'),
      'themes/bare/layout/post.ejs': '<%- page.content %>',
      'themes/bare/layout/page.ejs': '<%- page.content %>',
      'source/index.md': post('[a](/2024/01/02/old/)'),
      'source/about/index.md': post('[a](/2024/01/02/old/)'),
      'source/_posts/old.md': post('{% asset_img p.png %} [a](/about/)'),
      'source/_posts/old/p.png': onePixelPng,
      'source/_posts/sub/deep.md': post('{% post_link old %}'),
      'source/_posts/links.md': post(
        '{% post_link old %} {% post_link sub/deep %} [a](/2024/01/02/old/) [b](/2024/01/02/sub/deep/) ![c](/2024/01/02/old/p.png) [d](../old/)',
      ),
    },
    jobs: [
      ['rename', 'old.md', 'new'],
      ['rename', 'sub/deep.md', 'deeper'],
      ['move', 'old.md', 'sub'],
      ['move', 'sub/deep.md', ''],
      ['copy', 'old.md', ''],
    ],
  },
]
