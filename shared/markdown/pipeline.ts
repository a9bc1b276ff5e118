import { alert } from '@mdit/plugin-alert'
import { attrs } from '@mdit/plugin-attrs'
import { container } from '@mdit/plugin-container'
import { dl } from '@mdit/plugin-dl'
import { mark } from '@mdit/plugin-mark'
import { sub } from '@mdit/plugin-sub'
import { sup } from '@mdit/plugin-sup'
import MarkdownIt from 'markdown-it'
import { linkLikeGithub } from './links/gfm-links'
import { linksAndImages } from './links/links-and-images'
import type { MarkdownFeatures } from './options/features'
import type { MarkdownOptions } from './options/options'
import { abbreviations } from './rules/abbreviations'
import { codeBlocks } from './rules/code-blocks'
import { dialects } from './rules/dialects'
import { emoji } from './rules/emoji'
import { figures } from './rules/figures'
import { footnotes } from './rules/footnotes'
import { contents, headings } from './rules/headings'
import { math } from './rules/math'
import { rawHtml } from './rules/raw-html'
import { shortRows } from './rules/short-rows'
import { sourceMap } from './rules/source-map'
import { taskLists } from './rules/task-lists'

// Nothing with the power to fetch, to run or to cover: ids, classes and what describes the element itself.
const allowedAttributes = ['id', 'class', 'width', 'height', 'title', 'lang', 'dir', 'start', 'align', 'alt']

/** A parser with these options. Segments are read and drawn with it by `BlockRenderer`, the one way to HTML. */
export const createMarkdown = (options: MarkdownOptions): MarkdownIt => {
  const { features } = options
  const md = new MarkdownIt({
    html: features.rawHtml !== 'escape',
    linkify: features.autolinks,
    typographer: features.typography,
    xhtmlOut: options.xhtml ?? false,
  })
  md.use(shortRows)
  if (!features.tables) md.disable('table')
  if (!features.strikethrough) md.disable('strikethrough')
  if (features.autolinks) linkLikeGithub(md)
  md.renderer.rules.blockquote_open = (tokens, index, mdOptions, _env, self) =>
    `${self.renderToken(tokens, index, mdOptions).trimEnd()}\n` // an empty one has its line break too
  md.renderer.rules.s_open = () => '<del>'
  md.renderer.rules.s_close = () => '</del>'
  addBlocks(md, features)
  addInlines(md, features)
  md.use(codeBlocks, options).use(linksAndImages, options).use(rawHtml, options)
  if (features.math) md.use(math, options)
  // Last: these read what the others made of the tokens.
  if (features.taskLists) md.use(taskLists, { tickable: options.tickable ?? false })
  md.use(headings, { ids: features.anchors })
  if (features.toc) md.use(contents)
  if (options.sourceMap) md.use(sourceMap)
  if (features.footnotes) md.use(footnotes)
  return md
}

const addBlocks = (md: MarkdownIt, features: MarkdownFeatures): void => {
  if (features.alerts) md.use(alert)
  if (features.definitionLists) md.use(dl)
  if (features.containers) {
    md.use(container, {
      name: 'any',
      validate: (info: string) => /^\s*[\w-]+/.test(info),
      openRender: (tokens, index) => {
        const [, name = '', title = ''] = /^\s*([\w-]+)\s*(.*)$/s.exec(tokens[index]?.info ?? '') ?? []
        const head = title.trim() && `<p class="container-title">${md.utils.escapeHtml(title.trim())}</p>\n`
        return `<div class="container ${md.utils.escapeHtml(name)}">\n${head}`
      },
      closeRender: () => '</div>\n',
    })
  }
  if (features.dialects.length > 0) md.use(dialects, features.dialects)
}

const addInlines = (md: MarkdownIt, features: MarkdownFeatures): void => {
  if (features.subscript) md.use(sub)
  if (features.superscript) md.use(sup)
  if (features.mark) md.use(mark)
  if (features.abbreviations) md.use(abbreviations)
  if (features.emoji) md.use(emoji)
  if (features.attributes !== 'off') addAttributes(md, features.attributes === 'kramdown' ? '{:' : '{')
  if (features.figures) md.use(figures)
}

// The plugin holds every token against some fifteen patterns, which costs more than the rest of the pipeline together:
// blocks without its sign are not shown to it.
const addAttributes = (md: MarkdownIt, left: string): void => {
  const before = new Set(md.core.ruler.getRules(''))
  md.use(attrs, { left, right: '}', allowed: allowedAttributes })
  const rule = md.core.ruler.getRules('').find((added) => !before.has(added))
  if (!rule) throw new Error('The plugin for attributes adds one rule')
  md.core.ruler.at('attrs', (state) => {
    if (state.tokens.some(({ content, info }) => content.includes(left) || info.includes(left))) rule(state)
  })
}
