import type { DialectName, MarkdownFeatures, MarkdownPreset } from '../../shared/markdown/options/features'
import { t } from '../../shared/texts/translate'

interface Choice<T> {
  readonly value: T
  readonly label: string
}

/** The renderers to choose from. */
export const presets: readonly Choice<MarkdownPreset>[] = [
  { value: 'github', label: t('settings.like', { name: 'GitHub' }) },
  { value: 'goldmark', label: t('settings.likeWith', { name: 'Hugo', renderer: 'Goldmark' }) },
  { value: 'kramdown', label: t('settings.likeWith', { name: 'Jekyll', renderer: 'kramdown' }) },
  { value: 'marked', label: t('settings.likeWith', { name: 'Hexo', renderer: 'marked' }) },
  { value: 'markdown-it', label: t('settings.likeWith', { name: 'Eleventy', renderer: 'markdown-it' }) },
  { value: 'astro', label: t('settings.like', { name: 'Astro' }) },
  { value: 'astro-remark', label: t('settings.likeAstro6') },
  { value: 'react-markdown', label: t('settings.like', { name: 'react-markdown' }) },
  { value: 'remark-html', label: t('settings.like', { name: 'remark-html' }) },
  { value: 'mdx', label: t('settings.like', { name: 'MDX' }) },
  { value: 'gatsby', label: t('settings.like', { name: 'Gatsby' }) },
  { value: 'vitepress', label: t('settings.like', { name: 'VitePress' }) },
  { value: 'docusaurus', label: t('settings.like', { name: 'Docusaurus' }) },
  { value: 'obsidian', label: t('settings.like', { name: 'Obsidian' }) },
  { value: 'commonmark', label: t('settings.mdCommonmarkOnly') },
  { value: 'everything', label: t('settings.mdEverything') },
]

type SwitchedFeature = {
  [K in keyof MarkdownFeatures]: MarkdownFeatures[K] extends boolean ? K : never
}[keyof MarkdownFeatures]

type ChosenFeature = Exclude<
  keyof MarkdownFeatures,
  SwitchedFeature | 'dialects' | 'grammar' | 'figureIncludes' | 'shortcodes' | 'mathDelimiters'
>

/** Features that are on or off. */
export const switches: Readonly<
  Record<SwitchedFeature, { readonly label: string; readonly example?: string }>
> = {
  tables: { label: t('settings.mdTables') },
  taskLists: { label: t('settings.mdTaskLists'), example: '- [x] done' },
  strikethrough: { label: t('settings.mdStrikethrough'), example: '~~gone~~' },
  singleTilde: { label: t('settings.mdStrikethroughWithASingle'), example: '~gone~' },
  autolinks: { label: t('settings.mdAddressesBecomeLinks'), example: 'www.example.org' },
  breaks: { label: t('settings.mdLineBreaksAreKept') },
  indentedCode: { label: t('settings.mdIndentedLinesAreCode') },
  footnotes: { label: t('settings.mdFootnotes'), example: '[^1]' },
  inlineNotes: { label: t('settings.mdFootnotesInTheText'), example: t('settings.exampleNote') },
  definitionLists: { label: t('settings.mdDefinitionLists'), example: t('settings.exampleDefinition') },
  abbreviations: { label: t('settings.mdAbbreviations'), example: '*[HTML]: …' },
  mark: { label: t('settings.mdHighlightedText'), example: '==seen==' },
  insert: { label: t('settings.mdInsertedText'), example: '++new++' },
  subscript: { label: t('settings.mdSubscript'), example: 'H~2~O' },
  superscript: { label: t('settings.mdSuperscript'), example: 'x^2^' },
  emoji: { label: t('settings.mdEmojiByName'), example: ':smile:' },
  typography: { label: t('settings.mdCurlyQuotesAndDashes') },
  math: { label: t('settings.mdMath'), example: '$e^x$' },
  mermaid: { label: t('settings.mdMermaidDiagrams') },
  highlight: { label: t('settings.mdSyntaxHighlighting') },
  figures: { label: t('settings.mdImagesAloneBecomeFigures') },
  anchors: { label: t('settings.mdHeadingsHaveAnchors') },
  titleMarks: { label: t('settings.mdTitleMarks'), example: t('settings.exampleTitle') },
  wikiLinks: { label: t('settings.mdWikiLinks'), example: t('settings.exampleWikiLink') },
}

/** Features with more than two values. */
export const choices: {
  readonly [K in ChosenFeature]: {
    readonly label: string
    readonly options: readonly Choice<MarkdownFeatures[K]>[]
  }
} = {
  alerts: {
    label: t('settings.mdAlerts'),
    options: [
      { value: false, label: t('settings.off') },
      { value: true, label: '> [!NOTE]' },
      { value: 'titled', label: t('settings.mdWithTitles') },
      { value: 'callouts', label: t('settings.mdCalloutsOfAnyType') },
    ],
  },
  containers: {
    label: t('settings.mdContainers'),
    options: [
      { value: false, label: t('settings.off') },
      { value: true, label: '::: name' },
      { value: 'vitepress', label: '::: tip (VitePress)' },
      { value: 'docusaurus', label: ':::tip (Docusaurus)' },
    ],
  },
  toc: {
    label: t('settings.mdTableOfContents'),
    options: [
      { value: false, label: t('settings.off') },
      { value: true, label: t('settings.mdAnyMark') },
      { value: 'brackets', label: '[[toc]]' },
      { value: 'kramdown', label: '{:toc}' },
    ],
  },
  attributes: {
    label: t('settings.mdAttributes'),
    options: [
      { value: 'off', label: t('settings.off') },
      { value: 'ids', label: t('settings.attributesHeadings', { mark: '{#id}' }) },
      { value: 'headings', label: t('settings.attributesHeadings', { mark: '{#id .class}' }) },
      { value: 'blocks', label: t('settings.attributesBlocks', { mark: '{#id .class}' }) },
      { value: 'braces', label: t('settings.attributesEverywhere', { mark: '{#id .class}' }) },
      { value: 'kramdown', label: '{: #id .class}' },
    ],
  },
  idStyle: {
    label: t('settings.mdAnchorsAreSpelled'),
    options: [
      { value: 'github', label: t('settings.like', { name: 'GitHub' }) },
      { value: 'goldmark', label: t('settings.like', { name: 'Hugo' }) },
      { value: 'github-ascii', label: t('settings.likeGithubAscii') },
      { value: 'kramdown', label: t('settings.like', { name: 'kramdown' }) },
      { value: 'hexo', label: t('settings.like', { name: 'Hexo' }) },
      { value: 'vitepress', label: t('settings.like', { name: 'VitePress' }) },
      { value: 'blackfriday', label: t('settings.like', { name: 'Blackfriday' }) },
      { value: 'encoded', label: t('settings.like', { name: 'markdown-it-anchor' }) },
      { value: 'slugify', label: t('settings.mdPlainLetters') },
      { value: 'zola', label: t('settings.like', { name: 'Zola' }) },
      { value: 'own', label: t('settings.mdOwnCode') },
    ],
  },
  typographyStyle: {
    label: t('settings.mdQuotesAndDashes'),
    options: [
      { value: 'goldmark', label: t('settings.like', { name: 'Goldmark' }) },
      { value: 'kramdown', label: t('settings.like', { name: 'kramdown' }) },
      { value: 'smartypants', label: t('settings.like', { name: 'SmartyPants' }) },
      { value: 'satteri', label: t('settings.like', { name: 'Astro' }) },
      { value: 'marked', label: t('settings.like', { name: 'Hexo' }) },
      { value: 'markdown-it', label: t('settings.like', { name: 'markdown-it' }) },
    ],
  },
  rawHtml: {
    label: t('settings.mdHtmlInPosts'),
    options: [
      { value: 'show', label: t('settings.mdShown') },
      { value: 'omit', label: t('settings.mdLeftOut') },
      { value: 'escape', label: t('settings.mdShownAsText') },
    ],
  },
}

/** Tags that only the site can fill in. */
export const dialects: Readonly<Record<DialectName, { readonly label: string; readonly example: string }>> = {
  shortcodes: { label: t('settings.mdHugoShortcodes'), example: '{{< figure >}}' },
  templates: { label: t('settings.mdLiquidAndNunjucksTags'), example: '{% include %}, {{ page.title }}' },
  mdx: { label: t('settings.mdMdxImportsAndComponents'), example: '<Chart />' },
  more: { label: t('settings.mdEndOfTheExcerpt'), example: '<!--more-->' },
}
