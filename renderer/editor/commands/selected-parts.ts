import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { alignmentsOf, cellsOf } from '../../../shared/tables/row-cells'

interface Part {
  readonly from: number
  readonly to: number
}

/** Milliseconds that a selection waits at most for text that is not parsed yet. */
const parseTime = 50
const linePrefix = /^\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|>\s?|#{1,6}\s+)*/

const isRow = (state: EditorState, at: number, end: number): boolean => {
  const tree = ensureSyntaxTree(state, end, parseTime) ?? syntaxTree(state)
  for (let node: SyntaxNode | null = tree.resolveInner(at, -1); node; node = node.parent)
    if (node.name === 'Table') return true
  return false
}

/** The parts of a line that marks may surround: its text, or in a row of a table that of each cell. */
const partsOfLine = (state: EditorState, from: number, isInTable: boolean): Part[] => {
  const line = state.doc.lineAt(from)
  const prefix = linePrefix.exec(line.text)?.[0].length ?? 0
  if (!isInTable) return [{ from: line.from + prefix, to: line.to }]
  if (alignmentsOf(line.text, prefix) !== null) return []
  return cellsOf(line.text, prefix).map((cell) => ({ from: line.from + cell.from, to: line.from + cell.to }))
}

/** The text of each selected line or cell without list mark, quote mark and surrounding spaces. */
export const selectedParts = (state: EditorState, range: Part): Part[] => {
  const parts: Part[] = []
  for (let at = range.from; at <= range.to; ) {
    const line = state.doc.lineAt(at)
    const isInTable = line.text.includes('|') && isRow(state, line.from + line.text.trimEnd().length, line.to)
    for (const part of partsOfLine(state, at, isInTable)) {
      const start = Math.max(range.from, part.from)
      const text = state.sliceDoc(start, Math.max(start, Math.min(range.to, part.to)))
      const from = start + text.length - text.trimStart().length
      const to = start + text.trimEnd().length
      if (from < to) parts.push({ from, to })
    }
    at = line.to + 1
  }
  return parts
}

/** Whether a range goes over the pipes of a table. */
export const isAcrossCells = (state: EditorState, { from, to }: Part): boolean =>
  selectedParts(state, { from, to }).length > 1 &&
  [from, to].some((at) => {
    const line = state.doc.lineAt(at)
    return line.text.includes('|') && isRow(state, line.from + line.text.trimEnd().length, line.to)
  })
