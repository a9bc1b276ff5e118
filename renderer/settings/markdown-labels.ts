import type { DialectName, MarkdownFeatures, MarkdownPreset } from '../../shared/markdown/options/features'

interface Choice<T> {
  readonly value: T
  readonly label: string
}

/** The renderers to choose from. */
export const presets: readonly Choice<MarkdownPreset>[] = [
  { value: 'github', label: 'Like GitHub' },
  { value: 'goldmark', label: 'Like Hugo (Goldmark)' },
  { value: 'kramdown', label: 'Like Jekyll (kramdown)' },
  { value: 'marked', label: 'Like Hexo (marked)' },
  { value: 'markdown-it', label: 'Like Eleventy (markdown-it)' },
  { value: 'astro', label: 'Like Astro' },
  { value: 'astro-remark', label: 'Like Astro 6 and older (remark)' },
  { value: 'react-markdown', label: 'Like react-markdown' },
  { value: 'remark-html', label: 'Like remark-html' },
  { value: 'mdx', label: 'Like MDX' },
  { value: 'gatsby', label: 'Like Gatsby' },
  { value: 'vitepress', label: 'Like VitePress' },
  { value: 'docusaurus', label: 'Like Docusaurus' },
  { value: 'obsidian', label: 'Like Obsidian' },
  { value: 'commonmark', label: 'CommonMark only' },
  { value: 'everything', label: 'Everything' },
]

type SwitchedFeature = {
  [K in keyof MarkdownFeatures]: MarkdownFeatures[K] extends boolean ? K : never
}[keyof MarkdownFeatures]

type ChosenFeature = Exclude<keyof MarkdownFeatures, SwitchedFeature | 'dialects' | 'grammar' | 'shortcodes'>

/** What is on or off. */
export const switches: Readonly<
  Record<SwitchedFeature, { readonly label: string; readonly example?: string }>
> = {
  tables: { label: 'Tables' },
  taskLists: { label: 'Task lists', example: '- [x] done' },
  strikethrough: { label: 'Strikethrough', example: '~~gone~~' },
  singleTilde: { label: 'Strikethrough with a single tilde', example: '~gone~' },
  autolinks: { label: 'Addresses become links', example: 'www.example.org' },
  breaks: { label: 'Line breaks are kept' },
  indentedCode: { label: 'Indented lines are code' },
  footnotes: { label: 'Footnotes', example: '[^1]' },
  inlineNotes: { label: 'Footnotes in the text', example: '^[a note]' },
  definitionLists: { label: 'Definition lists', example: ': what it means' },
  abbreviations: { label: 'Abbreviations', example: '*[HTML]: …' },
  mark: { label: 'Highlighted text', example: '==seen==' },
  insert: { label: 'Inserted text', example: '++new++' },
  subscript: { label: 'Subscript', example: 'H~2~O' },
  superscript: { label: 'Superscript', example: 'x^2^' },
  emoji: { label: 'Emoji by name', example: ':smile:' },
  typography: { label: 'Curly quotes and dashes' },
  math: { label: 'Math', example: '$e^x$' },
  mermaid: { label: 'Mermaid diagrams' },
  highlight: { label: 'Syntax highlighting' },
  figures: { label: 'Images alone become figures' },
  anchors: { label: 'Headings have anchors' },
  wikiLinks: { label: 'Wiki links', example: '[[another post]]' },
}

/** What has more ways than on and off. */
export const choices: {
  readonly [K in ChosenFeature]: {
    readonly label: string
    readonly options: readonly Choice<MarkdownFeatures[K]>[]
  }
} = {
  alerts: {
    label: 'Alerts',
    options: [
      { value: false, label: 'Off' },
      { value: true, label: '> [!NOTE]' },
      { value: 'titled', label: 'With titles' },
      { value: 'callouts', label: 'Callouts of any type' },
    ],
  },
  containers: {
    label: 'Containers',
    options: [
      { value: false, label: 'Off' },
      { value: true, label: '::: name' },
      { value: 'vitepress', label: '::: tip (VitePress)' },
      { value: 'docusaurus', label: ':::tip (Docusaurus)' },
    ],
  },
  toc: {
    label: 'Table of contents',
    options: [
      { value: false, label: 'Off' },
      { value: true, label: 'Any mark' },
      { value: 'brackets', label: '[[toc]]' },
      { value: 'kramdown', label: '{:toc}' },
    ],
  },
  attributes: {
    label: 'Attributes',
    options: [
      { value: 'off', label: 'Off' },
      { value: 'ids', label: '{#id} on headings' },
      { value: 'headings', label: '{#id .class} on headings' },
      { value: 'blocks', label: '{#id .class} on blocks' },
      { value: 'braces', label: '{#id .class} everywhere' },
      { value: 'kramdown', label: '{: #id .class}' },
    ],
  },
  idStyle: {
    label: 'Anchors are spelled',
    options: [
      { value: 'github', label: 'Like GitHub' },
      { value: 'github-ascii', label: 'Like GitHub, ASCII only' },
      { value: 'kramdown', label: 'Like kramdown' },
      { value: 'hexo', label: 'Like Hexo' },
      { value: 'vitepress', label: 'Like VitePress' },
      { value: 'blackfriday', label: 'Like Blackfriday' },
      { value: 'encoded', label: 'Like markdown-it-anchor' },
      { value: 'slugify', label: 'Plain letters' },
    ],
  },
  typographyStyle: {
    label: 'Quotes and dashes',
    options: [
      { value: 'goldmark', label: 'Like Goldmark' },
      { value: 'kramdown', label: 'Like kramdown' },
      { value: 'smartypants', label: 'Like SmartyPants' },
      { value: 'satteri', label: 'Like Astro' },
      { value: 'marked', label: 'Like Hexo' },
      { value: 'markdown-it', label: 'Like markdown-it' },
    ],
  },
  rawHtml: {
    label: 'HTML in posts',
    options: [
      { value: 'show', label: 'Shown' },
      { value: 'omit', label: 'Left out' },
      { value: 'escape', label: 'Shown as text' },
    ],
  },
}

/** What only the site can fill in. */
export const dialects: Readonly<Record<DialectName, { readonly label: string; readonly example: string }>> = {
  shortcodes: { label: 'Hugo shortcodes', example: '{{< figure >}}' },
  templates: { label: 'Liquid and Nunjucks tags', example: '{% include %}, {{ page.title }}' },
  mdx: { label: 'MDX imports and components', example: '<Chart />' },
  more: { label: 'End of the excerpt', example: '<!--more-->' },
}
