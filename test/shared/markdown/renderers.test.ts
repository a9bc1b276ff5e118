import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderComplete } from '../../../shared/markdown/page/render-complete'
import { pageBlocks } from '../../support/page-blocks'
import { renderers } from '../../support/renderers'

/*
 * What the renderers themselves made of these bodies, with their default configuration: Hugo 0.111, Jekyll 4.3 (kramdown
 * 2.4), Eleventy 3.1, Hexo 8 (hexo-renderer-marked 7), Astro 7 and the remark of Astro 6, react-markdown 10, MDX 3,
 * remark-html 16, VitePress 1.6, Docusaurus 3.10.
 */
const folder = join(import.meta.dirname, '../../fixtures/renderers')
const read = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))

/** Where the page differs, and why. */
const different: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hugo: {
    'deflist-2': 'Goldmark takes each line before a definition as a term',
    'heading-slugs-2': 'Hugo 0.111 makes the address of a link part of the id; newer ones do not',
    'setext-2': 'Hugo 0.111 takes the last line of a heading for its id',
    'strike-2': 'Hugo 0.111 knows no single tilde; newer ones do',
    'sub-sup': 'Hugo 0.111 knows no single tilde; newer ones do',
    'table-bare': 'Goldmark does not align the cells that it fills up',
    'table-in-list': 'Goldmark does not count the blank line before a table in an item',
  },
  jekyll: { 'link-forms': 'kramdown ends an address at an escaped bracket' },
  hexo: {
    'autolink-cjk-2': 'Hexo shows hosts in their own letters',
    'autolink-mail': 'marked takes a version for a host',
    'footnote-code': 'marked takes a fence inside an indented paragraph',
    'list-quote': 'marked takes a quote behind an item into it',
  },
  'astro-remark': { ellipsis: 'SmartyPants joins dots over blanks' },
  'react-markdown': { 'footnote-inline': 'an indented line goes on behind a definition' },
  'remark-html': { 'footnote-inline': 'an indented line goes on behind a definition' },
  'mdx-gfm': { 'html-pre': 'JSX keeps no line breaks' },
  docusaurus: {
    'containers-2': 'the fixture was made without the step that reads titles',
    'html-pre': 'JSX keeps no line breaks',
  },
}

const bodies = read('bodies')
const made = Object.keys(renderers).filter((name) => name !== 'gatsby')

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
