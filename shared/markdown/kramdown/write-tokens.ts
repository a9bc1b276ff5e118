import type { StateBlock, Token } from 'markdown-it'
import type { MarkdownEnv } from '../options/env'
import type { Item, Node, Table } from './nodes'
import { namedDefinition, writeAttributes } from './text/attribute-list'

/** Writes blocks as the markdown-it tokens that draw them. */
export const writeTokens = (state: StateBlock, nodes: readonly Node[]): void => {
  for (const node of nodes) write(state, node)
}

const place = (token: Token, { from, to }: { readonly from: number; readonly to: number }): Token => {
  token.map = [from, to]
  token.block = true
  return token
}

const open = (state: StateBlock, type: string, tag: string, node: Node | Item): Token => {
  const token = place(state.push(`${type}_open`, tag, 1), node)
  if (node.attributes) writeAttributes(token, node.attributes)
  return token
}

const close = (state: StateBlock, type: string, tag: string): Token => state.push(`${type}_close`, tag, -1)

const inline = (state: StateBlock, content: string, node: { from: number; to: number }): void => {
  const token = place(state.push('inline', '', 0), node)
  token.content = content
  token.children = []
}

const write = (state: StateBlock, node: Node): void => {
  switch (node.kind) {
    case 'paragraph':
      open(state, 'paragraph', 'p', node).hidden = node.bare === true
      inline(state, node.text, node)
      close(state, 'paragraph', 'p').hidden = node.bare === true
      return
    case 'heading': {
      const tag = `h${node.level}`
      const token = open(state, 'heading', tag, node)
      token.markup = node.markup
      if (node.id !== null) token.attrSet('id', node.id)
      inline(state, node.text, node)
      close(state, 'heading', tag)
      return
    }
    case 'rule':
      if (node.attributes) writeAttributes(place(state.push('hr', 'hr', 0), node), node.attributes)
      else place(state.push('hr', 'hr', 0), node)
      return
    case 'code': {
      const isFence = node.language !== null
      const token = place(state.push(isFence ? 'fence' : 'code_block', 'code', 0), node)
      token.content = node.text
      token.info = node.language ?? ''
      token.markup = node.markup
      if (node.attributes) writeAttributes(token, node.attributes)
      return
    }
    case 'quote':
      open(state, 'blockquote', 'blockquote', node)
      writeTokens(state, node.children)
      close(state, 'blockquote', 'blockquote')
      return
    case 'list':
      writeList(state, node)
      return
    case 'definitions':
      open(state, 'dl', 'dl', node)
      for (const entry of node.entries) writeEntry(state, entry, node)
      close(state, 'dl', 'dl')
      return
    case 'table':
      writeTable(state, node)
      return
    case 'html':
      place(state.push('html_block', '', 0), node).content = node.text
      return
    case 'pair': {
      const token = place(state.push('dialect_pair', 'div', 0), node)
      token.content = node.tag
      token.meta = { inner: node.inner }
      return
    }
    case 'span':
      inline(state, node.text, node)
      return
    case 'math':
      place(state.push('kramdown_math', '', 0), node).content = node.text
      return
    case 'footnote':
      writeFootnote(state, node)
      return
    case 'reference':
      define(state, 'references', state.md.utils.normalizeReference(node.label), node.reference)
      return
    case 'named-attributes':
      define(state, 'references', ...namedDefinition(node.name, node.written))
      return
    case 'abbreviation':
      define(state, 'abbreviations', `_${node.word}`, node.title)
      return
    default:
      return // blank lines, comments and the like
  }
}

/** The first definition of a label counts. */
const define = (
  state: StateBlock,
  kind: 'references' | 'abbreviations',
  label: string,
  value: unknown,
): void => {
  const env = state.env as MarkdownEnv
  const known: Record<string, unknown> = env[kind] ?? {}
  if (!Object.hasOwn(known, label)) known[label] = value
  Object.assign(env, { [kind]: known })
}

const writeList = (state: StateBlock, node: Extract<Node, { kind: 'list' }>): void => {
  const [type, tag] = node.ordered ? ['ordered_list', 'ol'] : ['bullet_list', 'ul']
  open(state, type ?? '', tag ?? '', node)
  for (const item of node.items) {
    open(state, 'list_item', 'li', item)
    writeTokens(state, item.children)
    close(state, 'list_item', 'li')
  }
  close(state, type ?? '', tag ?? '')
}

const writeEntry = (state: StateBlock, entry: string | Item, node: Node): void => {
  const [type, tag] = typeof entry === 'string' ? ['dt', 'dt'] : ['dd', 'dd']
  if (typeof entry === 'string') {
    place(state.push('dt_open', 'dt', 1), node)
    inline(state, entry, node)
  } else {
    open(state, 'dd', 'dd', entry)
    writeTokens(state, entry.children)
  }
  close(state, type ?? '', tag ?? '')
}

const writeTable = (state: StateBlock, node: Table): void => {
  open(state, 'table', 'table', node)
  for (const { tag, rows } of node.parts) {
    place(state.push(`${tag}_open`, tag, 1), node)
    for (const { cells, line } of rows) {
      place(state.push('tr_open', 'tr', 1), { from: line, to: line + 1 })
      for (const [index, cell] of cells.entries()) {
        const name = tag === 'thead' ? 'th' : 'td'
        const opened = state.push(`${name}_open`, name, 1)
        const align = node.align[index]
        if (align) opened.attrs = [['style', `text-align:${align}`]]
        inline(state, cell, node)
        state.push(`${name}_close`, name, -1)
      }
      state.push('tr_close', 'tr', -1)
    }
    state.push(`${tag}_close`, tag, -1)
  }
  close(state, 'table', 'table')
}

const writeFootnote = (state: StateBlock, node: Extract<Node, { kind: 'footnote' }>): void => {
  const env = state.env as MarkdownEnv
  env.footnoteLabels ??= new Set<string>()
  env.footnoteLabels.add(node.label)
  const opened = place(state.push('footnote_open', '', 1), node)
  opened.meta = { label: node.label }
  writeTokens(state, node.children)
  state.push('footnote_close', '', -1)
}
