import type { MarkdownFeatures } from './features'

type Switched = Partial<MarkdownFeatures>

// Plugins of remark, rehype and markdown-it as sites install them; what a preset has already is not repeated.
const plugins: readonly (readonly [names: RegExp, features: Switched])[] = [
  [
    /^(remark-math|rehype-(katex|mathjax)|.*markdown-it-(katex|mathjax3?|texmath)|@mdit\/plugin-(katex|mathjax|tex))$/,
    { math: true },
  ],
  [
    /^(remark-(github-blockquote-alert|github-admonitions.*|github-beta-blockquote-admonitions|alerts?)|rehype-github-alerts|markdown-it-github-alerts|@mdit\/plugin-alert)$/,
    { alerts: true },
  ],
  [/^(remark-(definition-list|deflist)|markdown-it-deflist|@mdit\/plugin-dl)$/, { definitionLists: true }],
  [/^(remark-(directive|containers)|markdown-it-container|@mdit\/plugin-container)$/, { containers: true }],
  [/^(markdown-it-attrs|@mdit\/plugin-attrs)$/, { attributes: 'braces' }],
  [/^(remark-(flexible-)?markers?|markdown-it-mark|@mdit\/plugin-mark)$/, { mark: true }],
  [/^(remark-(abbr|definitions-abbr)|markdown-it-abbr|@mdit\/plugin-abbr)$/, { abbreviations: true }],
  [/^(remark-supersub|remark-sub-super)$/, { subscript: true, superscript: true }],
  [/^(markdown-it-sub|@mdit\/plugin-sub)$/, { subscript: true }],
  [/^(markdown-it-sup|@mdit\/plugin-sup)$/, { superscript: true }],
  [/^(remark-(gemoji|emoji)|markdown-it-emoji)$/, { emoji: true }],
  [/^(markdown-it-footnote|@mdit\/plugin-footnote)$/, { footnotes: true }],
  [/^(remark-smartypants|rehype-smartypants|retext-smartypants)$/, { typography: true }],
  [/^(remark-toc|rehype-toc|markdown-it-table-of-contents|markdown-it-toc-done-right)$/, { toc: true }],
]

/** The switches that a site turns on by the markdown plugins among its packages. */
export const featuresOfPackages = (packages: Iterable<string>): Switched =>
  Object.assign(
    {},
    ...[...packages].flatMap((name) =>
      plugins.filter(([names]) => names.test(name)).map(([, features]) => features),
    ),
  )
