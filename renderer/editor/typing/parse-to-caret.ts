import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { StateCommand } from '@codemirror/state'

/** Milliseconds that a key waits at most; CodeMirror gives a change 20, which may not be enough on a busy machine. */
const parseTime = 100

/** Parses up to the carets within `ms` milliseconds. */
export const parseWithin =
  (ms: number): StateCommand =>
  ({ state, dispatch }) => {
    const to = state.doc.lineAt(Math.max(...state.selection.ranges.map((range) => range.to))).to
    const tree = ensureSyntaxTree(state, to, ms)
    if (tree !== null && tree !== syntaxTree(state)) dispatch(state.update({}))
    return false
  }

/** Parses up to the carets for the next key handlers, which continue or end lists and quotes by the syntax tree. */
export const parseToCaret = parseWithin(parseTime)
