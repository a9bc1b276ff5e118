import type MarkdownIt from 'markdown-it'
import type { StateBlock, Token } from 'markdown-it'
import type { MarkdownEnv } from '../options/env'
import { type PairedTag, type PairReading, pairAt } from './paired-tags'
import { endOfRun, isIndentedCode, lineEnd, lineOfOffset, textStart } from './state-lines'
import { type TagKind, tagAt } from './tag-at'

/**
 * Tags that are blocks: those written over several lines, and pairs (`raw`, `comment`, `highlight`), whose
 * content may include blank lines.
 */
export const tagBlocks = (
  md: MarkdownIt,
  known: readonly TagKind[],
  pairs: Omit<PairReading, 'open'>,
  rawIsHtml: boolean,
): void => {
  const read = (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
    if (isIndentedCode(state, startLine)) return false
    const start = textStart(state, startLine)
    if (state.src.charCodeAt(start) !== 123) return false
    if (silent && !rawBegins.test(state.src.slice(start, start + 20))) return false // only `raw` ends a paragraph
    if ((state.env as MarkdownEnv).plainTags) return false
    const pair = pairAt(state.src, start, lineEnd(state, endLine - 1), known, { open: true, ...pairs })
    const run = endOfRun(state, startLine, endLine)
    // A tag cannot contain a blank line.
    if (pair?.kind === 'raw' && rawIsHtml && !fence.test(state.src.slice(pair.from, Math.min(pair.to, run))))
      return readRaw(state, startLine, pair, silent)
    if (silent) return false
    if (pair && pair.from <= run && isBlock(state, startLine, pair, run))
      return readPair(state, startLine, endLine, pair)
    const found = tagAt(state.src, start, run, known)
    if (!found) return false
    const last = lineOfOffset(state, startLine, found.end)
    if (last === startLine || state.src.slice(found.end, state.eMarks[last]).trim() !== '') return false
    const token = state.push('dialect_block', 'div', 0)
    token.info = found.kind.label
    token.content = state.src.slice(start, found.end)
    token.map = [startLine, last + 1]
    token.block = true
    state.line = last + 1
    return true
  }
  const alt = rawIsHtml ? ['paragraph', 'reference'] : []
  md.block.ruler.before('table', 'dialect_block', read, { alt })
  // Inside a raw pair, tags are text.
  md.core.ruler.at('inline', (state) => {
    let raw = 0
    for (const token of state.tokens) {
      raw += token.type === 'raw_open' ? 1 : token.type === 'raw_close' ? -1 : 0
      if (raw > 0) token.meta = { ...token.meta, plainTags: true }
      if (token.type !== 'inline') continue
      const env = raw > 0 ? { ...state.env, plainTags: true } : state.env
      const children: Token[] = []
      md.inline.parse(token.content, md, env, children)
      token.children = children
      if (raw > 0) for (const child of children) child.meta = { ...child.meta, plainTags: true }
    }
  })
  md.renderer.rules.hidden_comment = () => ''
  md.renderer.rules.raw_open = md.renderer.rules.raw_close = () => ''
}

/**
 * A pair is a block when its tags have lines to themselves, or when it contains a blank line. Text after the
 * next blank line must not affect this: it only decides where the block ends.
 */
const isBlock = (state: StateBlock, line: number, pair: PairedTag, run: number): boolean => {
  const alone = state.src.slice(pair.from, state.eMarks[line]).trim() === ''
  if (pair.end > run) return alone || pair.kind !== 'raw'
  const rest = state.src.slice(pair.end, lineEnd(state, lineOfOffset(state, line, pair.end)))
  return rest.trim() === '' && (alone || pair.kind === 'comment' || pair.kind === 'template')
}

/** Hexo reads fences before everything else; text behind the next blank line must not decide what this is. */
const fence = /^[ \t>]*(?:```|~~~)/m
const rawBegins = /^\{%-?\s*raw\b/
const rawTag = /\{%-?\s*(?:end)?raw\s*-?%\}/g

/** Hexo puts the content of `raw` into the page as it is, and with it the rest of its last line. */
const readRaw = (state: StateBlock, line: number, pair: PairedTag, silent: boolean): boolean => {
  if (silent) return true
  const last = lineOfOffset(state, line, pair.end)
  const token = state.push('html_block', '', 0)
  const rest = state.src.slice(pair.end, lineEnd(state, last)).replace(rawTag, '')
  token.content = `${state.src.slice(pair.from, pair.to)}${rest}\n`
  token.meta = { plainTags: true }
  token.map = [line, last + 1]
  state.line = last + 1
  return true
}

const readPair = (state: StateBlock, startLine: number, endLine: number, pair: PairedTag): boolean => {
  const last = lineOfOffset(state, startLine, pair.end)
  if (pair.kind === 'raw') {
    const open = state.push('raw_open', '', 1)
    open.map = [startLine, last + 1]
    const closing = lineOfOffset(state, startLine, pair.to)
    const closesAlone = state.src.slice(state.bMarks[closing], pair.to).trim() === ''
    const { lineMax, parentType } = state
    state.lineMax = pair.to === pair.end ? endLine : closesAlone ? closing : closing + 1
    const env = state.env as MarkdownEnv
    env.plainTags = true
    state.md.block.tokenize(state, startLine + 1, state.lineMax)
    delete env.plainTags
    state.lineMax = lineMax
    state.parentType = parentType
    state.push('raw_close', '', -1)
  } else if (pair.kind === 'template') {
    const start = textStart(state, startLine)
    const token = state.push('dialect_pair', 'div', 0)
    token.content = state.src.slice(start, pair.from)
    token.meta = { inner: state.src.slice(pair.from, pair.to) }
    token.map = [startLine, last + 1]
    token.block = true
  } else if (pair.kind === 'code') {
    const token = state.push('fence', 'code', 0)
    token.info = pair.language
    token.content = `${state.src
      .slice(pair.from, pair.to)
      .replace(/^[ \t]*\n/, '')
      .trimEnd()}\n`
    token.map = [startLine, last + 1]
  } else {
    const token = state.push('hidden_comment', '', 0)
    token.map = [startLine, last + 1]
    token.hidden = true
  }
  state.line = last + 1
  return true
}
