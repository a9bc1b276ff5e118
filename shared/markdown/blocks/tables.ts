import type MarkdownIt from 'markdown-it'
import type { StateBlock } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import type { MarkdownFeatures } from '../options/features'
import { ruleNamed } from '../tags/rule-named'
import { isIndentedCode, lineEnd, textStart } from '../tags/state-lines'

const delimiters = /^\|?[ \t]*:?-+:?(?:[ \t]*\|[ \t]*:?-+:?)*[ \t]*\|?$/
/** Empty cells that a table may be filled up with, as in markdown-it. */
const mostFilled = 0x10000

/**
 * GFM tables as every renderer but markdown-it reads them: the first row needs no `|`, and `\\` before a `|` is a
 * backslash. In marked `- | -` is no list; old remark ends a table only at a quote or a list.
 */
export const tables = (md: MarkdownIt, { grammar }: Pick<MarkdownFeatures, 'grammar'>): void => {
  const { ruler } = md.block
  const pairs = grammar !== 'goldmark'
  const cells = (state: StateBlock, line: number): string[] => cellsOf(textOf(state, line), pairs)
  const others = (state: StateBlock, line: number, endLine: number): boolean =>
    ruler
      .getRules('blockquote')
      .some(
        (rule) => (grammar !== 'remark-legacy' || containers.has(rule)) && rule(state, line, endLine, true),
      )
  const containers = new Set([ruleNamed(md, 'blockquote'), ruleNamed(md, 'list')])

  const read = (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
    if (startLine + 2 > endLine || isIndentedCode(state, startLine)) return false
    const aligns = alignsOf(state, startLine + 1, grammar === 'marked')
    const head = aligns && cells(state, startLine)
    if (!aligns || head?.length !== aligns.length) return false
    if (silent) return true

    const { parentType } = state
    state.parentType = 'root'
    const push = (type: string, tag: string, nesting: 1 | -1, lines?: [number, number]) => {
      const token = state.push(type, tag, nesting)
      if (lines) token.map = lines
      return token
    }
    const row = (line: number, texts: readonly string[], tag: 'th' | 'td'): void => {
      push('tr_open', 'tr', 1, [line, line + 1])
      for (const [at, align] of aligns.entries()) {
        const cell = push(`${tag}_open`, tag, 1)
        if (align) cell.attrSet('style', `text-align:${align}`)
        const inline = state.push('inline', '', 0)
        inline.content = texts[at] ?? ''
        inline.children = []
        push(`${tag}_close`, tag, -1)
      }
      push('tr_close', 'tr', -1)
    }

    const table = push('table_open', 'table', 1)
    push('thead_open', 'thead', 1, [startLine, startLine + 1])
    row(startLine, head, 'th')
    push('thead_close', 'thead', -1)
    let filled = 0
    let line = startLine + 2
    for (; line < endLine; line++) {
      if (itemAt(state.sCount, line) < state.blkIndent || state.isEmpty(line) || isIndentedCode(state, line))
        break
      if (others(state, line, endLine)) break
      const texts = cells(state, line)
      filled += aligns.length - texts.length
      if (filled > mostFilled) break
      if (line === startLine + 2) push('tbody_open', 'tbody', 1, [line, line])
      row(line, texts, 'td')
    }
    if (line > startLine + 2) push('tbody_close', 'tbody', -1)
    push('table_close', 'table', -1)
    table.map = [startLine, line]
    for (const token of state.tokens.slice(state.tokens.indexOf(table)))
      if (token.type === 'tbody_open') token.map = [startLine + 2, line]
    state.parentType = parentType
    state.line = line
    return true
  }
  ruler.at('table', read, { alt: ['paragraph', 'reference'] })
}

const textOf = (state: StateBlock, line: number): string =>
  state.src.slice(textStart(state, line), lineEnd(state, line)).trim()

/** The alignments of the columns; null if the line is none below a head. */
const alignsOf = (state: StateBlock, line: number, dashes: boolean): readonly string[] | null => {
  if (itemAt(state.sCount, line) < state.blkIndent || isIndentedCode(state, line)) return null
  const text = textOf(state, line)
  if (!/^[-:|]/.test(text) || !/[:|]/.test(text) || (!dashes && /^-[ \t]/.test(text))) return null
  if (!delimiters.test(text)) return null
  return text
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((column) => {
      const [left, right] = [column.trim().startsWith(':'), column.trim().endsWith(':')]
      return left && right ? 'center' : left ? 'left' : right ? 'right' : ''
    })
}

/** The cells of a row; `pairs`: a backslash before a backslash escapes it. */
const cellsOf = (text: string, pairs: boolean): string[] => {
  const cells: string[] = []
  let cell = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    const next = text.charAt(at + 1)
    if (sign === '|') {
      cells.push(cell.trim())
      cell = ''
    } else if (sign === '\\' && (next === '|' || (pairs && next === '\\'))) {
      // Goldmark leaves two backslashes to the inline rules.
      cell += next === '|' ? (text[at - 1] === '\\' && !pairs ? '\\|' : '|') : '\\\\'
      at++
    } else cell += sign
  }
  cells.push(cell.trim())
  if (text.startsWith('|')) cells.shift()
  if (cells.at(-1) === '') cells.pop()
  return cells
}
