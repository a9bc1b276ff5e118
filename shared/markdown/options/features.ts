import { z } from 'zod'

/** The dialects whose tags are shown in a labelled box and never run. */
export const dialectName = z.enum(['shortcodes', 'templates', 'mdx', 'more'])
export type DialectName = z.infer<typeof dialectName>

/** Every part of the pipeline that can be switched. */
export const markdownFeatures = z.object({
  /** Tables, `~~strikethrough~~` and addresses that become links by themselves. */
  tables: z.boolean(),
  strikethrough: z.boolean(),
  autolinks: z.boolean(),
  taskLists: z.boolean(),
  /** `> [!NOTE]` and its four sisters. */
  alerts: z.boolean(),
  footnotes: z.boolean(),
  definitionLists: z.boolean(),
  subscript: z.boolean(),
  superscript: z.boolean(),
  mark: z.boolean(),
  abbreviations: z.boolean(),
  /** `::: name` … `:::` */
  containers: z.boolean(),
  /** `{#id .class}`, or the kramdown way `{: #id .class}`. */
  attributes: z.enum(['off', 'braces', 'kramdown']),
  /** Headings get ids the GitHub way. */
  anchors: z.boolean(),
  /** `[[toc]]` and its spellings. */
  toc: z.boolean(),
  emoji: z.boolean(),
  /** An image alone in its paragraph becomes a figure, its title the caption. */
  figures: z.boolean(),
  math: z.boolean(),
  mermaid: z.boolean(),
  highlight: z.boolean(),
  /** Curly quotes, dashes and ellipses. */
  typography: z.boolean(),
  rawHtml: z.enum(['show', 'omit', 'escape']),
  dialects: z.array(dialectName).readonly(),
})
export type MarkdownFeatures = Readonly<z.infer<typeof markdownFeatures>>

/** The renderers posts are written for. */
export const markdownPreset = z.enum([
  'everything',
  'github',
  'goldmark',
  'react-markdown',
  'kramdown',
  'astro',
  'commonmark',
])
export type MarkdownPreset = z.infer<typeof markdownPreset>

/** What settings and `postwright.json` may say: a preset, and switches that differ from it. */
export const markdownChoice = z.object({
  preset: markdownPreset.optional(),
  features: markdownFeatures.partial().optional(),
})
export type MarkdownChoice = z.infer<typeof markdownChoice>

const commonmark: MarkdownFeatures = {
  tables: false,
  strikethrough: false,
  autolinks: false,
  taskLists: false,
  alerts: false,
  footnotes: false,
  definitionLists: false,
  subscript: false,
  superscript: false,
  mark: false,
  abbreviations: false,
  containers: false,
  attributes: 'off',
  anchors: false,
  toc: false,
  emoji: false,
  figures: false,
  math: false,
  mermaid: false,
  highlight: false,
  typography: false,
  rawHtml: 'show',
  dialects: [],
}

const gfm: MarkdownFeatures = {
  ...commonmark,
  tables: true,
  strikethrough: true,
  autolinks: true,
  taskLists: true,
  footnotes: true,
  anchors: true,
  highlight: true,
  mermaid: true,
  dialects: ['shortcodes', 'templates', 'more'],
}

const presets: Readonly<Record<MarkdownPreset, MarkdownFeatures>> = {
  commonmark,
  github: { ...gfm, alerts: true, emoji: true, math: true },
  // Raw HTML stays out of the page unless the site sets `unsafe`.
  goldmark: {
    ...gfm,
    alerts: true,
    definitionLists: true,
    attributes: 'braces',
    typography: true,
    rawHtml: 'omit',
  },
  // With remark-gfm, rehype-raw, rehype-slug and emoji, the usual company.
  'react-markdown': { ...gfm, emoji: true, dialects: ['mdx', 'more', 'shortcodes', 'templates'] },
  // An address becomes a link only between `<` and `>`.
  kramdown: {
    ...gfm,
    autolinks: false,
    definitionLists: true,
    abbreviations: true,
    attributes: 'kramdown',
    math: true,
    toc: true,
    typography: true,
  },
  astro: { ...gfm, typography: true, dialects: ['mdx', 'more', 'shortcodes', 'templates'] },
  everything: {
    ...gfm,
    alerts: true,
    definitionLists: true,
    subscript: true,
    superscript: true,
    mark: true,
    abbreviations: true,
    containers: true,
    attributes: 'braces',
    toc: true,
    emoji: true,
    figures: true,
    math: true,
    dialects: ['shortcodes', 'templates', 'mdx', 'more'],
  },
}

/** The switches of a preset, with those that a writer or a site chose otherwise. */
export const featuresOf = (
  preset: MarkdownPreset,
  chosen: MarkdownChoice['features'] = {},
): MarkdownFeatures => ({ ...presets[preset], ...definedIn(chosen) })

/** The switches that a choice sets. */
export const definedIn = (chosen: MarkdownChoice['features'] = {}): Partial<MarkdownFeatures> =>
  Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined))
