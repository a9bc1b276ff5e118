import { expect, test } from 'vitest'
import { expectFeatures, markdownOf, post, type Row, using } from '../../support/markdown-of-site'

const rows: readonly Row[] = [
  [
    'Astro: gfm off, and back by a plugin',
    {
      'package.json': using('astro'),
      'src/content/blog/a.md': post,
      'astro.config.mjs':
        "import gfm from 'remark-gfm'\nexport default { markdown: { gfm: false, remarkPlugins: [[gfm, { singleTilde: false }]], syntaxHighlight: false } }",
    },
    { tables: true, singleTilde: false, highlight: false },
  ],
  [
    'Eleventy: plugins in files that import one another',
    {
      'package.json': using('@11ty/eleventy'),
      'posts/a.md': post,
      'eleventy.config.js':
        "import plugins from './src/config/plugins.js'\nexport default (c) => { c.addPlugin(plugins.markdown) }",
      'src/config/plugins.js': "import { markdown } from './markdown.js'\nexport default { markdown }",
      'src/config/markdown.js':
        "import note from 'markdown-it-footnote'\nexport const markdown = (c) => c.amendLibrary('md', (md) => { md.use(note); md.set({ breaks: true }); md.enable('code') })",
    },
    { footnotes: true, breaks: true, indentedCode: true },
  ],
  [
    'VitePress: set, disable and use',
    {
      'package.json': using('vitepress'),
      'posts/a.md': post,
      '.vitepress/config.mts':
        "import mark from 'markdown-it-mark'\nexport default { markdown: { config(md) { md.use(mark).set({ breaks: true }); md.disable(['table']) } } }",
    },
    { mark: true, breaks: true, tables: false },
  ],
  [
    'Docusaurus: headings and admonitions',
    {
      'package.json': using('@docusaurus/core'),
      'blog/a.md': post,
      'docusaurus.config.js':
        "export default { markdown: { mdx1Compat: { headingIds: false } }, presets: [['classic', { blog: { admonitions: false } }]] }",
    },
    { attributes: 'off', containers: false },
  ],
  [
    'Gatsby with MDX: its list counts, not the packages',
    {
      'package.json': using('gatsby', 'gatsby-plugin-mdx'),
      'content/blog/a.mdx': post,
      'gatsby-config.js':
        "module.exports = { plugins: [{ resolve: 'gatsby-plugin-mdx', options: { mdxOptions: { remarkPlugins: [require('remark-gfm')], rehypePlugins: [wrap(require('rehype-slug'))] } } }] }\nfunction wrap(plugin) { return plugin }",
    },
    { tables: true, anchors: true },
    { tables: 'gatsby-config.js: remark-gfm' },
  ],
  [
    'hexo-renderer-markdown-it: its own defaults, rules and plugins',
    {
      'package.json': using('hexo', 'hexo-renderer-markdown-it'),
      'source/_posts/a.md': post,
      '_config.yml':
        'title: x\nmarkdown:\n  disable_rules: [table]\n  plugins:\n    - name: markdown-it-mark\n      enable: false\n    - markdown-it-abbr\n',
    },
    { breaks: true, typography: true, tables: false, mark: undefined, abbreviations: true },
    { tables: '_config.yml: markdown.disable_rules' },
  ],
  [
    'hexo-renderer-markdown-it-plus',
    {
      'package.json': using('hexo', 'hexo-renderer-markdown-it-plus'),
      'source/_posts/a.md': post,
      '_config.yml':
        'markdown_it_plus:\n  breaks: false\n  plugins:\n    - plugin:\n        name: markdown-it-mark\n        enable: false\n',
    },
    { breaks: false, subscript: true, math: true, mark: undefined },
  ],
  [
    'Jekyll: CommonMark is only what it lists',
    {
      '_config.yml':
        'markdown: CommonMark\ncommonmark:\n  options: [SMART, FOOTNOTES]\n  extensions: [table]\n',
      '_posts/2024-01-01-a.md': post,
    },
    { tables: true, footnotes: true, typography: true, rawHtml: 'omit', strikethrough: undefined },
    { tables: '_config.yml: commonmark.extensions: table' },
  ],
  [
    'Jekyll: no math engine',
    { '_config.yml': 'kramdown:\n  math_engine: nil\n', '_posts/2024-01-01-a.md': post },
    { math: false },
  ],
  [
    'Hugo: a folder of files, and emoji',
    {
      'config/_default/hugo.toml': 'enableEmoji = true\n[markup.goldmark.renderer]\nunsafe = true\n',
      'config/_default/markup.yaml': 'goldmark: { extensions: { typographer: false } }\n',
      'config/production/hugo.toml': 'markup.goldmark.renderer.hardWraps = true\n',
      'content/posts/a.md': post,
    },
    { emoji: true, rawHtml: 'show', typography: false, breaks: true },
    {
      emoji: 'config/_default/hugo.toml: enableEmoji',
      rawHtml: 'config/_default/hugo.toml: renderer.unsafe',
      typography: 'config/_default/markup.yaml: extensions.typographer',
      breaks: 'config/production/hugo.toml: renderer.hardWraps',
    },
  ],
  [
    'Hugo: delimiters of formulas',
    {
      'hugo.toml':
        "[markup.goldmark.extensions.passthrough]\nenable = true\n[markup.goldmark.extensions.passthrough.delimiters]\nblock = [['\\[', '\\]'], ['$$', '$$']]\ninline = [['\\(', '\\)']]\n",
      'content/posts/a.md': post,
    },
    { math: true, mathDelimiters: ['$$', '\\(', '\\['] },
  ],
  [
    'Astro: no single dollars',
    {
      'package.json': using('astro'),
      'src/content/blog/a.md': post,
      'astro.config.mjs':
        "import math from 'remark-math'\nexport default { markdown: { remarkPlugins: [[math, { singleDollarTextMath: false }]] } }",
    },
    { math: true, mathDelimiters: ['$$'] },
  ],
  [
    'Hugo: merged YAML',
    {
      'hugo.yaml':
        'x: &on { enable: true }\nmarkup:\n  goldmark:\n    extensions:\n      extras:\n        mark:\n          <<: *on\n',
      'content/posts/a.md': post,
    },
    { mark: true },
  ],
  [
    'Hugo: a template for alerts in the theme',
    {
      'hugo.toml': 'theme = "plain"\n',
      'themes/plain/layouts/_default/_markup/render-blockquote.html':
        '{{ if eq .Type "alert" }}{{ .AlertType }}{{ end }}',
      'content/posts/a.md': post,
    },
    { alerts: 'callouts' },
    { alerts: 'themes/plain/layouts/_default/_markup/render-blockquote.html' },
  ],
  [
    'Hugo: a template for quotes that knows no alerts',
    {
      'hugo.toml': '',
      'layouts/_default/_markup/render-blockquote.html': '<blockquote>{{ .Text }}</blockquote>',
      'content/posts/a.md': post,
    },
    { alerts: undefined },
  ],
]

for (const row of rows) test(row[0], () => expectFeatures(row))

test('a version that package.json does not name is the installed one', async () => {
  const files = {
    'package.json': '{"dependencies":{"astro":"catalog:"}}',
    'node_modules/astro/package.json': '{"version":"5.3.0"}',
    'src/content/blog/a.md': post,
  }
  expect((await markdownOf(files)).preset).toBe('astro-remark')
})
