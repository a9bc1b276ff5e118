import type MarkdownIt from 'markdown-it'
import type { StateInline, Token } from 'markdown-it'
import { itemAt } from '../../../base/item-at'
import { withoutEntities } from '../../html/entities'
import { openerOf } from '../../inlines/opener-of'
import type { MarkdownFeatures } from '../../options/features'
import { knownTags } from '../../tags/tag-at'
import { attributesIn, writeAttributes } from './attribute-list'
import { emphasis } from './emphasis'
import { spanHtml } from './html'
import { spacedLinks } from './spaced-links'

/** kramdown's inline rules. */
export const spans = (md: MarkdownIt, features: MarkdownFeatures): void => {
  md.use(emphasis).use(spanHtml, knownTags(features)).use(spacedLinks)
  md.inline.ruler.at('backticks', codeSpan)
  md.inline.ruler.before('escape', 'kramdown_backslash', (state, silent) => {
    if (state.src[state.pos] !== '\\' || escapable.test(state.src.charAt(state.pos + 1))) return false
    if (!silent) state.pending += '\\'
    state.pos++
    return true
  })
  md.inline.ruler.before('escape', 'kramdown_math', mathSpan)
  // A bracket before `^` begins no link; footnotes are read before this.
  md.inline.ruler.before('link', 'kramdown_no_link', (state, silent) => {
    if (!state.src.startsWith('[^', state.pos)) return false
    if (!silent) state.pending += '['
    state.pos++
    return true
  })
  md.inline.ruler.before('escape', 'kramdown_attributes', spanAttributes)
  const { escapeHtml } = md.utils
  // Without MathJax, the delimiters that kramdown writes for it stay visible.
  if (!features.math) {
    md.renderer.rules.kramdown_math = (tokens, index) =>
      `\\[${escapeHtml(itemAt(tokens, index).content)}\\]\n`
    md.renderer.rules.kramdown_math_inline = (tokens, index) =>
      `\\(${escapeHtml(itemAt(tokens, index).content)}\\)`
  }
  widerAddresses(md)
  md.inline.ruler.at('autolink', autolink)
  // A bracket inside a link is text.
  md.inline.ruler.before(
    'link',
    'kramdown_link_in_link',
    (state: StateInline & { readonly linkLevel?: number }, silent) => {
      if (state.src.charCodeAt(state.pos) !== 91 || (state.linkLevel ?? 0) === 0) return false
      if (!silent) state.pending += '['
      state.pos++
      return true
    },
  )
}

const address = /<(?:((?:mailto|https?|ftps?):[^\n<>]{1,1000})|([-\w.+]{1,255}@[-\w]+(?:\.[-\w]+)*))>/y

/** `<https://address>`, also with blanks, and `<mail@address>`; no other schemes. */
const autolink = (state: StateInline, silent: boolean): boolean => {
  address.lastIndex = state.pos
  const found = address.exec(state.src)
  if (!found || address.lastIndex > state.posMax) return false
  if (!silent) {
    const [, url, mail = ''] = found
    state.push('link_open', 'a', 1).attrs = [['href', state.md.normalizeLink(url ?? `mailto:${mail}`)]]
    state.push('text', '', 0).content = url?.replace(/^mailto:/, '') ?? mail
    state.push('link_close', 'a', -1)
  }
  state.pos = address.lastIndex
  return true
}

/** Characters that a backslash escapes; before the end of a line it makes a line break. */
const escapable = /[\\.*_+`<>()[\]{}#!:|"'$=\-~\n]/

const codeSpan = (state: StateInline, silent: boolean): boolean => {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== 96) return false
  let from = pos
  while (from < posMax && src.charCodeAt(from) === 96) from++
  const ticks = src.slice(pos, from)
  const isText = ticks.length === 1 && /^$|\s/.test(src.charAt(pos - 1)) && /^\s/.test(src[from] ?? ' ')
  const end = isText ? -1 : src.indexOf(ticks, from)
  if (end < 0 || end + ticks.length > posMax) {
    if (!silent) state.pending += ticks
    state.pos = from
    return true
  }
  if (!silent) {
    const token = state.push('code_inline', 'code', 0)
    const inside = src.slice(from, end)
    token.content = (ticks.length > 1 ? inside.replace(/^ /, '').replace(/ $/, '') : inside).replace(
      /\n/g,
      ' ',
    )
    token.markup = ticks
  }
  state.pos = end + ticks.length
  return true
}

const mathSpan = (state: StateInline, silent: boolean): boolean => {
  const { src, pos, posMax } = state
  if (!src.startsWith('$$', pos)) return false
  const end = src.indexOf('$$', pos + 2)
  if (end < 0 || end + 2 > posMax || end === pos + 2) return false
  if (!silent) state.push('kramdown_math_inline', '', 0).content = src.slice(pos + 2, end)
  state.pos = end + 2
  return true
}

const attributeList = /^\{:((?:\\\}|[^}]){1,500})\}/
const extension =
  /^\{::(comment|nomarkdown)(?:\s[^}]*)?\}([\s\S]{0,4000}?)\{:\/(?:\1)?\}|^\{::options[^}]*\/\}/

// `{: .class}` right after an element applies to it.
const spanAttributes = (state: StateInline, silent: boolean): boolean => {
  const { src, pos, posMax } = state
  if (!src.startsWith('{:', pos)) return false
  const text = src.slice(pos, Math.min(posMax, pos + 5000))
  const extended = extension.exec(text)
  if (extended) {
    if (!silent && extended[1] === 'nomarkdown') state.push('html_inline', '', 0).content = extended[2] ?? ''
    state.pos += extended[0].length
    return true
  }
  const found = text.startsWith('{::') ? null : attributeList.exec(text)
  const element = found && state.pending === '' ? lastElement(state.tokens) : null
  if (!found || (!element && !silent)) return false
  if (!silent && element) writeAttributes(element, attributesIn(itemAt(found, 1)))
  state.pos += found[0].length
  return true
}

const lastElement = (tokens: readonly Token[]): Token | null => {
  const last = tokens.at(-1)
  if (!last || last.type === 'text' || last.type === 'text_special') return null
  return openerOf(tokens)
}

/** Longest address with blanks and longest title, in characters: else each of many unclosed links is scanned to the end. */
const longestAddress = 2_000

/**
 * An address may contain blanks, up to the closing bracket; a quote after a blank begins the title, which may contain
 * quotes. A backslash escapes no bracket, and the text of a link may contain what looks like another.
 */
const widerAddresses = (md: MarkdownIt): void => {
  const { parseLinkDestination, parseLinkLabel, parseLinkTitle } = md.helpers
  // markdown-it provides `helpers` for such overrides; only this instance is changed.
  Object.defineProperty(md, 'helpers', {
    value: {
      ...md.helpers,
      parseLinkLabel: (state: StateInline, start: number) => parseLinkLabel(state, start, false),
      parseLinkTitle: (...args: Parameters<typeof parseLinkTitle>) => {
        const [src, start, max] = args
        const text = src.slice(start, Math.min(max, start + longestAddress))
        const found = /^(["'])([\s\S]+?)\1(?=\s*\))/.exec(text)
        const usual = parseLinkTitle(...args)
        return found
          ? { ...usual, ok: true, pos: start + found[0].length, str: withoutEntities(md, itemAt(found, 2)) }
          : usual
      },
      parseLinkDestination: (src: string, start: number, max: number) => {
        if (src[start] === '<') return parseLinkDestination(src, start, max)
        const usual = parseLinkDestination(src, start, max)
        const written = src.slice(start, usual.pos)
        if (
          usual.ok &&
          (written.includes('{') || (!written.includes('\\') && /^\s*\)/.test(src.slice(usual.pos, max))))
        )
          return usual
        let depth = 0
        let at = start
        const limit = Math.min(max, start + longestAddress)
        for (; at < limit; at++) {
          const sign = src[at]
          if (sign === '(') depth++
          else if (sign === ')' && depth-- === 0) break
          else if (/\s/.test(sign ?? '') && /^\s+["']/.test(src.slice(at, at + 20))) break
        }
        const str = src.slice(start, at).trim()
        if (at >= limit && written.includes('\\')) return { ...usual, ok: false }
        return at >= limit || str === '' ? usual : { ok: true, pos: at, lines: 0, str }
      },
    },
  })
}
