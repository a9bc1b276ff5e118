import { describe, expect, test } from 'vitest'
import { detectSite } from '../../../../electron/site/detect-site'
import { withTempSites } from '../../../support/temp-site'

const tempSite = withTempSites()

const site = async (files: Readonly<Record<string, string>>) => {
  const temp = await tempSite(files)
  return temp
}
const using = (name: string) => JSON.stringify({ devDependencies: { [name]: '^1.0.0' } })
const post = '---\ntitle: A\n---\n\nText\n'

describe("the site's own configuration is read, never run", () => {
  test.each([
    [
      'hugo',
      {
        'hugo.toml': "contentDir = 'text'\nstaticDir = ['media']\nbaseURL = 'https://me.example/blog/'\n",
        'text/posts/a.md': post,
      },
      {
        postsFolder: 'text/posts',
        publicFolders: ['media', 'assets'],
        address: 'https://me.example',
        basePath: '/blog',
      },
    ],
    ['hugo', { 'hugo.yaml': 'contentDir: text\n', 'text/a.md': post }, { postsFolder: 'text' }],
    [
      'jekyll',
      {
        '_config.yml': 'url: "https://me.example"\nbaseurl: /blog\nsource: src\n',
        'src/_posts/2024-01-05-a.md': post,
      },
      { postsFolder: 'src/_posts', address: 'https://me.example', basePath: '/blog' },
    ],
    [
      'hexo',
      {
        '_config.yml': 'url: https://me.example\nroot: /\npost_asset_folder: true\n',
        'source/_posts/a.md': post,
      },
      { address: 'https://me.example', basePath: '' },
    ],
    [
      'astro',
      {
        'astro.config.mjs':
          "export default defineConfig({\n  site: 'https://me.example',\n  // base: '/not-this',\n  base: '/blog',\n})",
        'src/content/blog/a.md': post,
      },
      { address: 'https://me.example', basePath: '/blog' },
    ],
    [
      'eleventy',
      {
        'eleventy.config.js':
          "module.exports = (c) => {\n  c.addPassthroughCopy({ 'media/static': '/' })\n  return {\n    dir: {\n      input: 'words',\n    },\n  }\n}",
        'words/posts/a.md': post,
      },
      { postsFolder: 'words/posts', publicFolders: ['media/static', 'words', 'public', '.'] },
    ],
    [
      'next',
      { 'next.config.js': "module.exports = {\n  basePath: '/docs',\n}", 'posts/a.md': post },
      { basePath: '/docs' },
    ],
    [
      'astro',
      {
        'astro.config.ts':
          "import { SITE } from './src/config'\nconst base = '/docs'\nexport default defineConfig({ site: SITE.website, base, i18n: { defaultLocale: 'de' } })",
        'src/config.ts': "export const SITE = { website: 'https://me.example/' } as const",
        'src/content.config.ts':
          "import { glob } from 'astro/loaders'\nconst blog = defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/data/notes' }) })",
        'src/data/notes/a.md': post,
        'src/content/docs/b.md': post,
      },
      { address: 'https://me.example', basePath: '/docs', language: 'de', postsFolder: 'src/data/notes' },
    ],
    [
      'astro',
      {
        'package.json': using('astro'),
        'astro.config.mjs': "export default defineConfig({ site: 'https://me.example', base: '/docs' })",
        'src/content/blog/a.md': post,
      },
      { address: 'https://me.example', basePath: '/docs' },
    ],
    [
      'next',
      {
        'next.config.mjs': "export default { output: 'export', basePath: '/docs' } // basePath: '/old'",
        'posts/a.md': post,
      },
      { basePath: '/docs' },
    ],
    [
      'next',
      {
        'next.config.ts':
          "const config: NextConfig = {\n // basePath: '/old',\n basePath: '/docs' }\nexport default withMDX(config)",
        'posts/a.md': post,
      },
      { basePath: '/docs' },
    ],
    [
      'eleventy',
      {
        'eleventy.config.js': "export default (c) => { c.setInputDirectory('words') }",
        'words/posts/a.md': post,
        'posts/old.md': post,
      },
      { postsFolder: 'words/posts' },
    ],
    [
      'eleventy',
      {
        'eleventy.config.js':
          "export default () => {}\nexport const config = { dir: { input: 'words' }, pathPrefix: '/x/' }",
        'words/a.md': post,
      },
      { postsFolder: 'words', basePath: '/x' },
    ],
    [
      'eleventy',
      { '.eleventy.js': "module.exports = c => ({ dir: { input: 'words' } })", 'words/posts/a.md': post },
      { postsFolder: 'words/posts' },
    ],
    [
      'hugo',
      {
        'config.yaml': 'baseURL: https://me.example\nlanguages:\n  en:\n    contentDir: content/en\n',
        'content/en/blog/a.md': post,
        'content/en/docs/c.md': post,
        'content/de/blog/a.md': post,
      },
      { postsFolder: 'content/en/blog' },
    ],
    [
      'hugo',
      {
        'hugo.toml':
          'defaultContentLanguage = "de"\n[languages.en]\ncontentdir = "content/english"\n[languages.de]\ncontentDir = "content/german"\nlanguageCode = "de-AT"\n',
        'content/english/posts/a.md': post,
        'content/german/posts/a.md': post,
      },
      { postsFolder: 'content/german/posts', language: 'de-AT' },
    ],
    [
      'hugo',
      {
        'hugo.toml':
          '[[module.mounts]]\nsource = "text"\ntarget = "content"\n[[module.mounts]]\nsource = "media"\ntarget = "static"\n',
        'text/posts/a.md': post,
      },
      { postsFolder: 'text/posts', publicFolders: ['media', 'assets'] },
    ],
    [
      'hugo',
      {
        'config/_default/hugo.toml': 'baseURL = "https://me.example/x/"',
        'config/_default/languages.en.toml': 'contentDir = "content/en"',
        'config/_default/languages.de.toml': 'contentDir = "content/de"',
        'config/_default/module.toml': '[[mounts]]\nsource = "media"\ntarget = "static"\n',
        'content/en/posts/a.md': post,
      },
      { address: 'https://me.example', postsFolder: 'content/en/posts', publicFolders: ['media', 'assets'] },
    ],
    [
      'docusaurus',
      {
        'docusaurus.config.ts':
          "const config: Config = { url: 'https://me.example', baseUrl: '/x/', staticDirectories: ['public'], i18n: { defaultLocale: 'fr' }, presets: [['classic', { blog: { path: 'news' } } satisfies Options]] }\nexport default config",
        'news/2024-01-02-a.md': post,
        'blog/old.md': post,
      },
      {
        address: 'https://me.example',
        basePath: '/x',
        postsFolder: 'news',
        publicFolders: ['public'],
        language: 'fr',
      },
    ],
    [
      'gatsby',
      {
        'gatsby-config.js':
          'module.exports = { pathPrefix: "/x", siteMetadata: { siteUrl: "https://me.example" }, plugins: ["a", { resolve: `gatsby-source-filesystem`, options: { path: __dirname + "/src/images" } }, { resolve: `gatsby-source-filesystem`, options: { path: `./words` } }] }',
        'words/a/index.md': post,
        'blog/old.md': post,
      },
      { address: 'https://me.example', basePath: '/x', postsFolder: 'words' },
    ],
    [
      'vitepress',
      {
        'docs/.vitepress/config.mts':
          "export default defineConfig({ srcDir: './text', base: '/x/', lang: 'de' })",
        'docs/text/posts/a.md': post,
        'package.json': using('vitepress'),
      },
      { postsFolder: 'docs/text/posts', publicFolders: ['docs/text/public'], basePath: '/x', language: 'de' },
    ],
    [
      'vuepress',
      {
        'docs/.vuepress/config.js': "module.exports = { base: '/x/' }",
        'docs/posts/a.md': post,
        'package.json': using('vuepress'),
      },
      { postsFolder: 'docs/posts', publicFolders: ['docs/.vuepress/public'], basePath: '/x' },
    ],
    [
      'pelican',
      {
        'pelicanconf.py':
          "PATH = 'text'\nARTICLE_PATHS = ['news']\nSITEURL = 'https://me.example'\nDEFAULT_LANG = 'pl'\n",
        'text/news/a.md': post,
        'text/pages/b.md': post,
      },
      { postsFolder: 'text/news', address: 'https://me.example', language: 'pl' },
    ],
    [
      'nikola',
      {
        'conf.py':
          'BLOG_TITLE = "x"\nSITE_URL = "https://me.example/"\nPOSTS = (\n    ("words/*.md", "posts", "post.tmpl"),\n)\n',
        'words/a.md': post,
      },
      { postsFolder: 'words', address: 'https://me.example' },
    ],
    [
      'quartz',
      {
        'quartz.config.ts':
          "const config: QuartzConfig = { configuration: { baseUrl: 'me.example/x', locale: 'en-US' } }\nexport default config",
        'content/a.md': post,
      },
      { address: 'https://me.example', basePath: '/x', language: 'en-US' },
    ],
    [
      'jekyll',
      { '_config.yml': 'a: [unclosed', '_posts/2024-01-05-a.md': post },
      { postsFolder: '_posts', basePath: '' },
    ],
    [
      'hugo',
      { 'hugo.toml': 'contentDir = "../../etc"', 'content/posts/a.md': post },
      { postsFolder: 'content/posts' },
    ],
    ['hugo', { 'hugo.json': '[1]', 'content/posts/a.md': post }, { postsFolder: 'content/posts' }],
  ] as const)('%s %#', async (profile, files, expected) => {
    const temp = await site(files)
    expect(await detectSite(temp.root)).toMatchObject({ profile, ...expected })
  })
})
