import { type BuiltSite, post } from './sites-to-build'
import { onePixelPng } from './temp-site'

/** A post whose head names no layout. */
const plain = (body: string, head = '') => post(body, head).replace('layout: default\n', '')

const packages = (...names: string[]) => ({
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
  }),
})

/** Sites of frameworks, whose routes are code. */
export const frameworkSites: readonly BuiltSite[] = [
  {
    tool: 'astro',
    args: () => ['build', '--outDir', 'built'],
    out: 'built',
    open: 'src/content/blog',
    files: {
      ...packages('astro'),
      'astro.config.mjs':
        "import { defineConfig, passthroughImageService } from 'astro/config'\nexport default defineConfig({ site: 'https://example.org', image: { service: passthroughImageService() } })\n",
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "~/*": ["src/*"] } } }',
      'src/content.config.ts':
        "import { defineCollection } from 'astro:content'\nimport { glob } from 'astro/loaders'\nexport const collections = { blog: defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/content/blog' }) }) }\n",
      'src/pages/blog/[...slug].astro':
        "---\nimport { getCollection, render } from 'astro:content'\nexport const getStaticPaths = async () => (await getCollection('blog')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }))\nconst { Content } = await render(Astro.props.entry)\n---\n<html><body><Content /></body></html>\n",
      'src/pages/index.astro':
        '---\nimport { Image } from "astro:assets"\nimport picture from "~/assets/a.png"\n---\n<html><body><a href="/blog/old/">old</a> <Image src={picture} alt="x" /></body></html>\n',
      'src/pages/about.md': plain('[a](/blog/old/) [b](/blog/deep/intro/)'),
      'src/assets/a.png': onePixelPng,
      'src/content/blog/old.md': plain('[a](/about/) ![b](~/assets/a.png) ![c](../../assets/a.png)'),
      'src/content/blog/deep/intro.md': plain('[a](/blog/old/) [b](../../old/) ![c](../../../assets/a.png)'),
      'src/content/blog/bundle/index.md': plain('[a](../old/) ![p](./p.png)'),
      'src/content/blog/bundle/p.png': onePixelPng,
      'src/content/blog/pinned.md': plain('[a](/blog/old/)', 'slug: fixed\n'),
      'src/content/blog/links.md': plain(
        '[a](/blog/old/) [b](../old/) [c](/blog/deep/intro/) [d](/blog/bundle/) [e](/blog/fixed/) [f](https://example.org/blog/old/)',
      ),
    },
    jobs: [
      ['rename', 'old.md', 'new'],
      ['rename', 'deep/intro.md', 'welcome'],
      ['rename', 'bundle/index.md', 'box'],
      ['rename', 'pinned.md', 'other'],
      ['move', 'old.md', 'deep'],
      ['move', 'deep/intro.md', ''],
      ['move', 'bundle/index.md', 'deep/er'],
      ['copy', 'bundle/index.md', ''],
      ['copy', 'pinned.md', ''],
    ],
  },
  {
    tool: 'gatsby',
    args: () => ['build'],
    out: 'public',
    open: 'content/blog',
    files: {
      'package.json':
        '{"dependencies":{"gatsby":"*","gatsby-source-filesystem":"*","gatsby-transformer-remark":"*"}}',
      'gatsby-config.js':
        "module.exports = { siteMetadata: { siteUrl: 'https://example.org' }, plugins: [{ resolve: 'gatsby-source-filesystem', options: { name: 'blog', path: __dirname + '/content/blog' } }, 'gatsby-transformer-remark'] }\n",
      'gatsby-node.js':
        "const { createFilePath } = require('gatsby-source-filesystem')\nconst path = require('path')\nexports.onCreateNode = ({ node, actions, getNode }) => { if (node.internal.type === 'MarkdownRemark') actions.createNodeField({ name: 'slug', node, value: createFilePath({ node, getNode }) }) }\nexports.createPages = async ({ graphql, actions }) => { const { data } = await graphql('{ allMarkdownRemark { nodes { id fields { slug } } } }'); for (const { id, fields } of data.allMarkdownRemark.nodes) actions.createPage({ path: fields.slug, component: path.resolve('./src/templates/post.js'), context: { id } }) }\n",
      'src/templates/post.js':
        "import * as React from 'react'\nimport { graphql } from 'gatsby'\nconst Post = ({ data }) => <main dangerouslySetInnerHTML={{ __html: data.markdownRemark.html }} />\nexport default Post\nexport const query = graphql`query ($id: String!) { markdownRemark(id: { eq: $id }) { html } }`\n",
      'src/pages/index.js':
        "import * as React from 'react'\nimport { Link } from 'gatsby'\nconst Home = () => <main><Link to=\"/old/\">old</Link></main>\nexport default Home\n",
      'content/blog/old.md': plain('[a](/deep/intro/)'),
      'content/blog/deep/intro.md': plain('[a](/old/) [b](../../old/)'),
      'content/blog/bundle/index.md': plain('[a](/old/) [b](../deep/intro/)'),
      'content/blog/links.md': plain('[a](/old/) [b](../old/) [c](/deep/intro/) [d](/bundle/)'),
    },
    jobs: [
      ['rename', 'old.md', 'new'],
      ['rename', 'bundle/index.md', 'box'],
      ['move', 'old.md', 'deep'],
      ['move', 'deep/intro.md', ''],
      ['copy', 'old.md', ''],
    ],
  },
  {
    tool: 'next',
    args: () => ['build', '--webpack'],
    out: 'out',
    open: '_posts',
    files: {
      ...packages('next', 'react', 'react-dom', 'gray-matter', 'remark', 'remark-html'),
      'next.config.mjs': "export default { output: 'export', trailingSlash: true }\n",
      'lib/posts.js':
        "import { readdirSync, readFileSync } from 'node:fs'\nimport matter from 'gray-matter'\nimport { remark } from 'remark'\nimport html from 'remark-html'\nexport const slugs = () => readdirSync('_posts').map((name) => name.replace(/\\.md$/, ''))\nexport const post = async (slug) => String(await remark().use(html).process(matter(readFileSync('_posts/' + slug + '.md', 'utf8')).content))\n",
      'pages/posts/[slug].js':
        "import { post, slugs } from '../../lib/posts'\nexport default function Post({ html }) { return <main dangerouslySetInnerHTML={{ __html: html }} /> }\nexport const getStaticPaths = () => ({ paths: slugs().map((slug) => ({ params: { slug } })), fallback: false })\nexport const getStaticProps = async ({ params }) => ({ props: { html: await post(params.slug) } })\n",
      'pages/index.js':
        'import Link from \'next/link\'\nexport default function Home() { return <main><Link href="/posts/old/">old</Link></main> }\n',
      'public/assets/blog/old/cover.png': onePixelPng,
      '_posts/old.md': plain('[a](/posts/links/) ![b](/assets/blog/old/cover.png)'),
      '_posts/links.md': plain('[a](/posts/old/) [b](../old/) ![c](/assets/blog/old/cover.png)'),
    },
    jobs: [
      ['rename', 'old.md', 'new'],
      ['rename', 'links.md', 'two-words'],
      ['copy', 'old.md', ''],
    ],
  },
]
