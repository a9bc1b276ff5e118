import type MarkdownIt from 'markdown-it'
import type { StateCore, StateInline, Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { type MarkdownEnv, newFacts, shareFacts, trusted } from '../options/env'
import type { MarkdownFeatures } from '../options/features'
import {
  isShown,
  type LinkedPost,
  linkedPost,
  namedPostClass,
  readTag,
  shownShortcode,
} from './known-shortcodes'
import { withoutTags } from './masked-tags'
import { type PairReading, pairAt } from './paired-tags'
import { knownTags, longestTag, type TagKind, tagAt } from './tag-at'
import { tagBlocks } from './tag-blocks'
import { tagBox } from './tag-box'
import { tagsInHtml } from './tags-in-html'
import { pairedTemplates } from './template-inner'

/** Shows generator tags in a labelled box, without running them; content that they hide is hidden. */
export const tags = (md: MarkdownIt, features: MarkdownFeatures): void => {
  const nunjucks = features.grammar === 'marked' || features.grammar === 'commonmark'
  const known = knownTags(features)
  md.renderer.rules.dialect_inline = (tokens, index, _options, env: MarkdownEnv) =>
    trusted(env, tagBox(md, 'span', itemAt(tokens, index).info, itemAt(tokens, index).content))
  md.renderer.rules.dialect_block = (tokens, index, options, env: MarkdownEnv, self) => {
    const { info = '', content = '' } = itemAt(tokens, index)
    const isValue = info === 'Template value'
    const shown = isValue
      ? null
      : shownShortcode(md, content, {
          draw: (image) => self.rules.image?.([image], 0, options, env, self) ?? '',
          words: (text) => wordsOf(md, text, env),
          figureIncludes: features.figureIncludes,
        })
    return `${trusted(env, shown ?? tagBox(md, 'div', info, content))}\n`
  }
  if (known.length === 0) return // the rules above also draw the boxes of components
  const skip = skippedPairs(features)
  const pairs = { skip, templates: pairedTemplates(features.shortcodes) }
  const rawIsHtml = features.grammar === 'marked'
  tagBlocks(md, known, pairs, rawIsHtml)
  md.inline.ruler.before('escape', 'dialect_inline', (state, silent) =>
    tagInline(state, silent, { known, pairs, nunjucks, rawIsHtml }),
  )
  if (features.grammar !== 'kramdown') tagsInHtml(md, known) // kramdown has its own HTML rules
  md.core.ruler.after('inline', 'tags_alone', (state) => boxParagraphs(state, features))
}

/** Renders markdown in a parameter of a tag; HTML in it is text. */
const wordsOf = (md: MarkdownIt, text: string, env: MarkdownEnv): string => {
  // Generators render such a value separately: definitions and numbers of the page do not apply to it.
  const facts = newFacts()
  const own: MarkdownEnv = { facts, plainTags: true, slots: null }
  const tokens: Token[] = []
  md.inline.parse(text, md, own, tokens)
  for (const token of tokens) if (token.type === 'html_inline') token.type = 'text'
  const html = md.renderer.renderInline(tokens, md.options, own)
  shareFacts(env, facts)
  return html
}

/** `highlight` belongs to Jekyll and Hugo, `codeblock` and `code` to Hexo. */
const skippedPairs =
  ({ grammar }: MarkdownFeatures) =>
  (name: string): boolean =>
    (name === 'highlight' && (grammar === 'marked' || grammar === 'markdown-it')) ||
    ((name === 'codeblock' || name === 'code') && grammar !== 'marked' && grammar !== 'commonmark')

/** How far a closing tag is searched for within a paragraph, in characters. */
const longestPair = 10_000

interface TagReading {
  readonly known: readonly TagKind[]
  readonly pairs: Omit<PairReading, 'open'>
  /** The engine is, or may be, Nunjucks (Hexo). */
  readonly nunjucks: boolean
  /** The content of `raw` is put into the page as it is, not parsed as markdown. */
  readonly rawIsHtml: boolean
}

const tagInline = (
  state: StateInline,
  silent: boolean,
  { known, pairs, nunjucks, rawIsHtml }: TagReading,
): boolean => {
  const { src, pos, posMax, md } = state
  if (src.charCodeAt(pos) !== 123) return false
  const env = state.env as MarkdownEnv
  if (env.plainTags) return false
  const pair = pairAt(src, pos, Math.min(posMax, pos + longestPair), known, { open: false, ...pairs })
  if (pair) {
    if (!silent) {
      const inner = src.slice(pair.from, pair.to)
      if (pair.kind === 'code') state.push('code_inline', 'code', 0).content = inner
      else if (pair.kind === 'template') {
        const token = state.push('dialect_pair', 'span', 0)
        token.content = src.slice(pos, pair.from)
        token.meta = { inner }
      } else if (pair.kind === 'raw' && rawIsHtml) {
        const token = state.push('html_inline', '', 0)
        token.content = inner
        token.meta = { raw: true, plainTags: true }
      } else if (pair.kind === 'raw') {
        const tokens: Token[] = []
        md.inline.parse(inner, md, { ...env, plainTags: true }, tokens)
        if (state.pending) state.pushPending()
        for (const token of tokens) token.meta = { ...token.meta, plainTags: true }
        state.tokens.push(...tokens)
        state.tokens_meta.push(...tokens.map(() => null))
      }
    }
    state.pos = pair.end
    return true
  }
  const found = tagAt(src, pos, posMax, known)
  if (!found) return false
  const written = /^\/\*([\s\S]*)\*\/$/.exec(found.inside)
  if (written && found.kind.name === 'shortcodes') {
    // `{{</* name */>}}` shows the shortcode itself.
    if (!silent) state.pending += `${found.kind.open}${written[1]}${found.kind.close}`
  } else if (!silent && found.kind.open !== '{#') {
    const linked = nunjucks ? linkedPost(src.slice(pos, found.end)) : null
    if (linked) {
      pushLink(state, linked)
      state.pos = found.end
      return true
    }
    const token = state.push('dialect_inline', 'span', 0)
    token.info = found.kind.label
    token.content = src.slice(pos, found.end)
  }
  state.pos = found.end
  return true
}

const pushLink = (state: StateInline, { title, isNamed, address }: LinkedPost): void => {
  state.push('link_open', 'a', 1).attrs = [
    ['href', state.md.normalizeLink(address)],
    ['title', title],
    ...(isNamed ? [['class', namedPostClass] as [string, string]] : []),
  ]
  state.push('text', '', 0).content = title
  state.push('link_close', 'a', -1)
}

/** A paragraph with only tags becomes one box, or a box per tag if any is a picture or a site's shortcode. */
const boxParagraphs = (state: StateCore, { figureIncludes, shortcodes }: MarkdownFeatures): void => {
  const isOwn = ({ content }: Token) =>
    isShown(content, figureIncludes) || Object.hasOwn(shortcodes, readTag(content)?.name ?? '')
  const { tokens } = state
  for (let at = 1; at < tokens.length - 1; at++) {
    const [open, inline, close] = [tokens[at - 1], tokens[at], tokens[at + 1]]
    if (open?.type !== 'paragraph_open' || open.hidden || !close || !inline?.children?.length) continue
    if (!inline.content.trimStart().startsWith('{')) continue
    if (inline.children.every(({ meta }) => meta?.raw)) open.hidden = close.hidden = true
    const shown = inline.children.filter(
      ({ type, content }) => !(type === 'softbreak' || content.trim() === ''),
    )
    if (shown.length === 0 || shown.some(({ type }) => type !== 'dialect_inline')) continue
    const boxOf = (parts: readonly Token[]): Token => {
      const box = new state.Token('dialect_block', 'div', 0)
      box.info = parts[0]?.info ?? ''
      box.content = parts.map(({ content }) => content).join('\n')
      box.map = open.map
      box.block = true
      return box
    }
    const boxes = shown.some(isOwn) ? shown.map((one) => boxOf([one])) : [boxOf(shown)]
    tokens.splice(at - 1, 3, ...boxes)
  }
}

const blankLine = /\n[ \t]*\n/

// For a link definition, `src` is the whole page; only the text up to the next blank line can belong to it.
const maskedAddress = (src: string, start: number, known: readonly TagKind[]): string => {
  const text = src.slice(start, start + longestTag)
  const end = text.search(blankLine)
  const address = end < 0 ? text : text.slice(0, end)
  if (!address.includes('{')) return src
  return src.slice(0, start) + withoutTags(address, known) + src.slice(start + address.length)
}

/** `[x]({% post_url a %})`: blanks and quotes inside a tag do not end the address. */
export const tagsInLinks = (md: MarkdownIt, features: MarkdownFeatures): void => {
  const known = knownTags(features)
  if (known.length === 0) return
  const { parseLinkDestination } = md.helpers
  // Cached, since the same text is asked for at each of its links.
  let last: { readonly src: string; readonly masked: string | null } = { src: '', masked: '' }
  // markdown-it provides `helpers` for such overrides; only this instance is changed.
  Object.defineProperty(md, 'helpers', {
    value: {
      ...md.helpers,
      parseLinkDestination: (src: string, start: number, max: number) => {
        if (last.src !== src) last = { src, masked: blankLine.test(src) ? null : withoutTags(src, known) }
        const masked = last.masked ?? maskedAddress(src, start, known)
        if (masked === src) return parseLinkDestination(src, start, max)
        const found = parseLinkDestination(masked, start, max)
        const written = src.slice(start, found.pos)
        if (!found.ok || written === masked.slice(start, found.pos)) return found
        const isBracketed = written.startsWith('<') && written.endsWith('>')
        return { ...found, str: isBracketed ? written.slice(1, -1) : written }
      },
    },
  })
}
