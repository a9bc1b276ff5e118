import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { headingId, type IdStyle } from '../ids/heading-ids'
import { isCountedId, isHugoId } from '../ids/unique-ids'
import { factsOf, type Heading, type MarkdownEnv } from '../options/env'
import { isIndentedCode, textStart } from '../tags/state-lines'
import { headingSources } from './heading-sources'

/** Styles that keep blanks at the end of the text, such as before a trailing tag. */
const untrimmed: ReadonlySet<IdStyle> = new Set(['github', 'kramdown'])

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      token.type === 'text' || token.type === 'code_inline' || token.type === 'emoji' ? token.content : '',
    )
    .join('')

/**
 * Records the headings of a block and, with `ids`, writes the ids that the page assigns to them. With
 * `docusaurus`, the first heading of the page is wrapped in `<header>` if it is an `<h1>`; with `gatsby`, ids are made from
 * what its plugin takes for the text.
 */
export const headings = (
  md: MarkdownIt,
  {
    ids,
    style,
    docusaurus,
    gatsby,
  }: {
    readonly ids: boolean
    readonly style: IdStyle
    readonly docusaurus: boolean
    readonly gatsby: boolean
  },
): void => {
  if (ids) drawIds(md)
  headingSources(md, docusaurus ? 'docusaurus' : gatsby ? 'gatsby' : style)
  md.core.ruler.push('headings', (state) => {
    const env = state.env as MarkdownEnv
    const facts = factsOf(env)
    state.tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return
      const whole = textOf(state.tokens[index + 1]?.children ?? [])
      const text = whole.trim()
      const written = token.attrGet('id')
      const source: unknown = token.meta?.source
      token.meta = { ...token.meta, heading: facts.headings.length }
      facts.headings.push({
        level: Number(token.tag.slice(1)),
        text,
        base:
          written === null
            ? baseOf(typeof source === 'string' ? source : untrimmed.has(style) ? whole : text, style)
            : String(written),
        explicit: written !== null,
        counted: isCountedId(style),
        bare: isHugoId(style),
        unlisted: /(?:^|\s)no_toc(?:\s|$)/.test(token.attrGet('class') ?? ''),
        offset: (token.map?.[0] ?? 0) - (env.firstLine ?? 0),
      })
    })
  })
  if (docusaurus) {
    const isTitle = (token: Token | undefined, env: MarkdownEnv): boolean =>
      token?.tag === 'h1' && token.meta?.heading === env.numbers?.titleIndex
    const { heading_open: open } = md.renderer.rules
    md.renderer.rules.heading_open = (tokens, index, options, env: MarkdownEnv, self) =>
      (isTitle(tokens[index], env) ? '<header>\n' : '') +
      (open?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options))
    md.renderer.rules.heading_close = (tokens, index, options, env: MarkdownEnv, self) =>
      self.renderToken(tokens, index, options) + (isTitle(tokens[index - 2], env) ? '</header>\n' : '')
  }
}

/** Hugo calls a heading without letters `heading`. */
const baseOf = (text: string, style: IdStyle): string =>
  headingId(text, style) || (isHugoId(style) && text.trim() !== '' ? 'heading' : '')

const drawIds = (md: MarkdownIt): void => {
  md.renderer.rules.heading_open = (tokens, index, options, env: MarkdownEnv, self) => {
    const token = tokens[index]
    const id = env.numbers?.headingIds[token?.meta?.heading ?? -1]
    if (token && id) token.attrSet('id', id)
    return self.renderToken(tokens, index, options)
  }
}

/** The headings as a nested list of links. */
const tableOfContents = (
  headings: readonly Heading[],
  escapeHtml: (text: string) => string,
  way: true | 'brackets' | 'kramdown',
): string => {
  const isKramdown = way === 'kramdown'
  const deepest = way === 'brackets' ? 3 : 4
  const listed = headings.filter(
    ({ level, id }) => (isKramdown || (level >= 2 && level <= deepest)) && id !== '',
  )
  const [before, after] = isKramdown ? ['', ''] : ['<nav class="toc">', '</nav>']
  if (listed.length === 0) return `${before}${after}\n`
  const top = Math.min(...listed.map(({ level }) => level))
  let html = ''
  let depth = top - 1
  for (const { level, text, id } of listed) {
    if (level > depth) html += '<ul><li>'.repeat(level - depth)
    else html += `</li>${'</ul></li>'.repeat(depth - level)}<li>`
    depth = level
    html += `<a href="#${escapeHtml(id)}">${escapeHtml(text)}</a>`
  }
  return `${before}${html}${'</li></ul>'.repeat(depth - top + 1)}${after}\n`
}

const anyMarker = /^(?:\[\[_?toc_?\]\]|\[toc\]|\$\{toc\})$/i
const brackets = /^\[\[toc\]\]$/i

/** `[[toc]]`, `[toc]`, `[[_TOC_]]`, and kramdown's list with `{:toc}` under it. */
export const contents = (md: MarkdownIt, way: true | 'brackets' | 'kramdown'): void => {
  const marker = way === true ? anyMarker : way === 'brackets' ? brackets : null
  md.block.ruler.before('table', 'toc', (state, startLine, endLine, silent) => {
    if (isIndentedCode(state, startLine)) return false
    const line = (at: number): string => state.src.slice(textStart(state, at), state.eMarks[at]).trim()
    const first = line(startLine)
    const kramdown =
      way !== 'brackets' &&
      /^(?:[*+-]|1\.) /.test(first) &&
      startLine + 1 < endLine &&
      line(startLine + 1) === '{:toc}'
    if (!kramdown && !marker?.test(first)) return false
    if (silent) return true
    state.line = startLine + (kramdown ? 2 : 1)
    const token = state.push('toc', 'nav', 0)
    token.map = [startLine, state.line]
    token.block = true
    return true
  })
  md.core.ruler.push('toc', (state) => {
    const tables = state.tokens.filter(({ type }) => type === 'toc')
    if (tables.length > 0) factsOf(state.env as MarkdownEnv).hasToc = true
    for (const again of tables.slice(1)) again.meta = { repeated: true } // further ones stay empty
  })
  md.renderer.rules.toc = (tokens, index, _options, env: MarkdownEnv) =>
    tableOfContents(
      itemAt(tokens, index).meta?.repeated ? [] : (env.numbers?.toc ?? []),
      md.utils.escapeHtml,
      way,
    )
}
