import type MarkdownIt from 'markdown-it'
import type { StateBlock, StateInline, Token } from 'markdown-it'
import { createCounter } from '../../base/counter'
import { itemAt } from '../../base/item-at'
import { factsOf, type MarkdownEnv } from '../options/env'
import type { MarkdownFeatures } from '../options/features'
import { isIndentedCode, lineEnd, textStart } from '../tags/state-lines'

/*
 * Footnotes whose numbers come from the page: the usual plugin numbers them while it parses, which only works
 * when the whole document is parsed at once. Here each block records the labels it refers to and the notes it
 * defines, and the page assigns the numbers when the block is drawn.
 */

type Grammar = MarkdownFeatures['grammar']

/** Renderers that tell `[^Note]` from `[^note]`. */
const caseSensitive: ReadonlySet<Grammar> = new Set(['goldmark', 'kramdown', 'markdown-it', 'vitepress'])
/** Renderers whose labels may contain blanks. */
const withBlanks: ReadonlySet<Grammar> = new Set(['goldmark', 'remark-legacy'])

/** The key of a footnote's label: labels with the same key are the same to the renderer. */
export const footnoteKey = (label: string, grammar: Grammar): string =>
  caseSensitive.has(grammar) ? label : label.toLowerCase().toUpperCase()

/** How a renderer reads labels. */
interface Labels {
  readonly definition: RegExp
  readonly allowed: RegExp
  /** Labels that are the same have the same key. */
  readonly key: (label: string) => string
}

const labelsOf = (grammar: Grammar): Labels => ({
  definition: withBlanks.has(grammar) ? /^\[\^(?=[^\s\]])([^\][]+)\]:/ : /^\[\^([^\s\][]+)\]:/,
  allowed: withBlanks.has(grammar) ? /^[^\s[][^[]*$/ : /^[^\s[]+$/,
  key: (label) => footnoteKey(label, grammar),
})

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean

const definitions =
  ({ definition, key }: Labels): BlockRule =>
  (state, startLine, endLine, silent) => {
    const start = textStart(state, startLine)
    const max = lineEnd(state, startLine)
    if (isIndentedCode(state, startLine)) return false
    const found = definition.exec(state.src.slice(start, Math.min(max, start + 1000)))
    if (!found) return false
    if (silent) return true
    const label = key(itemAt(found, 1))
    const env = state.env as MarkdownEnv
    env.footnoteLabels ??= new Set<string>()
    env.footnoteLabels.add(label)
    const open = new state.Token('footnote_open', '', 1)
    open.meta = { label }
    open.level = state.level++
    open.map = [startLine, startLine]
    state.tokens.push(open)
    readInside(state, startLine, endLine, start + found[0].length)
    const close = new state.Token('footnote_close', '', -1)
    close.level = --state.level
    state.tokens.push(close)
    return true
  }

// The text of a note starts after the colon and continues in lines indented by four.
const readInside = (state: StateBlock, line: number, endLine: number, from: number): void => {
  const { bMarks, tShift, sCount } = state
  const saved = [itemAt(bMarks, line), itemAt(tShift, line), itemAt(sCount, line)] as const
  const parent = state.parentType
  const initial = saved[2] + from - (saved[0] + saved[1])
  let offset = initial
  let at = from
  for (; at < lineEnd(state, line); at++) {
    const code = state.src.charCodeAt(at)
    if (code === 9) offset += 4 - (offset % 4)
    else if (code === 32) offset++
    else break
  }
  tShift[line] = at - from
  sCount[line] = offset - initial
  bMarks[line] = from
  state.blkIndent += 4
  state.parentType = 'reference'
  sCount[line] = itemAt(sCount, line) + state.blkIndent
  state.md.block.tokenize(state, line, endLine)
  state.parentType = parent
  state.blkIndent -= 4
  bMarks[line] = saved[0]
  tShift[line] = saved[1]
  sCount[line] = saved[2]
}

type InlineRule = (state: StateInline, silent: boolean) => boolean

const marks =
  ({ allowed, key }: Labels): InlineRule =>
  (state, silent) => {
    const start = state.pos
    if (state.src.charCodeAt(start) !== 91 || state.src.charCodeAt(start + 1) !== 94) return false
    const end = state.src.indexOf(']', start + 2)
    if (end < 0 || end > state.posMax || end === start + 2 || end - start > 1000) return false
    const written = state.src.slice(start + 2, end)
    if (!allowed.test(written)) return false
    const label = key(written)
    if (!(state.env as MarkdownEnv).footnoteLabels?.has(label)) return false
    if (!silent) {
      const token = state.push('footnote_ref', '', 0)
      token.meta = { label, written }
    }
    state.pos = end + 1
    return true
  }

const inlineNote = (state: StateInline, silent: boolean): boolean => {
  if (state.src.charCodeAt(state.pos) !== 94 || state.src.charCodeAt(state.pos + 1) !== 91) return false
  const from = state.pos + 2
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
  if (end < 0) return false
  if (!silent) {
    const tokens: Token[] = []
    state.md.inline.parse(state.src.slice(from, end), state.md, state.env, tokens)
    const token = state.push('footnote_ref', '', 0)
    token.meta = { note: tokens }
  }
  state.pos = end + 1
  return true
}

const nextNote = createCounter()

/** The labels that the tokens refer to, in order; each mark gets its index among them. */
const numberMarks = (tokens: readonly Token[], env: MarkdownEnv, collected: Token[]): string[] => {
  const labels: string[] = []
  for (const token of tokens) {
    for (const child of token.children ?? []) {
      if (child.type !== 'footnote_ref') continue
      if (child.meta.note) {
        const label = `\u0000${nextNote()}` // cannot occur as a written label
        const inner: Token[] = child.meta.note
        factsOf(env).footnotes.push({ label, tokens: asParagraph(inner, token), refs: [] })
        child.meta = { label, written: null }
      }
      child.meta.index = labels.length
      collected.push(child)
      labels.push(child.meta.label)
    }
  }
  return labels
}

const asParagraph = (children: Token[], like: Token): Token[] => {
  const make = (type: string, tag: string, nesting: -1 | 0 | 1): Token => {
    const token: Token = Object.assign(Object.create(Object.getPrototypeOf(like)), { ...like })
    return Object.assign(token, { type, tag, nesting, children: null, attrs: null, meta: null, content: '' })
  }
  const inline = make('inline', '', 0)
  inline.children = children
  return [make('paragraph_open', 'p', 1), inline, make('paragraph_close', 'p', -1)]
}

/**
 * Footnotes: `[^label]`, `[^label]: text` with further paragraphs, and with `inline` also `^[text]`. In
 * Gatsby the marks show their labels instead of numbers.
 */
export const footnotes = (
  md: MarkdownIt,
  { inline, grammar }: { readonly inline: boolean; readonly grammar: Grammar },
): void => {
  const labels = labelsOf(grammar)
  const alt = ['paragraph', 'reference']
  md.block.ruler.before('reference', 'footnote_definition', definitions(labels), { alt })
  if (inline) md.inline.ruler.before('emphasis', 'footnote_inline', inlineNote)
  md.inline.ruler.before('link', 'footnote_mark', marks(labels))
  md.core.ruler.push('footnotes', (state) => {
    const env = state.env as MarkdownEnv
    const facts = factsOf(env)
    const { flow, notes } = takeNotes(state.tokens)
    if (notes.length > 0) state.tokens = flow
    facts.footnoteRefs.push(...numberMarks(flow, env, []))
    for (const { label, tokens } of notes) {
      facts.footnotes.push({ label, tokens, refs: numberMarks(tokens, env, []) })
    }
  })
  md.renderer.rules.footnote_ref = (tokens, index, _options, env: MarkdownEnv) => {
    const meta = itemAt(tokens, index).meta
    const mark = env.numbers?.refs[meta?.index ?? 0] ?? { number: 1, occurrence: 1 }
    const again = mark.occurrence > 1 ? `:${mark.occurrence}` : ''
    const shown =
      grammar === 'remark-legacy' && typeof meta?.written === 'string'
        ? md.utils.escapeHtml(meta.written)
        : mark.number
    return `<sup class="footnote-ref"><a href="#fn${mark.number}" id="fnref${mark.number}${again}">${shown}</a></sup>`
  }
}

const takeNotes = (
  tokens: readonly Token[],
): { flow: Token[]; notes: { label: string; tokens: Token[] }[] } => {
  const flow: Token[] = []
  const open: { label: string; tokens: Token[] }[] = []
  const notes: { label: string; tokens: Token[] }[] = []
  for (const token of tokens) {
    if (token.type === 'footnote_open') {
      const note = { label: String(token.meta.label), tokens: [] }
      open.push(note)
      notes.push(note)
    } else if (token.type === 'footnote_close') open.pop()
    else (open.at(-1)?.tokens ?? flow).push(token)
  }
  return { flow, notes }
}
