import type { Token } from 'markdown-it'
import { namedPostClass } from '../../../shared/markdown/tags/known-shortcodes'
import type { Mark, MarkupPlace, Stand, Stretch } from './marks'
import type { Place } from './place-content'
import { chipOf } from './tag-chip'
import { type TagPair, tagPairs } from './tag-pairs'
import type { TracedToken } from './traced-inline'

interface Opened {
  readonly token: Token
  readonly from: number
  readonly to: number
}

/** Collects marks for one inline text. A range over several lines is marked in each of them. */
class Inline {
  readonly marks: Mark[] = []
  /** Parts that are not prose: code, addresses, HTML. */
  readonly closed: Stretch[] = []

  constructor(
    private readonly content: string,
    private readonly place: Place,
  ) {}

  style(from: number, to: number, className: string): void {
    for (const part of this.lines(from, to)) this.marks.push({ kind: 'style', ...part, className })
  }
  markup(from: number, to: number, reach: Stretch, stands: MarkupPlace = 'among'): void {
    const around = this.around(reach)
    for (const part of this.lines(from, to))
      this.marks.push({ kind: 'markup', ...part, reach: around, stands })
  }
  swap(from: number, to: number, stand: Stand): void {
    const reach = this.around({ from, to })
    const [first, ...others] = this.lines(from, to)
    if (first) this.marks.push({ kind: 'swap', ...first, reach, stand })
    for (const part of others) this.marks.push({ kind: 'markup', ...part, reach, stands: 'among' })
  }
  beside(at: number, stand: Stand): void {
    this.marks.push({ kind: 'beside', at: this.place(at), stand })
  }

  private around({ from, to }: Stretch): Stretch {
    return { from: this.place(from), to: this.place(to) }
  }
  private lines(from: number, to: number): Stretch[] {
    let at = from
    return this.content
      .slice(from, to)
      .split('\n')
      .flatMap((text) => {
        const part = this.around({ from: at, to: at + text.length })
        at += text.length + 1
        return part.from < part.to ? [part] : []
      })
  }
}

/** The style of a pair of marks by its element. */
const classOf = (tag: string): string => `live-${tag.toLowerCase()}`

/** The marks of an inline text: the tokens of the site's renderer at their source positions. */
export const inlineMarks = (
  content: string,
  tokens: readonly TracedToken[],
  place: Place,
  rules: WordRules,
): Mark[] => {
  const inline = new Inline(content, place)
  const open: Opened[] = []
  const isAlone =
    tokens.filter(({ token }) => token.type !== 'text' || token.content.trim() !== '').length === 1
  const pairs = tagPairs(tokens)
  const paired = new Set(pairs.flatMap(({ open: first, close: last }) => [first, last]))
  for (const pair of pairs) drawPair(inline, pair)
  for (const { token, trace } of tokens) {
    if (trace === null || paired.has(trace)) continue
    if (token.nesting === 1) open.push(opened(token, trace))
    else if (token.nesting === -1) {
      const start = open.pop()
      if (start) close(inline, content, start, token, trace)
    } else single(inline, content, token, trace, { isAlone, formulas: rules.formulas })
  }
  markWords(content, inline, rules)
  return inline.marks
}

const classOfTag: Readonly<Record<string, string>> = { a: 'live-link', code: 'live-code-words' }

const drawPair = (inline: Inline, { name, open, close: end }: TagPair): void => {
  const reach = { from: open.from, to: end.to }
  inline.markup(open.from, open.to, reach)
  inline.style(open.to, end.from, classOfTag[name] ?? classOf(name))
  inline.markup(end.from, end.to, reach)
  inline.closed.push(open, end)
}

type Traced = NonNullable<TracedToken['trace']>

/** Emphasis marks were created as text, character by character; the token is at the innermost character. */
const opened = (token: Token, { from, at, length }: Traced): Opened => {
  if (token.type === 'link_open') return { token, from, to: at }
  const to = from + (length > 0 ? length : token.markup.length)
  return { token, from: to - token.markup.length, to }
}

const close = (inline: Inline, content: string, start: Opened, token: Token, trace: Traced): void => {
  if (token.type === 'link_close') {
    closeLink(inline, content, start, trace)
    return
  }
  const { length } = token.markup
  const from = trace.length > 0 ? trace.from : trace.to - length
  const reach = { from: start.from, to: from + length }
  inline.markup(start.from, start.to, reach)
  inline.style(start.to, from, classOf(token.tag))
  inline.markup(from, from + length, reach)
}

const closeLink = (inline: Inline, content: string, start: Opened, { at, to }: Traced): void => {
  if (start.token.markup === 'linkify') return // found in the text, with the scheme before the colon
  const reach = { from: start.from, to }
  if (content[start.from] === '<') {
    inline.markup(start.from, start.from + 1, reach)
    inline.style(start.from + 1, to - 1, 'live-link')
    inline.markup(to - 1, to, reach)
    inline.closed.push(reach)
    return
  }
  if (content.startsWith('{%', start.from)) {
    const text = String(start.token.attrGet('title'))
    const isNamed = start.token.attrGet('class') === namedPostClass
    inline.swap(
      start.from,
      to,
      isNamed ? { kind: 'post', name: text } : { kind: 'text', text, className: 'live-link' },
    )
    inline.closed.push(reach)
    return
  }
  const words = content.slice(start.to, at)
  if (words === '' || content[start.from] !== '[') {
    inline.style(start.from, to, 'live-link')
    return
  }
  inline.markup(start.from, start.to, reach)
  inline.style(start.to, at, 'live-link')
  inline.markup(at, to, reach)
  inline.closed.push({ from: at, to })
}

const single = (
  inline: Inline,
  content: string,
  token: Token,
  { from, to }: Traced,
  { isAlone, formulas }: { readonly isAlone: boolean; readonly formulas: boolean },
): void => {
  const reach = { from, to }
  switch (token.type) {
    case 'code_inline': {
      const { length } = token.markup
      inline.markup(from, from + length, reach)
      inline.style(from + length, to - length, 'live-code-words')
      inline.markup(to - length, to, reach)
      break
    }
    case 'image': {
      const stand = { reference: String(token.attrGet('src') ?? ''), alt: token.content, isAlone } as const
      if (isAlone) {
        inline.beside(to, { kind: 'image', ...stand })
        inline.markup(from, to, reach, 'over')
      } else inline.swap(from, to, { kind: 'image', ...stand })
      break
    }
    case 'math_inline':
    case 'math_inline_double':
      inline.swap(from, to, { kind: 'formula', tex: token.content, display: token.type !== 'math_inline' })
      break
    case 'kramdown_math_inline':
      if (formulas) inline.swap(from, to, { kind: 'formula', tex: token.content, display: false })
      break
    case 'footnote_ref':
      if (typeof token.meta?.written === 'string')
        inline.swap(from, to, { kind: 'note', label: token.meta.written })
      else inline.style(from, to, 'live-inline-note')
      break
    case 'dialect_inline':
      inline.swap(from, to, chipOf(token.info, token.content))
      break
    case 'text_special':
      if (token.info === 'escape') inline.markup(from, from + 1, reach)
      else inline.swap(from, to, { kind: 'text', text: token.content, className: 'live-sign' })
      return
    case 'html_inline':
      inline.style(from, to, 'live-html')
      break
    case 'hardbreak':
      if (content[from] === '\\') inline.markup(from, from + 1, reach)
      return
    default:
      return
  }
  inline.closed.push(reach)
}

/** Finds text replacements of the site outside of code, addresses and HTML. */
export interface WordRules {
  /** Autolinks. */
  readonly addresses: (text: string) => readonly Stretch[]
  readonly emoji: (name: string) => string | null
  /** Whether kramdown's formulas are drawn by the site. */
  readonly formulas: boolean
}

const markWords = (content: string, inline: Inline, rules: WordRules): void => {
  const isClosed = ({ from, to }: Stretch) => inline.closed.some((part) => part.from < to && from < part.to)
  for (const found of rules.addresses(content)) {
    if (!isClosed(found)) inline.style(found.from, found.to, 'live-link')
  }
  if (content.includes(':'))
    for (const { index, 0: all, 1: name = '' } of content.matchAll(/:([a-z0-9_+-]+):/g)) {
      const found = { from: index, to: index + all.length }
      const sign = isClosed(found) ? null : rules.emoji(name)
      if (sign !== null)
        inline.swap(found.from, found.to, { kind: 'text', text: sign, className: 'live-sign' })
    }
}
