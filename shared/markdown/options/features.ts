import { z } from 'zod'

/** The dialects whose tags are shown in a labelled box and never run. */
export const dialectName = z.enum(['shortcodes', 'templates', 'mdx', 'more'])
export type DialectName = z.infer<typeof dialectName>

/** Every part of the pipeline that can be switched. */
export const markdownFeatures = z.object({
  /** The renderer whose rules apply to details without a switch. */
  grammar: z.enum([
    'commonmark',
    'markdown-it',
    'vitepress',
    'remark',
    'react-markdown',
    'remark-html',
    'remark-legacy',
    'mdx',
    'satteri',
    'goldmark',
    'kramdown',
    'marked',
  ]),
  /** Tables, `~~strikethrough~~`, and bare addresses that become links. */
  tables: z.boolean(),
  strikethrough: z.boolean(),
  /** A single tilde, `~one~`, strikes through as well. */
  singleTilde: z.boolean(),
  autolinks: z.boolean(),
  taskLists: z.boolean(),
  /** A line break in a paragraph is shown as a line break. */
  breaks: z.boolean(),
  /** Lines indented by four blanks are code. */
  indentedCode: z.boolean(),
  /** `> [!NOTE]` and four other types; `titled`: with a title; `callouts`: any type, with a fold sign. */
  alerts: z.union([z.boolean(), z.enum(['titled', 'callouts'])]),
  footnotes: z.boolean(),
  /** `^[a note in the text]` */
  inlineNotes: z.boolean(),
  definitionLists: z.boolean(),
  subscript: z.boolean(),
  superscript: z.boolean(),
  mark: z.boolean(),
  /** `++inserted++` */
  insert: z.boolean(),
  abbreviations: z.boolean(),
  /** `::: name` … `:::`; `vitepress` and `docusaurus`: the names and titles these accept. */
  containers: z.union([z.boolean(), z.enum(['vitepress', 'docusaurus'])]),
  /** `{#id .class}` on headings, also on blocks, or everywhere; `ids`: only `{#id}`; kramdown's `{: #id}`. */
  attributes: z.enum(['off', 'ids', 'headings', 'blocks', 'braces', 'kramdown']),
  /** Headings get ids, in the spelling of `idStyle`; `own`: by code of the site, so that they are unknown. */
  anchors: z.boolean(),
  idStyle: z.enum([
    'github',
    'goldmark',
    'github-ascii',
    'kramdown',
    'hexo',
    'vitepress',
    'blackfriday',
    'encoded',
    'slugify',
    'zola',
    'own',
  ]),
  /** `[[toc]]` and its spellings. */
  toc: z.union([z.boolean(), z.enum(['brackets', 'kramdown'])]),
  emoji: z.boolean(),
  /** An image alone in its paragraph becomes a figure, its title the caption. */
  figures: z.boolean(),
  math: z.boolean(),
  /** The signs before formulas that the site configures; empty for those of the renderer. */
  mathDelimiters: z.array(z.enum(['$', '$$', '\\(', '\\['])).readonly(),
  mermaid: z.boolean(),
  highlight: z.boolean(),
  /** Curly quotes, dashes and ellipses. */
  typography: z.boolean(),
  /** The renderer whose replacements are made: each has different ones. */
  typographyStyle: z.enum(['markdown-it', 'goldmark', 'kramdown', 'smartypants', 'satteri', 'marked']),
  rawHtml: z.enum(['show', 'omit', 'escape']),
  /** Code, emphasis and links in the title of a post are shown as such. */
  titleMarks: z.boolean(),
  /** `[[post]]` and `![[image.png]]` */
  wikiLinks: z.boolean(),
  dialects: z.array(dialectName).readonly(),
  /** The names of Jekyll includes that show a picture. */
  figureIncludes: z.array(z.string().max(200)).readonly(),
  /** Templates of the site's own shortcodes, by name: HTML or markdown with `{{ parameter }}`. */
  shortcodes: z
    .record(z.string().max(60), z.string().max(4000))
    .readonly()
    .describe(
      'What a shortcode shows: HTML or markdown, with {{ parameter }} or {{ 0 }}, and {{ inner }} or {{ inner | markdown }} for its content',
    ),
})
export type MarkdownFeatures = Readonly<z.infer<typeof markdownFeatures>>

/** The renderers posts are written for. */
export const markdownPreset = z.enum([
  'everything',
  'github',
  'goldmark',
  'react-markdown',
  'remark-html',
  'mdx',
  'kramdown',
  'marked',
  'markdown-it',
  'astro',
  'astro-remark',
  'gatsby',
  'vitepress',
  'docusaurus',
  'obsidian',
  'commonmark',
])
export type MarkdownPreset = z.infer<typeof markdownPreset>

/** Where the value of a switch comes from, in words for the settings: "from Goldmark's defaults". */
export type FeatureSources = Readonly<Partial<Record<keyof MarkdownFeatures, string>>>

/** What settings and `postwright.json` may set: a preset, and switches that differ from it. */
export const markdownChoice = z.object({
  preset: markdownPreset.optional(),
  features: markdownFeatures.partial().optional(),
})
export type MarkdownChoice = z.infer<typeof markdownChoice>

/** The markdown settings found in a site, with the source of each switch. */
export interface SiteMarkdown extends MarkdownChoice {
  readonly sources?: FeatureSources
}
