import { expect, test } from 'vitest'
import { markdownOf, post, using } from '../../../support/markdown-of-site'

const jekyll = { '_config.yml': 'title: x\n', '_posts/2024-01-01-a.md': post }
const hugo = { 'hugo.toml': 'theme = "t"\n', 'content/posts/a.md': post }
const eleventy = {
  'package.json': using('@11ty/eleventy'),
  '.eleventy.js': 'module.exports = {}',
  'posts/a.md': post,
}
const hexo = { 'package.json': using('hexo'), '_config.yml': 'theme: t\n', 'source/_posts/a.md': post }
const astro = { 'package.json': using('astro'), 'src/content/blog/a.md': post }
const next = { 'package.json': using('next', 'react-markdown'), 'posts/a.md': post }

test.each([
  [jekyll, '_layouts/post.html', '<h1>{{ page.title | markdownify | strip_html }}</h1>'],
  [jekyll, '_includes/header.html', '{% assign t = post.title | escape | markdownify %}'],
  [hugo, 'layouts/_default/single.html', '<h1>{{ .Title | markdownify }}</h1>'],
  [hugo, 'themes/t/layouts/partials/title.html', '{{ .Page.RenderString .Title }}'],
  [hugo, 'layouts/page.html', '{{ $t := .Title | .RenderString (dict "display" "inline") }}'],
  [eleventy, '_includes/post.njk', '<h1>{{ title | markdown | safe }}</h1>'],
  [eleventy, 'src/_includes/layouts/entry.liquid', '{{ page.title | default: "x" | md }}'],
  [hexo, 'themes/t/layout/post.ejs', '<h1><%- markdown(page.title) %></h1>'],
  [astro, 'src/layouts/Post.astro', '<h1 set:html={marked.parseInline(post.data.title)} />'],
  [next, 'components/post-title.tsx', 'export const T = ({ title }) => <Markdown>{title}</Markdown>'],
])('%#: %s renders titles', async (site, file, template) => {
  const { features, sources } = await markdownOf({ ...site, [file]: template })
  expect(features?.titleMarks).toBe(true)
  expect(sources?.titleMarks).toBe(file)
})

test.each([
  [jekyll, '_layouts/post.html', '{{ page.title | escape }}{{ page.description | markdownify }}'],
  [hugo, 'layouts/_default/single.html', '<h1>{{ .Title }}</h1>{{ .Summary | markdownify }}'],
  [hugo, 'themes/other/layouts/_default/single.html', '{{ .Title | markdownify }}'],
  [eleventy, '_includes/post.njk', '{{ title }}{{ content | markdown }}'],
  [hexo, 'themes/t/layout/post.ejs', '<%= page.title %><%- markdown(page.excerpt) %>'],
  [astro, 'src/layouts/Post.astro', '<h1>{title}</h1>{marked.parse(body)}'],
  [
    next,
    'components/post.tsx',
    'export const P = ({ title, text }) => <><h1>{title}</h1><Markdown>{text}</Markdown></>',
  ],
])('%#: %s leaves them as they are', async (site, file, template) => {
  expect((await markdownOf({ ...site, [file]: template })).features?.titleMarks).toBeUndefined()
})
