import type MarkdownIt from 'markdown-it'
import type { StateBlock } from 'markdown-it'
import type { MarkdownEnv } from '../options/env'
import type { MarkdownFeatures } from '../options/features'
import { knownTags } from '../tags/tag-at'
import { pairedTemplates } from '../tags/template-inner'
import { readNext } from './blocks'
import type { Lines } from './lines'
import type { Node, Reading } from './nodes'
import { resolveNamed } from './text/attribute-list'
import { spans } from './text/spans'
import { writeTokens } from './write-tokens'

/**
 * kramdown as Jekyll configures it (with its GFM parser). Its block rules differ from CommonMark's, so a
 * separate reader parses them and writes markdown-it tokens; its inline rules replace those of markdown-it.
 */
export const kramdown = (md: MarkdownIt, features: MarkdownFeatures): void => {
  const reading: Reading = {
    tags: knownTags(features),
    templates: pairedTemplates(features.shortcodes),
    definitionLists: features.definitionLists,
    depth: 0,
  }
  md.block.ruler.before('paragraph', 'kramdown', (state, startLine, endLine, silent) => {
    if (silent) return true
    const lines = linesOf(state, startLine, endLine)
    const before: Node[] = []
    let read = readNext(lines, startLine, reading)
    before.push(...read.nodes)
    // Text after a closing tag starts mid-line, where markdown-it cannot start a block: it is read here.
    while (read.rest) {
      read = readNext(read.rest, read.next, reading)
      before.push(...read.nodes)
    }
    writeTokens(state, before)
    state.line = Math.max(read.next, startLine + 1)
    return true
  })
  const kept = new Set(['toc', 'dialect_block', 'kramdown'])
  const rules = [
    ...[
      'table',
      'code',
      'fence',
      'blockquote',
      'hr',
      'list',
      'reference',
      'html_block',
      'heading',
      'lheading',
    ],
    ...['paragraph', 'footnote_definition', 'dl', 'abbr_definition'],
  ]
  md.block.ruler.disable(
    rules.filter((name) => !kept.has(name)),
    true,
  )
  md.use(spans, features)
  md.core.ruler.after('inline', 'kramdown_named_attributes', ({ tokens, env }) => {
    const { references = {} } = env as MarkdownEnv
    for (const token of tokens) {
      resolveNamed(token, references)
      for (const child of token.children ?? []) resolveNamed(child, references)
    }
  })
}

const unclosedOf = new WeakMap<StateBlock, Set<string>>()

const linesOf = (state: StateBlock, first: number, endLine: number): Lines => ({
  count: endLine,
  // The line before the body is the last line of the front matter.
  afterBoundary: (at) => at <= 0 || state.isEmpty(at - 1) || (at === first && isHeadEnd(state, at - 1)),
  text: (at) => state.src.slice(state.bMarks[at], state.eMarks[at]),
  number: (at) => at,
  unclosed: knownOf(state),
  onOpenEnd: () => {
    const env = state.env as MarkdownEnv
    env.openEnded = true
  },
})

const knownOf = (state: StateBlock): Set<string> => {
  const known = unclosedOf.get(state) ?? new Set()
  unclosedOf.set(state, known)
  return known
}

const isHeadEnd = (state: StateBlock, line: number): boolean =>
  /^(?:---|\+\+\+|\}|;;;)\s*$/.test(state.src.slice(state.bMarks[line], state.eMarks[line]))
