import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { ChangeSpec, EditorState, TransactionSpec } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { addressOf } from '../commands/insert-commands'

/** The positions of the parts of an inline link. */
export interface LinkParts {
  readonly from: number
  readonly to: number
  /** The words between the square brackets. */
  readonly words: { readonly from: number; readonly to: number }
  /** The contents of the parentheses. */
  readonly target: { readonly from: number; readonly to: number }
  readonly address: string
  readonly title: string
}

/** The inline link at a position; null if there is none. */
export const linkPartsAt = (state: EditorState, at: number): LinkParts | null => {
  const tree = ensureSyntaxTree(state, Math.min(state.doc.length, at + 1), 50) ?? syntaxTree(state)
  for (const side of [-1, 1] as const)
    for (let node: SyntaxNode | null = tree.resolveInner(at, side); node; node = node.parent)
      if (node.name === 'Link') return partsOf(state, node)
  return null
}

const partsOf = (state: EditorState, link: SyntaxNode): LinkParts | null => {
  const [open, close, bracket] = link.getChildren('LinkMark')
  if (!open || !close || !bracket || state.sliceDoc(bracket.from, bracket.to) !== '(') return null
  const url = link.getChild('URL')
  const title = link.getChild('LinkTitle')
  const written = url ? state.sliceDoc(url.from, url.to) : ''
  return {
    from: link.from,
    to: link.to,
    words: { from: open.to, to: close.from },
    target: { from: bracket.to, to: link.to - 1 },
    address: written.replace(/^<(.*)>$/s, '$1'),
    title: title ? state.sliceDoc(title.from + 1, title.to - 1).replace(/\\(["'()])/g, '$1') : '',
  }
}

const targetOf = (address: string, title: string): string =>
  addressOf(address) + (title === '' ? '' : ` "${title.replace(/["\\]/g, '\\$&')}"`)

/** The change that sets the address and title of a link; null if it already has them. */
export const retarget = (link: LinkParts, address: string, title: string): ChangeSpec | null => {
  if (address === link.address && title === link.title) return null
  return { from: link.target.from, to: link.target.to, insert: targetOf(address, title) }
}

/** The change that makes a link of a range; the caret goes behind it, or to the place for its words. */
export const newLink = (
  { from, to }: { readonly from: number; readonly to: number },
  words: string,
  address: string,
  title: string,
): TransactionSpec => {
  const insert = `[${words}](${targetOf(address, title)})`
  return {
    changes: { from, to, insert },
    selection: { anchor: words === '' ? from + 1 : from + insert.length },
    scrollIntoView: true,
  }
}

/** The changes that remove a link but keep its text. */
export const unlinked = ({ from, to, words }: LinkParts): ChangeSpec[] => [
  { from, to: words.from },
  { from: words.to, to },
]
