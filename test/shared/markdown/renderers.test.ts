import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { featuresOfPlugin } from '../../../shared/generators/markdown/plugin-features'
import { featuresOf } from '../../../shared/markdown/options/presets'
import { renderComplete } from '../../../shared/markdown/page/render-complete'
import { pageBlocks } from '../../support/page-blocks'
import { renderers } from '../../support/renderers'

/*
 * The output of the renderers themselves for these bodies, with default configuration: Hugo 0.169, Jekyll 4.3 (kramdown
 * 2.4), Eleventy 3.1, Hexo 8 (hexo-renderer-marked 7), Astro 7 and the remark of Astro 6, react-markdown 10, MDX 3,
 * remark-html 16, VitePress 1.6, Docusaurus 3.10, gatsby-transformer-remark 6.
 */
const folder = join(import.meta.dirname, '../../fixtures/renderers')
const read = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))

const scheme = 'links of ftp lead nowhere here'
const nesting = 'an element that crosses another is not opened again'

/** Differences from the page, and their reasons. */
const different: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gatsby: { 'html-nested-wrong': nesting },
  hugo: {
    'address-upper': scheme,
    'href-brackets': 'Goldmark reads a title behind an address with an open bracket',
    'st-forms': 'Goldmark pairs tildes inside tildes',
    'table-align-odd': 'Goldmark does not align the cells that it fills up',
    'table-bare': 'Goldmark does not align the cells that it fills up',
    'table-no-body': 'Goldmark writes no body where there is none',
  },
  jekyll: { 'open-section-in-div': 'kramdown reads the closing tag of another element as text' },
  eleventy: { 'html-nested-wrong': nesting },
  hexo: {
    'address-upper': scheme,
    'al-mail': 'marked cuts a letter off an address before a dash',
    'autolink-cjk-2': 'Hexo shows hosts in their own letters',
    'footnote-code': 'marked takes a fence inside an indented paragraph',
    'html-code-inside': 'marked has no curly quotes between tags of code',
    'html-nested-wrong': nesting,
    'tk-empty': 'marked minds the blank behind a box without text',
    'list-quote': 'marked takes a quote behind an item into it',
    'typography-label': 'marked looks for code before links',
  },
  astro: {
    'html-nested-wrong': nesting,
    'www-behind-signs': 'Sätteri takes a curly quote behind an address into it',
  },
  'astro-remark': {
    ellipsis: 'SmartyPants joins dots over blanks',
    'html-nested-wrong': nesting,
  },
  'react-markdown': { 'footnote-inline': 'an indented line goes on behind a definition' },
  'react-markdown-gfm-raw-slug': { 'html-nested-wrong': nesting },
  'remark-html': { 'footnote-inline': 'an indented line goes on behind a definition' },
  'mdx-gfm': { 'html-pre': 'JSX keeps no line breaks' },
  vitepress: {
    'address-entities': 'the fixture was made by a template engine, which decodes entities once more',
    'address-entity': 'the fixture was made by a template engine, which decodes entities once more',
    'address-in-html-link': 'VitePress makes links inside links',
    'address-upper': scheme,
    'blank-line-nbsp': 'the fixture was made by a template engine, which drops blanks at the edges',
    'heading-wide-blanks': 'the fixture was made by a template engine, which drops blanks at the edges',
    'html-nested-wrong': nesting,
    'nbsp-end': 'the fixture was made by a template engine, which drops blanks at the edges',
  },
  docusaurus: {
    'containers-2': 'the fixture was made without the step that reads titles',
    'html-pre': 'JSX keeps no line breaks',
  },
}

/** The output of gatsby-transformer-remark with four plugins, in this order. */
test('Gatsby with plugins and the preview make the same page', async () => {
  const named = ['autolink-headers', 'katex', 'prismjs', 'smartypants'].map((name) => `gatsby-remark-${name}`)
  const features = featuresOf(
    'gatsby',
    Object.assign({}, ...named.map((name) => featuresOfPlugin({ name, options: {} }))),
  )
  const pages: Record<string, { body: string; html: string }> = JSON.parse(
    readFileSync(join(folder, 'gatsby-plugins.json'), 'utf8'),
  )
  for (const [id, { body, html }] of Object.entries(pages)) {
    const page = await renderComplete(body, { features, assetUrl: (x) => `asset:${x}`, remoteImages: 'show' })
    expect(pageBlocks(page.html), id).toEqual(pageBlocks(html))
  }
})

const bodies = read('bodies')
const made = Object.keys(renderers)

test.each(made)('%s and the preview make the same page', async (name) => {
  const expected = read(name)
  const features = renderers[name]
  if (!features) throw new Error(`No switches for ${name}`)
  const found: string[] = []
  for (const [id, html] of Object.entries(expected)) {
    const options = {
      features,
      assetUrl: (reference: string) => `asset:${reference}`,
      remoteImages: 'show',
    } as const
    const page = await renderComplete(bodies[id] ?? '', options)
    if (JSON.stringify(pageBlocks(page.html)) !== JSON.stringify(pageBlocks(html))) found.push(id)
  }
  expect(found.sort()).toEqual(Object.keys(different[name] ?? {}).sort())
})
