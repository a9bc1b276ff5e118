import { attrs } from '@mdit/plugin-attrs'
import { dl } from '@mdit/plugin-dl'
import { mark } from '@mdit/plugin-mark'
import { sub } from '@mdit/plugin-sub'
import { sup } from '@mdit/plugin-sup'
import MarkdownIt from 'markdown-it'
import { componentHtml } from './blocks/component-html'
import { ownLines } from './blocks/own-lines'
import { tables } from './blocks/tables'
import { definitionLists as goldmarkDefinitions } from './goldmark/definition-lists'
import { tablesInLists } from './goldmark/tables-in-lists'
import { abbreviations } from './inlines/abbreviations'
import { astralLetters } from './inlines/astral-letters'
import { insert, strikethrough } from './inlines/double-marks'
import { emoji } from './inlines/emoji'
import { lineBreaks } from './inlines/line-breaks'
import { math } from './inlines/math'
import { kramdownStrikethrough, markedStrikethrough } from './inlines/struck-text'
import { wikiLinks } from './inlines/wiki-links'
import { kramdown } from './kramdown/kramdown'
import { type AddressFinder, autolinks } from './links/autolinks'
import {
  gfmAddresses,
  markedAddresses,
  oldRemarkAddresses,
  remarkAddresses,
  satteriAddresses,
} from './links/gfm-links'
import { goldmarkAddresses } from './links/goldmark-links'
import { linksAndImages } from './links/links-and-images'
import { descriptionLists } from './marked/description-lists'
import { fencesInHtml } from './marked/fences-in-html'
import { markedLinks } from './marked/links'
import { listEnds } from './marked/list-ends'
import { mdx } from './mdx/mdx'
import type { MarkdownFeatures } from './options/features'
import type { MarkdownOptions } from './options/options'
import { alerts } from './rules/alerts'
import { blockAttributes } from './rules/block-attributes'
import { codeBlocks } from './rules/code-blocks'
import { containers } from './rules/containers'
import { figures } from './rules/figures'
import { footnotes } from './rules/footnotes'
import { headingAttributes } from './rules/heading-attributes'
import { footnotesInIds } from './rules/heading-sources'
import { contents, headings } from './rules/headings'
import { rawHtml } from './rules/raw-html'
import { shortRows } from './rules/short-rows'
import { siteShortcodes } from './rules/site-shortcodes'
import { sourceMap } from './rules/source-map'
import { taskLists } from './rules/task-lists'
import { components } from './tags/components'
import { tags, tagsInLinks } from './tags/tags'
import { goldmarkTypography } from './typography/goldmark'
import { kramdownTypography } from './typography/kramdown'
import { markedTypography } from './typography/marked'
import { satteriTypography } from './typography/satteri'
import { smartypants } from './typography/smartypants'

// Only attributes that cannot fetch, run or cover anything: ids, classes and descriptions of the element.
const allowedAttributes = ['id', 'class', 'width', 'height', 'title', 'lang', 'dir', 'start', 'align', 'alt']
/** These decide how VitePress writes an address; they are not drawn. */
const readAttributes = ['target', 'download']

const definitionLists: Readonly<Partial<Record<MarkdownFeatures['grammar'], (md: MarkdownIt) => void>>> = {
  goldmark: goldmarkDefinitions,
  marked: descriptionLists,
}

/** Renderers that look at whole code points beside emphasis. */
const codePointGrammars: ReadonlySet<MarkdownFeatures['grammar']> = new Set([
  'commonmark',
  'markdown-it',
  'marked',
  'satteri',
  'goldmark',
  'kramdown',
])

/** Whether the ids of headings are made from the finished HTML. */
const slugsHtml = ({ anchors, idStyle, containers, grammar }: MarkdownFeatures): boolean =>
  anchors &&
  idStyle === 'github' &&
  containers !== 'docusaurus' &&
  ['remark', 'react-markdown', 'mdx', 'satteri'].includes(grammar)

/** A parser with these options. `BlockRenderer`, the only path to HTML, parses and draws blocks with it. */
export const createMarkdown = (options: MarkdownOptions): MarkdownIt => {
  const { features } = options
  const isMarkdownIt = features.grammar === 'markdown-it' || features.grammar === 'vitepress'
  const md = new MarkdownIt({
    // Where HTML is shown as text, markdown-it does not parse it; the others still know where it ends.
    html: features.rawHtml !== 'escape' || !isMarkdownIt,
    linkify: features.autolinks,
    typographer: features.typography && features.typographyStyle === 'markdown-it',
    xhtmlOut: options.xhtml ?? false,
  })
  if (!isMarkdownIt) md.use(tables, features)
  md.use(shortRows)
  if (!features.tables) md.disable('table')
  if (!features.indentedCode) md.disable('code')
  if (!features.strikethrough) md.disable('strikethrough')
  else if (features.grammar === 'marked') md.use(markedStrikethrough)
  else if (features.grammar === 'kramdown') md.use(kramdownStrikethrough)
  else if (features.singleTilde) md.use(strikethrough)
  if (!codePointGrammars.has(features.grammar)) md.use(astralLetters)
  if (features.breaks) md.use(lineBreaks)
  if (features.autolinks) addAutolinks(md, features)
  if (features.typography) addTypography(md, features)
  // A link is parsed whatever its scheme; the scheme is checked when the link is drawn.
  if (!isMarkdownIt) {
    md.validateLink = () => true
    // Addresses are encoded and shown as written; only markdown-it converts hosts to ASCII (Punycode).
    md.normalizeLink = (url) => md.utils.lib.mdurl.encode(url)
    md.normalizeLinkText = (url) => url
  }
  md.renderer.rules.blockquote_open = (tokens, index, mdOptions, _env, self) =>
    `${self.renderToken(tokens, index, mdOptions).trimEnd()}\n` // an empty quote gets a line break too
  md.renderer.rules.s_open = () => '<del>'
  md.renderer.rules.s_close = () => '</del>'
  addBlocks(md, features)
  addInlines(md, features)
  md.use(codeBlocks, options).use(linksAndImages, options).use(rawHtml, options)
  if (features.math) md.use(math, options)
  if (Object.keys(features.shortcodes).length > 0) md.use(siteShortcodes, options)
  // Last: these read the tokens that the other rules produced.
  if (features.taskLists)
    md.use(taskLists, { tickable: options.tickable ?? false, grammar: features.grammar })
  md.use(headings, {
    ids: features.anchors,
    style: features.idStyle,
    docusaurus: features.containers === 'docusaurus',
    gatsby: features.grammar === 'remark-legacy',
  })
  if (features.toc) md.use(contents, features.toc)
  if (options.sourceMap) md.use(sourceMap)
  if (features.footnotes) md.use(footnotes, { inline: features.inlineNotes, grammar: features.grammar })
  if (features.footnotes && slugsHtml(features)) md.use(footnotesInIds)
  if (features.grammar === 'kramdown') md.use(kramdown, features)
  md.use(tagsInLinks, features)
  return md
}

const addressFinders: Readonly<Partial<Record<MarkdownFeatures['grammar'], AddressFinder>>> = {
  commonmark: gfmAddresses,
  goldmark: goldmarkAddresses,
  marked: markedAddresses,
  satteri: satteriAddresses,
  'remark-legacy': oldRemarkAddresses,
}

const addAutolinks = (md: MarkdownIt, { grammar }: MarkdownFeatures): void => {
  if (grammar === 'markdown-it' || grammar === 'vitepress') md.linkify.set({ fuzzyLink: false })
  else md.use(autolinks, addressFinders[grammar] ?? remarkAddresses)
}

const addTypography = (md: MarkdownIt, { typographyStyle, grammar }: MarkdownFeatures): void => {
  if (typographyStyle === 'goldmark') md.use(goldmarkTypography)
  else if (typographyStyle === 'kramdown') md.use(kramdownTypography)
  else if (typographyStyle === 'smartypants') md.use(smartypants, { separate: grammar === 'remark-legacy' })
  else if (typographyStyle === 'satteri') md.use(satteriTypography)
  else if (typographyStyle === 'marked') md.use(markedTypography)
}

const addBlocks = (md: MarkdownIt, features: MarkdownFeatures): void => {
  if (features.alerts) md.use(alerts, features.alerts)
  if (features.definitionLists) md.use(definitionLists[features.grammar] ?? dl)
  if (features.grammar === 'goldmark') md.use(tablesInLists)
  if (features.grammar === 'vitepress') md.use(componentHtml)
  if (features.grammar === 'marked') md.use(fencesInHtml).use(listEnds).use(markedLinks)
  if (features.containers) md.use(containers, features.containers)
  if (features.grammar === 'remark-legacy') md.use(ownLines)
  md.use(tags, features)
  if (features.grammar === 'mdx') md.use(mdx, { htmlComments: features.containers === 'docusaurus' })
  else if (features.dialects.includes('mdx')) md.use(components)
}

const addInlines = (md: MarkdownIt, features: MarkdownFeatures): void => {
  if (features.subscript) md.use(sub)
  if (features.superscript) md.use(sup)
  if (features.mark) md.use(mark)
  if (features.insert) md.use(insert)
  if (features.wikiLinks) md.use(wikiLinks)
  if (features.abbreviations) md.use(abbreviations)
  if (features.emoji)
    md.use(emoji, {
      emoticons: features.grammar === 'markdown-it' || features.grammar === 'vitepress',
      directives: features.containers === 'docusaurus',
    })
  const ownAttributes = features.grammar === 'kramdown'
  if (features.attributes === 'kramdown' && !ownAttributes) addAttributes(md, '{:')
  else if (features.attributes === 'braces') addAttributes(md, '{', features.grammar === 'vitepress')
  else if (features.attributes !== 'off' && !ownAttributes)
    md.use(headingAttributes, { ids: features.attributes === 'ids' })
  if (features.attributes === 'blocks') md.use(blockAttributes)
  if (features.figures) md.use(figures)
}

// The plugin tests every token against some fifteen patterns, which costs more than the rest of the pipeline:
// it is skipped if no token contains its opening mark.
const addAttributes = (md: MarkdownIt, left: string, withRead = false): void => {
  const before = new Set(md.core.ruler.getRules(''))
  const allowed = withRead ? [...allowedAttributes, ...readAttributes] : allowedAttributes
  md.use(attrs, { left, right: '}', allowed })
  const rule = md.core.ruler.getRules('').find((added) => !before.has(added))
  if (!rule) throw new Error('The plugin for attributes adds one rule')
  md.core.ruler.at('attrs', (state) => {
    if (state.tokens.some(({ content, info }) => content.includes(left) || info.includes(left))) rule(state)
  })
}
