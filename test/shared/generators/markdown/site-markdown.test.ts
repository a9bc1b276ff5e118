import { expect, test } from 'vitest'
import { configurationOf, plainOf } from '../../../../shared/configuration/code-values'
import { readCode } from '../../../../shared/configuration/read-code'
import type { Values } from '../../../../shared/configuration/read-data'
import { siteMarkdown } from '../../../../shared/generators/markdown/site-markdown'
import { featuresFor } from '../../../../shared/generators/markdown-features'
import type { ReadConfiguration } from '../../../../shared/generators/shape/generator'
import type { GeneratorId } from '../../../../shared/generators/shape/generator-id'

const packaged = (generator: GeneratorId, ...names: string[]) =>
  siteMarkdown({
    generator,
    packages: new Map(
      names.map((name) => [name.replace(/@[\d.]+$/, ''), /@([\d.]+)$/.exec(name)?.[1] ?? '1']),
    ),
    configuration: null,
  })

const data = (generator: GeneratorId, values: Values, file = 'hugo.toml') =>
  siteMarkdown({ generator, packages: new Map(), configuration: { values, code: null, file } })

const coded = (generator: GeneratorId, source: string, file: string) => {
  const code = readCode(source, new Map())
  if (code === null) throw new Error('The code can be read')
  const values = (plainOf(configurationOf(code.exported)) ?? {}) as Values
  const configuration: ReadConfiguration = { values, code, file }
  return siteMarkdown({ generator, packages: new Map(), configuration })
}

test('what is not installed is not rendered, and the setting says why', () => {
  const bare = packaged('next', 'next', 'react-markdown')
  expect(bare.preset).toBe('react-markdown')
  expect(featuresFor('next', bare)).toMatchObject({ tables: false, footnotes: false, rawHtml: 'escape' })
  expect(bare.sources?.footnotes).toBe('remark-gfm is not installed')
  const company = packaged('next', 'react-markdown', 'remark-gfm', 'rehype-raw', 'rehype-slug')
  expect(featuresFor('next', company)).toMatchObject({
    tables: true,
    singleTilde: true,
    rawHtml: 'show',
    anchors: true,
    emoji: false,
  })
  expect(company.sources?.anchors).toBe('rehype-slug is installed')
})

test('the renderer is found among the packages', () => {
  expect(packaged('next', 'remark', 'remark-html').preset).toBe('remark-html')
  expect(packaged('next', 'next-mdx-remote').preset).toBe('mdx')
  expect(packaged('next', 'marked').preset).toBe('marked')
  expect(packaged('next', 'markdown-it').preset).toBe('markdown-it')
  expect(packaged('next', 'next').preset).toBe('github')
  expect(packaged('astro', 'astro@5.1.0').preset).toBe('astro-remark')
  expect(packaged('astro', 'astro@7.0.0').preset).toBe('astro')
  expect(packaged('hexo', 'hexo-renderer-markdown-it').preset).toBe('markdown-it')
})

test('names that only look alike turn nothing on', () => {
  expect(packaged('plain', 'remark', 'my-remark-math-fork', 'markdown-it', 'katex').features).toEqual({})
})

test('the writer has the last word', () => {
  const site = packaged('next', 'remark-math')
  expect(featuresFor('next', site).math).toBe(true)
  expect(featuresFor('next', site, { features: { math: false } }).math).toBe(false)
})

test('Hugo says it in markup.goldmark, in whatever case', () => {
  const goldmark = {
    extensions: { typographer: { disable: true }, Linkify: false, extras: { subscript: { enable: true } } },
    parser: { autoHeadingIDType: 'blackfriday', attribute: { block: true } },
    renderer: { unsafe: true, hardWraps: true },
  }
  const site = data('hugo', { markup: { goldmark } })
  expect(site.features).toEqual({
    rawHtml: 'show',
    breaks: true,
    autolinks: false,
    typography: false,
    subscript: true,
    singleTilde: false,
    idStyle: 'blackfriday',
    attributes: 'blocks',
  })
  expect(site.sources?.rawHtml).toBe('hugo.toml: renderer.unsafe')
  expect(data('hugo', {}).features).toEqual({})
})

test('Jekyll and Hexo say it in _config.yml', () => {
  expect(data('jekyll', { kramdown: { hard_wrap: true, auto_ids: false } }).features).toEqual({
    breaks: true,
    anchors: false,
  })
  expect(data('jekyll', { markdown: 'CommonMarkGhPages' }).preset).toBe('commonmark')
  expect(data('hexo', { marked: { breaks: false, smartypants: false } }).features).toEqual({
    breaks: false,
    typography: false,
  })
})

test('code is read, never run', () => {
  const eleventy = coded(
    'eleventy',
    `import markdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'; export default function (config) {
  config.setLibrary('md', markdownIt({ html: true, linkify: true, breaks: true }).use(footnotes))
}`,
    'eleventy.config.js',
  )
  expect(eleventy.features).toMatchObject({
    rawHtml: 'show',
    autolinks: true,
    breaks: true,
    footnotes: true,
    inlineNotes: true,
    indentedCode: true,
  })
  const astro = coded(
    'astro',
    `import { defineConfig } from 'astro/config'
import remarkMath from 'remark-math'
import slug from 'rehype-slug'; export default defineConfig({ markdown: { remarkPlugins: [[remarkMath, {}]], rehypePlugins: [slug], smartypants: false, gfm: false } })`,
    'astro.config.mjs',
  )
  expect(astro.features).toMatchObject({ math: true, typography: false, tables: false })
  const docusaurus = coded(
    'docusaurus',
    `import math from 'remark-math'; export default { markdown: { mermaid: true }, presets: [['classic', { blog: { remarkPlugins: [math] } }]] }`,
    'docusaurus.config.js',
  )
  expect(docusaurus.features).toMatchObject({ math: true, mermaid: true })
  const gatsby = coded(
    'gatsby',
    `module.exports = { plugins: [{ resolve: 'gatsby-transformer-remark', options: { plugins: ['gatsby-remark-smartypants', { resolve: 'gatsby-remark-autolink-headers', options: { enableCustomId: true } }, { resolve: 'gatsby-remark-katex' }] } }] }`,
    'gatsby-config.js',
  )
  expect(gatsby.features).toMatchObject({ anchors: true, math: true, typography: true, attributes: 'ids' })
  const vitepress = coded('vitepress', 'export default { markdown: { math: true } }', '.vitepress/config.js')
  expect(vitepress.features).toEqual({ math: true })
})

test('Zola: what pulldown-cmark is told to read, and the options of its configuration', () => {
  const usual = siteMarkdown({ generator: 'zola', packages: new Map(), configuration: null })
  expect(featuresFor('zola', usual)).toMatchObject({
    tables: true,
    footnotes: true,
    autolinks: false,
    anchors: true,
    idStyle: 'zola',
    typography: false,
  })
  const said = data(
    'zola',
    { markdown: { smart_punctuation: true, render_emoji: true }, slugify: { anchors: 'safe' } },
    'config.toml',
  )
  expect(featuresFor('zola', said)).toMatchObject({ typography: true, emoji: true, idStyle: 'github' })
  expect(said.sources?.emoji).toBe('config.toml: markdown.render_emoji')
})

test.each([
  ["const a = require('markdown-it-anchor')", 'a', 'encoded'],
  ["const a = require('markdown-it-anchor')", "a, { slugify: config.getFilter('slugify') }", 'slugify'],
  [
    "import a from 'markdown-it-anchor'\nimport s from '@sindresorhus/slugify'",
    'a, { slugify: s }',
    'slugify',
  ],
  ["import a from 'markdown-it-anchor'", 'a, { slugify: (s) => s.toLowerCase() }', 'own'],
  ["import a from 'markdown-it-anchor'\nimport s from './slugs.js'", 'a, { level: 2, slugify: s }', 'own'],
  ["import a from 'markdown-it-anchor'\nimport s from 'slugify'", 'a, { slugify: s }', 'own'],
])('%s: the ids of .use(%s) are %s', (imports, used, style) => {
  const exported = imports.startsWith('import') ? 'export default' : 'module.exports ='
  const source = `${imports}\n${exported} (config) => {\n  config.amendLibrary('md', (md) => md.use(${used}))\n}`
  const found = coded('eleventy', source, 'eleventy.config.js')
  expect(featuresFor('eleventy', found)).toMatchObject({ anchors: true, idStyle: style })
})

test('VitePress with own ids', () => {
  const styleOf = (anchor: string) =>
    featuresFor(
      'vitepress',
      coded('vitepress', `export default { markdown: { ${anchor} } }`, '.vitepress/config.ts'),
    ).idStyle
  expect(styleOf('anchor: { slugify: (s) => encodeURIComponent(s) }')).toBe('own')
  expect(styleOf('anchor: { level: 2 }')).toBe('vitepress')
  expect(styleOf('')).toBe('vitepress')
})
