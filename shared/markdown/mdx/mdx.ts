import type MarkdownIt from 'markdown-it'
import type { StateBlock, StateCore, StateInline, Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { t } from '../../texts/translate'
import { type MarkdownEnv, trusted } from '../options/env'
import { endOfRun, lineEnd, lineOfOffset, textStart } from '../tags/state-lines'
import { tagBox } from '../tags/tag-box'
import { endOfExpression, indexBefore, shownValue } from './expressions'
import { indentedBlocks } from './indented-blocks'
import { type JsxTag, jsxTagAt } from './jsx-tag'

/**
 * MDX 2 and 3: JSX elements and components, `{expressions}`, imports and exports; no HTML, no indented code,
 * no `<address>` links. Literal expressions show their value; code that would have to be run is shown in a
 * labelled box.
 */
export const mdx = (md: MarkdownIt, { htmlComments }: { readonly htmlComments: boolean }): void => {
  md.disable(['code', 'html_block', 'html_inline', 'autolink'])
  md.use(indentedBlocks)
  md.block.ruler.before('fence', 'mdx_module', readModule)
  const interrupts = { alt: ['paragraph', 'reference', 'blockquote', 'list'] }
  md.block.ruler.before('fence', 'mdx_expression', readExpression, interrupts)
  md.block.ruler.before('fence', 'mdx_tags', readTags, interrupts)
  if (htmlComments) md.block.ruler.before('fence', 'mdx_html_comment', readHtmlComment, interrupts)
  md.inline.ruler.before('escape', 'mdx_expression', inlineExpression)
  md.inline.ruler.before('escape', 'mdx_tag', (state, silent) => inlineTag(state, silent, htmlComments))
  md.core.ruler.after('inline', 'mdx_alone', unwrap)
  md.renderer.rules.mdx_hidden = () => ''
  // Elements of two blocks stay apart.
  md.renderer.rules.paragraph_close = (tokens, index, options, _env, self) =>
    itemAt(tokens, index).meta?.unwrapped ? '\n' : self.renderToken(tokens, index, options)
  md.renderer.rules.mdx_text = (tokens, index) => `${md.utils.escapeHtml(itemAt(tokens, index).content)}\n`
  const box = (tag: 'div' | 'span') => (tokens: Token[], index: number, _o: unknown, env: MarkdownEnv) =>
    trusted(env, tagBox(md, tag, itemAt(tokens, index).info, itemAt(tokens, index).content)) +
    (tag === 'div' ? '\n' : '')
  md.renderer.rules.dialect_block ??= box('div')
  md.renderer.rules.dialect_inline ??= box('span')
}

const push = (
  state: StateBlock,
  type: string,
  tag: string,
  line: number,
  last: number,
  content: string,
): Token => {
  const token = state.push(type, tag, 0)
  token.map = [line, last + 1]
  token.content = content
  token.block = true
  state.line = last + 1
  return token
}

const module = /^(?:import\s*['"{*\w]|export\s+(?:(?:const|let|var|default|function|async|class)\b|[{*]))/

// An export may contain blank lines while one of its brackets is open.
const readModule = (state: StateBlock, line: number, endLine: number, silent: boolean): boolean => {
  if (state.level > 0 || itemAt(state.tShift, line) > 0) return false
  const first = state.src.slice(state.bMarks[line], state.eMarks[line])
  if (!module.test(first)) return false
  if (silent) return true
  let depth = 0
  let last = line
  for (let at = line; at < endLine; at++) {
    if (state.isEmpty(at) && depth <= 0) break
    last = at
    for (const sign of state.src.slice(state.bMarks[at], state.eMarks[at]))
      depth += /[{([]/.test(sign) ? 1 : /[})\]]/.test(sign) ? -1 : 0
  }
  push(state, 'mdx_hidden', '', line, last, '')
  return true
}

const readExpression = (state: StateBlock, line: number, endLine: number, silent: boolean): boolean => {
  const start = textStart(state, line)
  if (state.src.charCodeAt(start) !== 123) return false
  const run = endOfRun(state, line, endLine)
  // A comment may contain blank lines; an unclosed one extends to the end of the post.
  const isComment = /^\{\s*\/\*/.test(state.src.slice(start, start + 100))
  let end = endOfExpression(state.src, start, run)
  const isLongComment = end === null && isComment
  if (isLongComment) {
    const limit = lineEnd(state, endLine - 1)
    const closing = indexBefore(state.src, '*/', start, limit)
    const brace = closing === null ? null : indexBefore(state.src, '}', closing, limit)
    end = brace === null ? limit : brace + 1
  }
  if (end === null) return false
  const last = lineOfOffset(state, line, end)
  if (state.src.slice(end, state.eMarks[last]).trim() !== '' && end <= run) return false
  if (silent) return true
  const source = state.src.slice(start, end)
  const shown = isLongComment ? '' : shownValue(source.slice(1, -1))
  if (shown === null) push(state, 'dialect_block', 'div', line, last, source).info = 'Expression'
  else push(state, shown === '' ? 'mdx_hidden' : 'mdx_text', '', line, last, shown)
  return true
}

interface WrittenTag {
  readonly tag: JsxTag
  readonly source: string
}

/** The tags of a line that contains only tags, and where they end; null for any other line. */
const tagsOfLine = (src: string, from: number, limit: number): { tags: WrittenTag[]; end: number } | null => {
  const tags: WrittenTag[] = []
  let at = from
  for (;;) {
    const tag = jsxTagAt(src, at, limit)
    if (!tag) return null
    tags.push({ tag, source: src.slice(at, tag.end) })
    at = tag.end
    while (src[at] === ' ' || src[at] === '\t') at++
    if (at >= limit || src[at] === '\n') return { tags, end: at }
    if (src[at] !== '<') return null
  }
}

const depthOf = (tags: readonly WrittenTag[]): number =>
  tags.reduce(
    (depth, { source }) => depth + (source.startsWith('</') ? -1 : source.endsWith('/>') ? 0 : 1),
    0,
  )

/** How far a line of tags is looked ahead from, in characters: else each of many is compared with all that follow. */
const longestRun = 8_000

const readTags = (state: StateBlock, line: number, endLine: number, silent: boolean): boolean => {
  const start = textStart(state, line)
  if (state.src.charCodeAt(start) !== 60) return false
  const run = endOfRun(state, line, endLine, longestRun)
  const first = tagsOfLine(state.src, start, run)
  if (!first) return false
  if (silent) return true
  const found = [first.tags]
  let { end } = first
  let isHtml = first.tags.every(({ tag }) => tag.html !== null)
  // An element continues over following lines that contain only tags, unless one of them is a component.
  for (let depth = depthOf(first.tags); isHtml && depth > 0 && end < run; ) {
    const next = /^\s*/.exec(state.src.slice(end, run))?.[0].length ?? 0
    const more = state.src[end + next] === '<' ? tagsOfLine(state.src, end + next, run) : null
    if (!more) break
    isHtml = more.tags.every(({ tag }) => tag.html !== null)
    found.push(more.tags)
    depth += depthOf(more.tags)
    end = more.end
  }
  const last = lineOfOffset(state, line, end)
  if (found.length > 1 && isHtml) {
    const html = found.map((tags) => tags.map(({ tag }) => tag.html).join('')).join('\n')
    push(state, 'html_block', '', line, last, html)
    return true
  }
  const lastOfFirst = lineOfOffset(state, line, first.end)
  for (const { tag, source } of first.tags) {
    if (tag.html === null)
      push(state, 'dialect_block', 'div', line, lastOfFirst, source).info = t('preview.component')
    else push(state, tag.html === '' ? 'mdx_hidden' : 'html_block', '', line, lastOfFirst, tag.html)
  }
  return true
}

const readHtmlComment = (state: StateBlock, line: number, endLine: number, silent: boolean): boolean => {
  const start = textStart(state, line)
  if (!state.src.startsWith('<!--', start)) return false
  if (silent) return true
  const limit = lineEnd(state, endLine - 1)
  const last = lineOfOffset(state, line, indexBefore(state.src, '-->', start, limit) ?? limit)
  push(state, 'html_block', '', line, last, state.src.slice(start, state.eMarks[last]))
  return true
}

const inlineExpression = (state: StateInline, silent: boolean): boolean => {
  if (state.src.charCodeAt(state.pos) !== 123) return false
  const end = endOfExpression(state.src, state.pos, state.posMax)
  if (end === null) return false
  if (!silent) {
    const source = state.src.slice(state.pos, end)
    const shown = shownValue(source.slice(1, -1))
    if (shown === null) {
      const token = state.push('dialect_inline', 'span', 0)
      token.info = 'Expression'
      token.content = source
    } else if (shown !== '') state.pending += shown
  }
  state.pos = end
  return true
}

/** Paragraphs without another `-->`: each of many openings would look through all the rest. */
const unclosed = new WeakSet<StateInline>()

const inlineTag = (state: StateInline, silent: boolean, htmlComments: boolean): boolean => {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== 60) return false
  if (htmlComments && src.startsWith('<!--', pos)) {
    const closing = unclosed.has(state) ? -1 : src.indexOf('-->', pos)
    if (closing < 0) {
      unclosed.add(state)
      return false
    }
    state.pos = closing + 3
    return true
  }
  const tag = jsxTagAt(src, pos, posMax)
  if (!tag) return false
  if (!silent) {
    const token =
      tag.html === null ? state.push('dialect_inline', 'span', 0) : state.push('html_inline', '', 0)
    token.info = tag.html === null ? t('preview.component') : ''
    token.content = tag.html ?? src.slice(pos, tag.end)
    token.meta = { jsx: tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0 }
  }
  state.pos = tag.end
  return true
}

/** Removes the `<p>` around a paragraph that contains only elements. */
const unwrap = (state: StateCore): void => {
  const { tokens } = state
  for (let at = 1; at < tokens.length - 1; at++) {
    const [open, inline, close] = [tokens[at - 1], tokens[at], tokens[at + 1]]
    if (
      open?.type !== 'paragraph_open' ||
      !inline?.children ||
      !close ||
      !/^\s*<|^\s*\{/.test(inline.content)
    )
      continue
    let depth = 0
    let only = inline.children.some(({ meta }) => meta?.jsx !== undefined)
    for (const { type, content, meta } of inline.children) {
      if (meta?.jsx !== undefined) depth += meta.jsx
      else if (depth <= 0 && type !== 'softbreak' && (type !== 'text' || content.trim() !== '')) only = false
    }
    if (!only) continue
    open.hidden = close.hidden = true
    close.meta = { ...close.meta, unwrapped: true }
  }
}
