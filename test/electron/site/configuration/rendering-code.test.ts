import { test } from 'vitest'
import { expectFeatures, post, type Row, using } from '../../../support/markdown-of-site'

const rows: readonly Row[] = [
  [
    'react-markdown with its plugins',
    {
      'package.json': using('next', 'react-markdown', 'remark-gfm', 'rehype-raw', 'remark-breaks'),
      'posts/a.md': post,
      'components/markdown.tsx': `import Markdown from 'react-markdown'
import gfm from 'remark-gfm'
import raw from 'rehype-raw'
const plugins = [[gfm, { singleTilde: false }]]
export function Text({ text }: { text: string }) {
  return <div className="post"><Markdown remarkPlugins={plugins} rehypePlugins={[raw]}>{text}</Markdown></div>
}`,
    },
    { tables: true, singleTilde: false, rawHtml: 'show', breaks: undefined },
    { singleTilde: 'components/markdown.tsx: remark-gfm', rawHtml: 'components/markdown.tsx: rehype-raw' },
  ],
  [
    'react-markdown without the installed plugin',
    {
      'package.json': using('next', 'react-markdown', 'remark-gfm'),
      'posts/a.md': post,
      'src/app/blog/[slug]/page.jsx':
        "import ReactMarkdown from 'react-markdown'\nexport default ({ text }) => <ReactMarkdown skipHtml>{text}</ReactMarkdown>",
    },
    { tables: false, rawHtml: 'omit' },
    { tables: 'src/app/blog/[slug]/page.jsx: remark-gfm is not listed' },
  ],
  [
    'attributes that are known only at run time leave it to the packages',
    {
      'package.json': using('next', 'react-markdown', 'remark-gfm'),
      'posts/a.md': post,
      'components/post.jsx':
        "import ReactMarkdown from 'react-markdown'\nexport default (props) => <ReactMarkdown {...props} />",
    },
    { tables: true },
    { tables: 'remark-gfm is installed' },
  ],
  [
    'remark-html without sanitizing',
    {
      'package.json': using('next', 'remark', 'remark-html', 'remark-gfm'),
      'posts/a.md': post,
      'lib/posts.js':
        "import { remark } from 'remark'\nimport html from 'remark-html'\nexport const toHtml = (text) => remark().use(html, { sanitize: false }).process(text)",
    },
    { rawHtml: 'show', tables: false },
    { rawHtml: 'lib/posts.js: remark-html' },
  ],
  [
    'remark-rehype drops HTML unless it is told otherwise',
    {
      'package.json': using('next', 'unified', 'remark-parse', 'remark-rehype', 'rehype-raw', 'remark-gfm'),
      'posts/a.md': post,
      'lib/markdown.ts': `import { unified } from 'unified'
import parse from 'remark-parse'
import gfm from 'remark-gfm'
import rehype from 'remark-rehype'
import raw from 'rehype-raw'
export const processor = unified().use(parse).use(gfm).use(rehype).use(raw)`,
    },
    { rawHtml: 'omit', tables: true },
  ],
  [
    'a plugin that is passed in leaves it to the packages',
    {
      'package.json': using('next', 'unified', 'remark-rehype', 'remark-gfm'),
      'posts/a.md': post,
      'lib/markdown.js':
        "import { unified } from 'unified'\nimport rehype from 'remark-rehype'\nexport const make = (plugin) => unified().use(plugin).use(rehype)",
    },
    { tables: true },
    { tables: 'remark-gfm is installed' },
  ],
  [
    'next-mdx-remote',
    {
      'package.json': using('next', 'next-mdx-remote', 'remark-gfm', 'remark-math'),
      'posts/a.mdx': post,
      'lib/mdx.ts':
        "import { serialize } from 'next-mdx-remote/serialize'\nimport math from 'remark-math'\nexport const read = (text: string) => serialize(text, { mdxOptions: { remarkPlugins: [math] } })",
    },
    { tables: false, math: true },
    { math: 'lib/mdx.ts: remark-math' },
  ],
  [
    'contentlayer: what is installed and not listed is off',
    {
      'package.json': using('next', 'contentlayer2', 'remark-gfm', 'rehype-slug'),
      'posts/a.md': post,
      'contentlayer.config.ts':
        "import { makeSource } from 'contentlayer2/source-files'\nimport emoji from 'remark-emoji'\nexport default makeSource({ contentDirPath: 'posts', markdown: { remarkPlugins: [emoji], rehypePlugins: [] } })",
    },
    { tables: false, emoji: true, anchors: undefined },
    { emoji: 'contentlayer.config.ts: remark-emoji' },
  ],
  [
    'velite',
    {
      'package.json': using('next', 'velite'),
      'content/posts/a.md': post,
      'velite.config.ts':
        "import { defineConfig } from 'velite'\nexport default defineConfig({ root: 'content', markdown: { gfm: false } })",
    },
    { tables: false },
    { tables: 'velite.config.ts: markdown.gfm' },
  ],
  [
    'marked and its options',
    {
      'package.json': using('next', 'marked'),
      'posts/a.md': post,
      'lib/md.js':
        "import { marked } from 'marked'\nmarked.use({ breaks: true })\nexport const html = marked.parse",
    },
    { breaks: true },
    { breaks: 'lib/md.js: breaks' },
  ],
  [
    'markdown-it and its options',
    {
      'package.json': using('next', 'markdown-it', 'markdown-it-footnote'),
      'posts/a.md': post,
      'lib/md.js':
        "import MarkdownIt from 'markdown-it'\nexport const md = new MarkdownIt({ html: true, linkify: true })",
    },
    { rawHtml: 'show', autolinks: true, footnotes: undefined },
  ],
  [
    'a package of the workspace',
    {
      'package.json': '{"workspaces":["apps/*"],"devDependencies":{"remark-gfm":"4"}}',
      'apps/blog/package.json': using('next', 'react-markdown'),
      'apps/blog/posts/a.md': post,
    },
    { tables: true },
  ],
]

for (const row of rows) test(row[0], () => expectFeatures(row))
