import { type BuiltSite, post } from './sites-to-build'

/** A post whose head names no layout. */
const plain = (body: string, head = '') => post(body, head).replace('layout: default\n', '')

const packages = (...names: string[]) => ({
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
  }),
})

const pelican = {
  tool: 'pelican',
  args: () => ['content', '-s', 'pelicanconf.py', '-o', 'built', '-q'],
  out: 'built',
  open: 'content/posts',
}
const pelicanSettings =
  "PATH = 'content'\nSITENAME = 'T'\nSITEURL = ''\nTIMEZONE = 'UTC'\nTHEME = 'bare'\nFEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\nTHEME_STATIC_PATHS = []\nDIRECT_TEMPLATES = ['index']\n"
const bareTheme: Readonly<Record<string, string>> = {
  'bare/templates/article.html': '<html><body>{{ article.content }}</body></html>',
  'bare/templates/page.html': '<html><body>{{ page.content }}</body></html>',
  'bare/templates/index.html': '<html><body>home</body></html>',
  ...Object.fromEntries(
    ['author', 'category', 'tag'].map((name) => [`bare/templates/${name}.html`, '<html></html>']),
  ),
}

/** Sites of documentation generators, which also have blogs, and of Pelican. */
export const documentationSites: readonly BuiltSite[] = [
  {
    tool: 'vitepress',
    args: () => ['build', 'docs', '--outDir', 'built'],
    out: 'built',
    base: '/b',
    open: 'docs/posts',
    files: {
      ...packages('vitepress'),
      'docs/.vitepress/config.js': "export default { base: '/b/', ignoreDeadLinks: true }",
      'docs/index.md': post('[a](/posts/old) [b](./posts/old.md)'),
      'docs/guide/old.md': post('[a](../posts/old.md) [b](/posts/old.html)'),
      'docs/posts/old.md': post('[a](../guide/old.md) [b](deep/intro)'),
      'docs/posts/deep/intro.md': post('[a](../old.md) [b](/guide/old)'),
      'docs/posts/bundle/index.md': post('[a](../old.md) [b](../deep/intro.html)'),
      'docs/posts/links.md': post(
        '[a](old) [b](./old.html) [c](/posts/old) [d](/guide/old) [e](bundle/) [f](/posts/bundle/) [g](deep/intro.md)',
      ),
    },
    jobs: [
      ['rename', 'old.md', 'new'],
      ['rename', 'bundle/index.md', 'box'],
      ['rename', 'links.md', 'two words'],
      ['move', 'old.md', 'deep'],
      ['move', 'deep/intro.md', ''],
    ],
  },
  {
    tool: 'vuepress',
    args: () => ['build', 'docs', '--dest', 'built'],
    out: 'built',
    open: 'docs/posts',
    files: {
      ...packages('vuepress', '@vuepress/bundler-vite', '@vuepress/theme-default'),
      'docs/.vuepress/config.js':
        "import { viteBundler } from '@vuepress/bundler-vite'\nimport { defaultTheme } from '@vuepress/theme-default'\nexport default { bundler: viteBundler(), theme: defaultTheme({ contributors: false, lastUpdated: false }), permalinkPattern: null }\n",
      'docs/README.md': plain('[a](/posts/old.html) [b](./posts/old.md)'),
      'docs/guide/old.md': plain('[a](../posts/old.md)'),
      'docs/posts/old.md': plain('[a](../guide/old.md)'),
      'docs/posts/2024-01-02-dated.md': plain('[a](./old.md)'),
      'docs/posts/pinned.md': plain('[a](./old.md)', 'permalink: /p/pinned.html\n'),
      'docs/posts/bundle/README.md': plain('[a](../old.md) [b](/p/pinned.html)'),
      'docs/posts/links.md': plain(
        '[a](./old.md) [b](/posts/old.html) [c](../guide/old.md) [d](/p/pinned.html) [e](/posts/bundle/) [f](./2024-01-02-dated.md) [g](/posts/2024-01-02-dated.html)',
      ),
    },
    jobs: [
      ['rename', 'old.md', 'new'],
      ['rename', '2024-01-02-dated.md', 'other'],
      ['rename', 'pinned.md', 'other'],
      ['move', 'old.md', 'deep'],
    ],
  },
  {
    tool: 'docusaurus',
    args: () => ['build', '--out-dir', 'built'],
    out: 'built',
    base: '/b',
    open: 'blog',
    files: {
      'package.json': '{"dependencies":{"@docusaurus/core":"3"}}',
      'docusaurus.config.js':
        "module.exports = { title: 'T', url: 'https://example.org', baseUrl: '/b/', onBrokenLinks: 'ignore', presets: [['classic', { blog: { onInlineAuthors: 'ignore', onUntruncatedBlogPosts: 'ignore', archiveBasePath: null, feedOptions: { type: null } }, docs: { sidebarPath: undefined } }]], themeConfig: {} }",
      'src/pages/index.md': '# Home\n\n[a](/blog/2024/01/02/old)\n',
      'docs/guide/02-old.md': '---\ntitle: T\n---\n\n[a](/blog/2024/01/02/old)\n',
      'docs/guide/named.md': '---\ntitle: T\nid: other\n---\n\n[a](./02-old.md)\n',
      'blog/2024-01-02-old.md': '---\ntitle: Old\n---\n\n[a](/docs/guide/old)\n',
      'blog/2024-01-03-bundle/index.md': '---\ntitle: Bundle\n---\n\n[a](../2024-01-02-old.md)\n',
      'blog/2024-01-04-pinned.md': '---\ntitle: Pinned\nslug: fixed\n---\n\n[a](/blog/2024/01/03/bundle)\n',
      'blog/2024-01-05-links.md':
        '---\ntitle: Links\n---\n\n[a](./2024-01-02-old.md) [b](/blog/2024/01/02/old) [c](/docs/guide/old) [d](/docs/guide/other) [e](/blog/fixed) [f](/blog/2024/01/03/bundle)\n',
    },
    jobs: [
      ['rename', '2024-01-02-old.md', 'new'],
      ['rename', '2024-01-03-bundle/index.md', 'box'],
      ['rename', '2024-01-04-pinned.md', 'other'],
      ['move', '2024-01-02-old.md', 'deep'],
    ],
  },
  {
    ...pelican,
    files: {
      'pelicanconf.py':
        pelicanSettings +
        "SLUGIFY_SOURCE = 'basename'\nARTICLE_URL = '{date:%Y}/{slug}/'\nARTICLE_SAVE_AS = '{date:%Y}/{slug}/index.html'\n",
      ...bareTheme,
      'content/pages/about.md': 'Title: About\n\n[a]({filename}/posts/old.md) [b](/2024/old/)\n',
      'content/posts/old.md': 'Title: Old\nDate: 2024-01-02\n\n[a]({filename}../pages/about.md)\n',
      'content/posts/2023/intro.md': 'Title: Intro\nDate: 2023-01-02\n\n[a]({filename}../old.md)\n',
      'content/posts/slugged.md': 'Title: S\nDate: 2024-01-03\nSlug: fixed\n\n[a]({filename}old.md)\n',
      'content/posts/links.md':
        'Title: Links\nDate: 2024-01-04\n\n[a]({filename}old.md) [b]({filename}/posts/2023/intro.md) [c](/2024/old/) [d](/2023/intro/) [e](/2024/fixed/) [f](/pages/about.html) [g](../old/)\n',
    },
    jobs: [
      ['rename', 'old.md', 'new'],
      ['rename', 'slugged.md', 'other'],
      ['rename', '2023/intro.md', 'welcome'],
      ['move', 'old.md', '2023'],
      ['move', '2023/intro.md', ''],
    ],
  },
  {
    ...pelican,
    files: {
      'pelicanconf.py':
        pelicanSettings +
        "FILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})_(?P<slug>.*)'\nPATH_METADATA = r'posts/(?P<series>[^/]+)/.*'\nDEFAULT_LANG = 'en'\nARTICLE_URL = '{date:%Y}/{date:%m}/{category}/{slug}/'\nARTICLE_SAVE_AS = '{date:%Y}/{date:%m}/{category}/{slug}/index.html'\nARTICLE_LANG_URL = '{lang}/{slug}/'\nARTICLE_LANG_SAVE_AS = '{lang}/{slug}/index.html'\n",
      ...bareTheme,
      'content/posts/2024-01-02_old.md': 'Title: Old\n\n[a](/2023/05/my-things/intro/)\n',
      'content/posts/My Things/2023-05-06_intro.md': 'Title: Intro\n\n[a](/2024/01/posts/old/)\n',
      'content/posts/2024-02-03_french.md': 'Title: French\nLang: fr\n\n[a]({filename}2024-01-02_old.md)\n',
      'content/posts/2024-02-04_links.md':
        'Title: Links\nCategory: Tech\n\n[a]({filename}2024-01-02_old.md) [b](/2024/01/posts/old/) [c](/2023/05/my-things/intro/) [d](/fr/french/) [e](../../../01/posts/old/)\n',
    },
    jobs: [
      ['rename', '2024-01-02_old.md', 'new'],
      ['rename', 'My Things/2023-05-06_intro.md', 'welcome'],
      ['rename', '2024-02-03_french.md', 'other'],
      ['move', '2024-01-02_old.md', 'My Things'],
      ['copy', '2024-01-02_old.md', ''],
    ],
  },
]
