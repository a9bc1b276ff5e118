import { t } from '../../texts/translate'
import type { MarkdownChoice, MarkdownFeatures, MarkdownPreset } from './features'

/** What remark-gfm adds and every renderer for GitHub's markdown supports. */
export const gfmFeatures = {
  tables: true,
  strikethrough: true,
  singleTilde: true,
  autolinks: true,
  taskLists: true,
  footnotes: true,
} as const

/** The same switched off. */
export const gfmOff = {
  tables: false,
  strikethrough: false,
  singleTilde: false,
  autolinks: false,
  taskLists: false,
  footnotes: false,
} as const satisfies Record<keyof typeof gfmFeatures, false>

const commonmark: MarkdownFeatures = {
  grammar: 'commonmark',
  ...gfmOff,
  breaks: false,
  indentedCode: true,
  alerts: false,
  inlineNotes: false,
  definitionLists: false,
  subscript: false,
  superscript: false,
  mark: false,
  insert: false,
  abbreviations: false,
  containers: false,
  attributes: 'off',
  anchors: false,
  idStyle: 'github',
  toc: false,
  emoji: false,
  figures: false,
  math: false,
  mathDelimiters: [],
  mermaid: false,
  highlight: false,
  typography: false,
  typographyStyle: 'markdown-it',
  rawHtml: 'show',
  titleMarks: false,
  wikiLinks: false,
  dialects: [],
  figureIncludes: [],
  shortcodes: {},
}

const drawn = { highlight: true, mermaid: true } as const
const gfm: MarkdownFeatures = { ...commonmark, ...gfmFeatures, ...drawn, anchors: true }
const remark: MarkdownFeatures = { ...commonmark, ...drawn, grammar: 'remark' }

const presets: Readonly<Record<MarkdownPreset, MarkdownFeatures>> = {
  commonmark,
  github: { ...gfm, alerts: true, emoji: true, math: true },
  // Raw HTML stays out of the page unless the site sets `unsafe`.
  goldmark: {
    ...gfm,
    grammar: 'goldmark',
    definitionLists: true,
    attributes: 'headings',
    idStyle: 'goldmark',
    typography: true,
    typographyStyle: 'goldmark',
    rawHtml: 'omit',
    dialects: ['shortcodes', 'more'],
  },
  // Without plugins: the usual ones are detected from the packages of the site.
  'react-markdown': { ...remark, grammar: 'react-markdown', rawHtml: 'escape' },
  'remark-html': { ...remark, grammar: 'remark-html', rawHtml: 'omit' },
  mdx: { ...remark, grammar: 'mdx', indentedCode: false, dialects: ['mdx'] },
  // An address becomes a link only between `<` and `>`.
  kramdown: {
    ...gfm,
    grammar: 'kramdown',
    autolinks: false,
    singleTilde: false,
    definitionLists: true,
    abbreviations: true,
    attributes: 'kramdown',
    idStyle: 'kramdown',
    toc: 'kramdown',
    typography: true,
    typographyStyle: 'kramdown',
    dialects: ['templates', 'more'],
  },
  // As in Hexo: no footnotes, and ids keep upper and lower case.
  marked: {
    ...gfm,
    grammar: 'marked',
    footnotes: false,
    breaks: true,
    definitionLists: true,
    idStyle: 'hexo',
    typography: true,
    typographyStyle: 'marked',
    dialects: ['templates', 'more'],
  },
  // As Eleventy sets it up.
  'markdown-it': {
    ...commonmark,
    ...drawn,
    grammar: 'markdown-it',
    tables: true,
    strikethrough: true,
    indentedCode: false,
    dialects: ['templates', 'more'],
  },
  astro: {
    ...gfm,
    grammar: 'satteri',
    typography: true,
    typographyStyle: 'satteri',
  },
  'astro-remark': {
    ...gfm,
    grammar: 'remark',
    typography: true,
    typographyStyle: 'smartypants',
  },
  gatsby: { ...remark, ...gfmFeatures, grammar: 'remark-legacy', inlineNotes: true },
  vitepress: {
    ...commonmark,
    ...drawn,
    grammar: 'vitepress',
    tables: true,
    strikethrough: true,
    autolinks: true,
    alerts: 'titled',
    containers: 'vitepress',
    attributes: 'braces',
    anchors: true,
    idStyle: 'vitepress',
    toc: 'brackets',
    emoji: true,
  },
  docusaurus: {
    ...gfm,
    grammar: 'mdx',
    indentedCode: false,
    containers: 'docusaurus',
    attributes: 'ids',
    emoji: true,
    dialects: ['mdx', 'more'],
  },
  obsidian: {
    ...gfm,
    singleTilde: false,
    breaks: true,
    alerts: 'callouts',
    inlineNotes: true,
    mark: true,
    math: true,
    wikiLinks: true,
  },
  everything: {
    ...gfm,
    singleTilde: false,
    alerts: 'callouts',
    inlineNotes: true,
    definitionLists: true,
    subscript: true,
    superscript: true,
    mark: true,
    abbreviations: true,
    containers: true,
    attributes: 'blocks',
    toc: true,
    emoji: true,
    figures: true,
    math: true,
    wikiLinks: true,
    dialects: ['shortcodes', 'templates', 'mdx', 'more'],
  },
}

/** Whose defaults each preset has, in words for the settings. */
export const presetDefaults: Readonly<Record<MarkdownPreset, string>> = {
  everything: t('preview.presetEverything'),
  github: t('preview.presetGithub'),
  goldmark: t('preview.defaultsOf', { name: 'Goldmark' }),
  'react-markdown': t('preview.defaultsOf', { name: 'react-markdown' }),
  'remark-html': t('preview.defaultsOf', { name: 'remark-html' }),
  mdx: 'MDX',
  kramdown: t('preview.defaultsOf', { name: 'kramdown' }),
  marked: t('preview.defaultsOf', { name: 'hexo-renderer-marked' }),
  'markdown-it': t('preview.defaultsOf', { name: 'markdown-it' }),
  astro: t('preview.defaultsOf', { name: 'Astro' }),
  'astro-remark': t('preview.defaultsOf', { name: 'Astro' }),
  gatsby: t('preview.defaultsOf', { name: 'gatsby-transformer-remark' }),
  vitepress: t('preview.defaultsOf', { name: 'VitePress' }),
  docusaurus: t('preview.defaultsOf', { name: 'Docusaurus' }),
  obsidian: 'Obsidian',
  commonmark: 'CommonMark',
}

/** The switches of a preset, overridden by those that a writer or a site chose. */
export const featuresOf = (
  preset: MarkdownPreset,
  chosen: MarkdownChoice['features'] = {},
): MarkdownFeatures => ({ ...presets[preset], ...definedIn(chosen) })

/** The switches for one file: `.mdx` files are read as MDX, whichever renderer the site uses. */
export const featuresOfFile = (features: MarkdownFeatures, file: string): MarkdownFeatures =>
  /\.mdx$/i.test(file) && features.grammar !== 'mdx'
    ? { ...features, grammar: 'mdx', indentedCode: false, rawHtml: 'show', dialects: ['mdx', 'more'] }
    : features

/** The switches that a choice sets. */
export const definedIn = (chosen: MarkdownChoice['features'] = {}): Partial<MarkdownFeatures> =>
  Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined))
