import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import {
  type ChangeSpec,
  EditorSelection,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { itemAt } from '../../../shared/base/item-at'
import { selectedParts } from './selected-parts'

interface Mark {
  readonly text: string
  /** The parser's name for the marked text. */
  readonly node: string
}

const parseTime = 100

const treeTo = (state: EditorState, to: number) =>
  ensureSyntaxTree(state, Math.min(to, state.doc.length), parseTime) ?? syntaxTree(state)

/** The innermost marked text of a kind around a range; a caret at its outer edge is not inside. */
const markedAround = (state: EditorState, { from, to, empty }: SelectionRange, name: string) => {
  const tree = treeTo(state, to)
  for (const side of [1, -1] as const) {
    for (let node: SyntaxNode | null = tree.resolveInner(from, side); node; node = node.parent) {
      const inside = empty ? node.from < from && to < node.to : node.from <= from && to <= node.to
      if (node.name === name && inside) return node
    }
  }
  return null
}

const marksOf = (node: SyntaxNode): ChangeSpec[] => {
  const { firstChild: first, lastChild: last } = node
  if (!first || !last || first.to > last.from) return []
  return [
    { from: first.from, to: first.to },
    { from: last.from, to: last.to },
  ]
}

/** Marks of the same kind inside a range to be marked: they would end it too early. */
const marksWithin = (state: EditorState, from: number, to: number, name: string): ChangeSpec[] => {
  const changes: ChangeSpec[] = []
  treeTo(state, to).iterate({
    from,
    to,
    enter: ({ node }) => {
      if (node.name === name && node.from >= from && node.to <= to) changes.push(...marksOf(node))
    },
  })
  return changes
}

const unmark = (state: EditorState, nodes: readonly SyntaxNode[], range: SelectionRange) => {
  const changes = state.changes(nodes.flatMap(marksOf))
  return { changes, range: EditorSelection.range(changes.mapPos(range.anchor), changes.mapPos(range.head)) }
}

const markCaret = (state: EditorState, { head }: SelectionRange, { text }: Mark) => {
  const { length } = text
  const empty = state.sliceDoc(head - length, head) === text && state.sliceDoc(head, head + length) === text
  if (empty) {
    return {
      changes: { from: head - length, to: head + length },
      range: EditorSelection.cursor(head - length),
    }
  }
  const word = state.wordAt(head)
  if (word && word.from < head && head < word.to) {
    return {
      changes: [
        { from: word.from, insert: text },
        { from: word.to, insert: text },
      ],
      range: EditorSelection.cursor(head + length),
    }
  }
  return { changes: { from: head, insert: text + text }, range: EditorSelection.cursor(head + length) }
}

const markParts = (state: EditorState, range: SelectionRange, { text, node }: Mark) => {
  const parts = selectedParts(state, range)
  const changes = state.changes(
    parts.flatMap(({ from, to }) => [
      { from, insert: text },
      ...marksWithin(state, from, to, node),
      { from: to, insert: text },
    ]),
  )
  const anchor = parts[0]?.from ?? range.from
  const head = parts.at(-1)?.to ?? range.to
  return { changes, range: EditorSelection.range(changes.mapPos(anchor, 1), changes.mapPos(head, -1)) }
}

const toggle =
  (mark: Mark): StateCommand =>
  ({ state, dispatch }) => {
    const change = state.changeByRange((range) => {
      const parts = range.empty ? [] : selectedParts(state, range)
      const trimmed =
        parts.length === 1 ? EditorSelection.range(itemAt(parts, 0).from, itemAt(parts, 0).to) : range
      const around = markedAround(state, trimmed, mark.node)
      if (around) return unmark(state, [around], trimmed)
      const each = parts.map(({ from, to }) =>
        markedAround(state, EditorSelection.range(from, to), mark.node),
      )
      const all = each.filter((node) => node !== null)
      if (all.length > 1 && all.length === each.length) return unmark(state, all, range)
      return range.empty ? markCaret(state, range, mark) : markParts(state, range, mark)
    })
    dispatch(state.update(change, { scrollIntoView: true, userEvent: 'input.format' }))
    return true
  }

/** Toggles bold; like the others here it applies to the word at the caret, or to each line of a selection. */
export const toggleBold = toggle({ text: '**', node: 'StrongEmphasis' })
/** Toggles italic. */
export const toggleItalic = toggle({ text: '_', node: 'Emphasis' })
/** Toggles strikethrough. */
export const toggleStrikethrough = toggle({ text: '~~', node: 'Strikethrough' })
/** Toggles inline code. */
export const toggleInlineCode = toggle({ text: '`', node: 'InlineCode' })
