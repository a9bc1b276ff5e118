import type { Values } from '../../configuration/read-data'
import type { MarkdownFeatures } from '../../markdown/options/features'
import { gfmFeatures } from '../../markdown/options/presets'

type Switched = Partial<MarkdownFeatures>

const smart: Switched = { typography: true, typographyStyle: 'smartypants' }

// Plugins of remark, rehype, gatsby-remark and markdown-it, and the features that each sets.
const plugins: readonly (readonly [names: RegExp, features: Switched])[] = [
  [/^(@docusaurus\/)?remark-gfm$/, gfmFeatures],
  [/^remark-(footnotes|numbered-footnote-labels)$/, { footnotes: true }],
  [/^rehype-raw$/, { rawHtml: 'show' }],
  [
    /^(rehype-slug(-custom-id)?|remark-slug|remark-heading-id|gatsby-remark-autolink-headers)$/,
    { anchors: true },
  ],
  [/^markdown-it-(anchor|named-headings)$/, { anchors: true, idStyle: 'encoded' }],
  [/^(remark-breaks|markdown-it-hardbreak|gatsby-remark-breaks)$/, { breaks: true }],
  [
    /^(remark-math|rehype-(katex|mathjax)|gatsby-remark-(katex|mathjax.*)|.*markdown-it-(katex|mathjax3?|texmath|math)|@mdit\/plugin-(katex|mathjax|tex)|hexo-(math|filter-mathjax|katex))$/,
    { math: true },
  ],
  [
    /^(remark-(github-blockquote-alerts?|github-admonitions.*|github-beta-blockquote-admonitions|github-alerts|alerts?)|rehype-github-alerts|markdown-it-github-alerts|markdown-it-gfm-alerts|@mdit\/plugin-alert)$/,
    { alerts: true },
  ],
  [
    /^(remark-(obsidian-callout|callouts?)|rehype-callouts|markdown-it-obsidian-callouts)$/,
    { alerts: 'callouts' },
  ],
  [/^(remark-(definition-list|deflist)|markdown-it-deflist|@mdit\/plugin-dl)$/, { definitionLists: true }],
  [/^(remark-(directive|containers)|markdown-it-container|@mdit\/plugin-container)$/, { containers: true }],
  [/^(markdown-it-attrs|@mdit\/plugin-attrs|remark-attr)$/, { attributes: 'braces' }],
  [/^(remark-(flexible-)?markers?|markdown-it-mark|@mdit\/plugin-mark)$/, { mark: true }],
  [/^(markdown-it-ins|@mdit\/plugin-ins|remark-ins)$/, { insert: true }],
  [/^(remark-(abbr|definitions-abbr)|markdown-it-abbr|@mdit\/plugin-abbr)$/, { abbreviations: true }],
  [/^(remark-supersub|remark-sub-super)$/, { subscript: true, superscript: true, singleTilde: false }],
  [/^(markdown-it-sub|@mdit\/plugin-sub)$/, { subscript: true }],
  [/^(markdown-it-sup|@mdit\/plugin-sup)$/, { superscript: true }],
  [
    /^(remark-(gemoji|emoji)|markdown-it-emoji|hexo-filter-(github-)?emojis?|rehype-emoji|gatsby-remark-emojis?)$/,
    { emoji: true },
  ],
  [/^(markdown-it-footnote|@mdit\/plugin-footnote)$/, { footnotes: true, inlineNotes: true }],
  [/^(remark-inline-(foot)?notes?)$/, { inlineNotes: true }],
  [/^(markdown-it-task-(lists|checkbox)|markdown-it-todo|@mdit\/plugin-tasklist)$/, { taskLists: true }],
  [/^(remark-smartypants|rehype-smartypants|retext-smartypants|gatsby-remark-smartypants)$/, smart],
  [/^(markdown-it-table-of-contents|markdown-it-toc-done-right|@mdit-vue\/plugin-toc)$/, { toc: 'brackets' }],
  [
    /^(markdown-it-implicit-figures|markdown-it-image-figures|@mdit\/plugin-figure|rehype-(figure|image-caption)|remark-figure-caption|@microflash\/rehype-figure)$/,
    { figures: true },
  ],
  [
    /^(remark-wiki-link|remark-obsidian|@portaljs\/remark-wiki-link|@flowershow\/remark-wiki-link)$/,
    { wikiLinks: true },
  ],
]

/** A plugin as a configuration lists it. */
export interface ListedPlugin {
  readonly name: string
  readonly options: Values
}

// Options of plugins that change a feature.
const withOptions: readonly (readonly [names: RegExp, option: string, value: unknown, features: Switched])[] =
  [
    [/^remark-gfm$/, 'singleTilde', false, { singleTilde: false }],
    [/^gatsby-remark-autolink-headers$/, 'enableCustomId', true, { attributes: 'ids' }],
    [/^remark-math$/, 'singleDollarTextMath', false, { mathDelimiters: ['$$'] }],
    [/^remark-html$/, 'sanitize', false, { rawHtml: 'show' }],
    [/^remark-rehype$/, 'allowDangerousHtml', true, { rawHtml: 'show' }],
  ]

/** The features that a plugin sets; null if it is unknown. */
export const featuresOfPlugin = ({ name, options }: ListedPlugin): Switched | null => {
  const found = [
    ...plugins.filter(([names]) => names.test(name)).map(([, features]) => features),
    ...withOptions
      .filter(([names, option, value]) => names.test(name) && options[option] === value)
      .map(([, , , features]) => features),
  ]
  return found.length === 0 ? null : Object.assign({}, ...found)
}
