import type MarkdownIt from 'markdown-it'
import type { StateCore, StateInline, Token } from 'markdown-it'
import { withoutEntities } from '../html/entities'

/** An address in a text; `from` and `to` are its offsets. */
export interface FoundAddress {
  readonly from: number
  readonly to: number
  readonly url: string
}

/** How a renderer finds bare addresses in text. */
export interface AddressFinder {
  /** Matches every text that contains an address; others are skipped. */
  readonly hint: RegExp
  /** The address whose scheme begins at an offset. */
  readonly at: (text: string, at: number) => FoundAddress | null
  /** With `html-links`, text inside a raw HTML link is not linked; otherwise raw HTML makes no difference. */
  readonly minds?: 'html-links'
  /** Entities in an address are read as such. */
  readonly entities?: true
  /** All addresses of a text, in order. */
  readonly in: (text: string) => readonly FoundAddress[]
}

const longestScheme = 5

/** Turns the addresses that `finder` finds into links, shown as they were written. */
export const autolinks = (md: MarkdownIt, finder: AddressFinder): void => {
  // A backslash before a letter escapes nothing, and the letter may begin an address.
  md.inline.ruler.before('escape', 'plain_backslash', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 92 || !/[a-z]/i.test(state.src.charAt(state.pos + 1)))
      return false
    if (!silent) state.pending += '\\'
    state.pos++
    return true
  })
  // An address with a scheme takes precedence over emphasis, but is not looked for inside open brackets.
  md.inline.ruler.at('linkify', (state, silent) => {
    const { src, pos } = state
    if (src.charCodeAt(pos) !== 58 || !src.startsWith('://', pos) || inLink(state, finder)) return false
    let begin = pos
    while (begin > 0 && pos - begin < longestScheme && /[a-z]/i.test(src.charAt(begin - 1))) begin--
    if (begin === pos || pos - begin > state.pending.length || inOpenBracket(state, begin)) return false
    const found = finder.at(src.slice(0, state.posMax), begin)
    if (!found || found.to <= pos || !md.validateLink(md.normalizeLink(found.url))) return false
    const shown = (text: string): string => (finder.entities ? withoutEntities(md, text) : text)
    if (!silent) {
      state.pending = state.pending.slice(0, state.pending.length - (pos - begin))
      const made = linkOf(state.md, state.Token, shown(found.url), shown(src.slice(begin, found.to)))
      for (const token of made) {
        const pushed = state.push(token.type, token.tag, token.nesting)
        Object.assign(pushed, {
          attrs: token.attrs,
          content: token.content,
          markup: token.markup,
          info: token.info,
        })
      }
    }
    state.pos = found.to
    return true
  })
  md.core.ruler.at('linkify', (state) => {
    for (const block of state.tokens) {
      if (block.type !== 'inline' || !block.children || !finder.hint.test(block.content)) continue
      block.children = linked(state, block.children, finder)
    }
  })
}

/** Whether the parser is inside link text; `linkLevel` is missing from the library's types. */
const inLink = (state: StateInline & { readonly linkLevel?: number }, { minds }: AddressFinder): boolean => {
  const level = state.linkLevel ?? 0
  if (level === 0 || minds === 'html-links') return level > 0
  return level > htmlLinksIn(state)
}

const htmlLinks = new WeakMap<StateInline, { seen: number; open: number }>()

/** How many raw HTML links are open after the tokens so far. */
const htmlLinksIn = (state: StateInline): number => {
  const known = htmlLinks.get(state)
  const count = known && known.seen <= state.tokens.length ? known : { seen: 0, open: 0 }
  for (; count.seen < state.tokens.length; count.seen++) {
    const token = state.tokens[count.seen]
    if (token?.type === 'html_inline') count.open += htmlLink(token.content)
  }
  htmlLinks.set(state, count)
  return count.open
}

const brackets = new WeakMap<StateInline, { at: number; depth: number }>()

/** Whether a bracket before `at` is still open: its content may become link text. */
const inOpenBracket = (state: StateInline, at: number): boolean => {
  const known = brackets.get(state)
  const count = known && known.at <= at ? known : { at: 0, depth: 0 }
  for (; count.at < at; count.at++) {
    const sign = state.src[count.at]
    if (sign === '\\') count.at++
    else if (sign === '[') count.depth++
    else if (sign === ']' && count.depth > 0) count.depth--
  }
  brackets.set(state, count)
  return count.depth > 0
}

const linked = (state: StateCore, tokens: readonly Token[], finder: AddressFinder): Token[] => {
  const made: Token[] = []
  let links = 0
  let before: Token | undefined
  for (const token of tokens) {
    if (token.type === 'link_open') links++
    else if (token.type === 'link_close') links--
    else if (token.type === 'html_inline' && finder.minds === 'html-links')
      links = Math.max(0, links + htmlLink(token.content))
    // `http\://` was escaped so that it stays text
    const escaped = before?.type === 'text_special' && before.info !== 'typography'
    // Behind a curly quote, one with a scheme was left alone by the rule above.
    const quoted = before?.info === 'typography'
    if (token.type === 'text' && links === 0 && finder.hint.test(token.content))
      made.push(
        ...split(
          state,
          token,
          finder
            .in(token.content)
            .slice()
            .filter(({ from }) => from > 0 || !(escaped || (quoted && withScheme.test(token.content)))),
        ),
      )
    else made.push(token)
    before = token
  }
  return made
}

const withScheme = /^[a-z]{3,5}:\/\//i

const htmlLink = (tag: string): number => (/^<a[>\s]/i.test(tag) ? 1 : /^<\/a\s*>/i.test(tag) ? -1 : 0)

const split = ({ md, Token }: StateCore, text: Token, found: readonly FoundAddress[]): Token[] => {
  const made: Token[] = []
  let done = 0
  for (const { from, to, url } of found) {
    if (!md.validateLink(md.normalizeLink(url))) continue
    if (from > done) made.push(textOf(Token, text.content.slice(done, from)))
    made.push(...linkOf(md, Token, url, text.content.slice(from, to)))
    done = to
  }
  if (done === 0) return [text]
  if (done < text.content.length) made.push(textOf(Token, text.content.slice(done)))
  return made
}

type NewToken = new (type: string, tag: string, nesting: Token['nesting']) => Token

const textOf = (Made: NewToken, content: string): Token => {
  const token = new Made('text', '', 0)
  token.content = content
  return token
}

const linkOf = (md: MarkdownIt, Made: NewToken, url: string, shown: string): Token[] => {
  const open = new Made('link_open', 'a', 1)
  open.attrs = [['href', md.normalizeLink(url)]]
  const close = new Made('link_close', 'a', -1)
  for (const token of [open, close]) Object.assign(token, { markup: 'linkify', info: 'auto' })
  return [open, textOf(Made, shown), close]
}
