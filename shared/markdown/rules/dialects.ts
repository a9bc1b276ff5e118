import type MarkdownIt from 'markdown-it'
import type { StateBlock, StateInline, Token } from 'markdown-it'
import { isHtmlName } from '../html/html-names'
import { type MarkdownEnv, trusted } from '../options/env'
import type { DialectName } from '../options/features'

/** A tag of a generator: where it ends, and what the box says. */
interface Dialect {
  readonly name: DialectName
  readonly label: string
  readonly open: string
  readonly close: string
}

const tags: readonly Dialect[] = [
  { name: 'shortcodes', label: 'Shortcode', open: '{{<', close: '>}}' },
  { name: 'shortcodes', label: 'Shortcode', open: '{{%', close: '%}}' },
  { name: 'templates', label: 'Template tag', open: '{%', close: '%}' },
  { name: 'templates', label: 'Template comment', open: '{#', close: '#}' },
  { name: 'templates', label: 'Template value', open: '{{', close: '}}' },
]

// Without a limit a page of openings would be searched to its end from each of them.
const longestTag = 4000
const longestName = 100

// An import ends with its address, an export before the next blank line; a sentence may begin with either word.
const mdxImport = /^import\s(?:[\w$*{},\s]+\sfrom\s+)?(['"])[^'"\n]+\1;?[ \t]*(?=\n|$)/
const mdxExport = /^export\s+(?:(?:const|let|default|function|async|class)\s|[{*])/
const component = /^<\/?([A-Z][\w.]*)(?:[\s/>]|$)/

/** A name that begins with a capital is that of a component, unless all of it is in capitals and HTML has it. */
const isComponent = (text: string): boolean => {
  const name = component.exec(text)?.[1]
  return name !== undefined && (name !== name.toUpperCase() || !isHtmlName(name))
}
/** The mark that divides excerpt and rest, in the spellings the generators know. */
export const moreMark = /^\s*<!--\s*more\s*-->\s*$/i

const tagAt = (src: string, at: number, max: number, known: readonly Dialect[]) => {
  for (const dialect of known) {
    if (!src.startsWith(dialect.open, at)) continue
    const end = src.slice(at, Math.min(max, at + longestTag)).indexOf(dialect.close, dialect.open.length)
    if (end >= 0) return { dialect, end: at + end + dialect.close.length }
  }
  return null
}

// A tag may go on over lines, but never over a blank one: then how far a block has to look ahead stays bounded.
const endOfRun = (
  state: StateBlock,
  line: number,
  endLine: number,
  most = Number.POSITIVE_INFINITY,
): number => {
  const last = (state.bMarks[line] ?? 0) + most
  let next = line
  while (next + 1 < endLine && (state.eMarks[next] ?? 0) < last && !state.isEmpty(next + 1)) next++
  return Math.min(state.eMarks[next] ?? 0, last)
}

const lineOf = (state: StateBlock, from: number, offset: number): number => {
  let line = from
  while ((state.eMarks[line] ?? Number.POSITIVE_INFINITY) < offset) line++
  return line
}

const blockEnd = (
  state: StateBlock,
  startLine: number,
  endLine: number,
  mdx: boolean,
  known: readonly Dialect[],
) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
  const first = state.src[start]
  if (first === '{') {
    const found = tagAt(state.src, start, endOfRun(state, startLine, endLine), known)
    if (!found) return null
    const last = lineOf(state, startLine, found.end)
    const rest = state.src.slice(found.end, state.eMarks[last])
    return rest.trim() === '' ? { last, label: found.dialect.label, end: found.end } : null
  }
  if (!mdx || (first !== '<' && first !== 'i' && first !== 'e')) return null
  const text = state.src.slice(start, state.eMarks[startLine]) // most lines say enough, however long their paragraph is
  if (mdxExport.test(text)) {
    const end = endOfRun(state, startLine, endLine)
    return { last: lineOf(state, startLine, end), label: 'MDX', end }
  }
  const isImport = text.startsWith('import')
  if (!isImport && !isComponent(text)) return null
  const limit = endOfRun(state, startLine, endLine, longestTag)
  if (isImport) {
    const [module] = mdxImport.exec(state.src.slice(start, limit)) ?? []
    const end = start + (module?.trimEnd().length ?? 0)
    return module === undefined ? null : { last: lineOf(state, startLine, end), label: 'MDX', end }
  }
  const end = endOfTag(state.src, start, limit)
  if (end === null) return null
  const last = lineOf(state, startLine, end)
  return state.src.slice(end, state.eMarks[last]).trim() === '' ? { last, label: 'Component', end } : null
}

// `>` inside quotes or braces belongs to an attribute; no tag begins inside another one.
const endOfTag = (src: string, start: number, limit: number): number | null => {
  let quote = ''
  let depth = 0
  for (let at = start + 1; at < limit; at++) {
    const character = src[at] ?? ''
    if (quote) quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '{') depth++
    else if (character === '}') depth--
    else if (depth <= 0 && character === '<') return null
    else if (depth <= 0 && character === '>') return at + 1
  }
  return null
}

const box = (md: MarkdownIt, tag: 'div' | 'span', label: string, source: string): string => {
  const { escapeHtml } = md.utils
  return `<${tag} class="dialect" title="${escapeHtml(`${label}: your site fills this in`)}"><span class="dialect-label">${label}</span> <code>${escapeHtml(source)}</code></${tag}>`
}

/** Shows the tags of generators in a labelled box: never run, never mistaken for text. */
export const dialects = (md: MarkdownIt, names: readonly DialectName[]): void => {
  const known = tags.filter(({ name }) => names.includes(name))
  const mdx = names.includes('mdx')
  const draw = (tag: 'div' | 'span') => (tokens: Token[], index: number, _o: unknown, env: MarkdownEnv) => {
    const token = tokens[index]
    return trusted(env, box(md, tag, token?.info ?? '', token?.content ?? '')) + (tag === 'div' ? '\n' : '')
  }
  md.renderer.rules.dialect_block = draw('div')
  md.renderer.rules.dialect_inline = draw('span')
  md.block.ruler.before(
    'table',
    'dialect_block',
    (state, startLine, endLine, silent) => {
      if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
      const found = blockEnd(state, startLine, endLine, mdx, known)
      if (!found) return false
      if (silent) return true
      const token = state.push('dialect_block', 'div', 0)
      token.info = found.label
      token.content = state.src.slice(
        (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0),
        found.end,
      )
      token.map = [startLine, found.last + 1]
      token.block = true
      state.line = found.last + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  )
  const inline = (name: string, mark: string, find: FindInline): void => {
    const code = mark.charCodeAt(0)
    md.inline.ruler.before('escape', name, (state, silent) => {
      if (state.src.charCodeAt(state.pos) !== code) return false
      const found = find(state)
      if (!found) return false
      if (!silent) {
        const token = state.push('dialect_inline', 'span', 0)
        token.info = found.label
        token.content = state.src.slice(state.pos, found.end)
      }
      state.pos = found.end
      return true
    })
  }
  if (mdx) inline('component_inline', '<', componentAt)
  if (known.length === 0) return
  inline('dialect_inline', '{', ({ src, pos, posMax }) => {
    const found = tagAt(src, pos, posMax, known)
    return found && { label: found.dialect.label, end: found.end }
  })
  keepTagsInLinks(md, known)
}

type FindInline = (state: StateInline) => { readonly label: string; readonly end: number } | null

/** A component among words, which the sanitiser would take away as an element that no browser knows. */
const componentAt: FindInline = ({ src, pos, posMax }) => {
  const limit = Math.min(posMax, pos + longestTag)
  if (!isComponent(src.slice(pos, Math.min(limit, pos + longestName)))) return null
  const end = endOfTag(src, pos, limit)
  return end === null ? null : { label: 'Component', end }
}

// `[x]({% post_url a %})`: the blanks inside the tag do not end the address.
const keepTagsInLinks = (md: MarkdownIt, known: readonly Dialect[]): void => {
  const { parseLinkDestination } = md.helpers
  // The helpers are the library's own place for this; only the instance is changed.
  Object.defineProperty(md, 'helpers', {
    value: {
      ...md.helpers,
      parseLinkDestination: (src: string, start: number, max: number) => {
        const found = tagAt(src, start, max, known)
        if (!found) return parseLinkDestination(src, start, max)
        let end = found.end
        while (end < max && !/[\s)]/.test(src[end] ?? ' ')) end++
        return { ok: true, pos: end, lines: 0, str: src.slice(start, end) }
      },
    },
  })
}

/** What stands for `<!--more-->`. */
export const moreBox = (md: MarkdownIt): string => box(md, 'div', 'Excerpt ends here', '<!--more-->')
