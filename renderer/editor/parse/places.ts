import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { headOfState } from '../../document/state/head-field'

const code = new Set([
  'FencedCode',
  'CodeBlock',
  'InlineCode',
  'HTMLBlock',
  'HTMLTag',
  'CommentBlock',
  'Comment',
  'URL',
])
/** Milliseconds that a key spends at most on parsing. */
const parseTime = 20

/** Whether a position is in prose: not in code, an address, HTML or the head. */
export const isInWords = (state: EditorState, at: number): boolean => {
  if (at < headOfState(state).split.bodyFrom) return false
  const tree = ensureSyntaxTree(state, at, parseTime) ?? syntaxTree(state)
  for (let node: SyntaxNode | null = tree.resolveInner(at, -1); node; node = node.parent)
    if (code.has(node.name) && (node.from < at || node.name === 'FencedCode')) return false
  return true
}
