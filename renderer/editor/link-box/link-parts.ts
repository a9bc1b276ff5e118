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

/** The link at a position; null if there is none, or if it is no link that a box can edit. */
export const linkPartsAt = (state: EditorState, at: number): LinkParts | null => {
  const tree = ensureSyntaxTree(state, Math.min(state.doc.length, at + 1), 50) ?? syntaxTree(state)
  for (const side of [-1, 1] as const)
    for (let node: SyntaxNode | null = tree.resolveInner(at, side); node; node = node.parent)
      if (node.name === 'Link') return partsOf(state, node)
      else if (node.name === 'Autolink') return addressAlone(state, node)
  return null
}

const partsOf = (state: EditorState, link: SyntaxNode): LinkParts | null => {
  const [open, close, bracket] = link.getChildren('LinkMark')
  if (!open || !close) return null
  const words = { from: open.to, to: close.from }
  const { from, to } = link
  if (!bracket || state.sliceDoc(bracket.from, bracket.to) !== '(') {
    const label = link.getChild('LinkLabel')
    const named = label ? state.sliceDoc(label.from + 1, label.to - 1) : ''
    const definition = definitionOf(state, named || state.sliceDoc(words.from, words.to))
    return definition && { from, to, words, ...definition }
  }
  const target = { from: bracket.to, to: link.to - 1 }
  return { from, to, words, target, ...addressIn(state, link) }
}

const addressIn = (state: EditorState, link: SyntaxNode): Pick<LinkParts, 'address' | 'title'> => {
  const url = link.getChild('URL')
  const title = link.getChild('LinkTitle')
  const written = url ? state.sliceDoc(url.from, url.to) : ''
  return {
    address: written.replace(/^<(.*)>$/s, '$1'),
    title: title ? state.sliceDoc(title.from + 1, title.to - 1).replace(/\\(["'()])/g, '$1') : '',
  }
}

const plainLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()

/** Address and title of the first definition of a label; null if the parsed text has none. */
const definitionOf = (
  state: EditorState,
  label: string,
): Pick<LinkParts, 'target' | 'address' | 'title'> | null => {
  const wanted = plainLabel(label)
  if (wanted.startsWith('^')) return null // a footnote
  for (const node of syntaxTree(state).topNode.getChildren('LinkReference')) {
    const [name, url] = [node.getChild('LinkLabel'), node.getChild('URL')]
    if (!name || !url || plainLabel(state.sliceDoc(name.from + 1, name.to - 1)) !== wanted) continue
    const to = node.getChild('LinkTitle')?.to ?? url.to
    return { target: { from: url.from, to }, ...addressIn(state, node) }
  }
  return null
}

/** `<https://example.org>`: the address is its words, too. */
const addressAlone = (state: EditorState, { from, to }: SyntaxNode): LinkParts => {
  const words = { from: from + 1, to: to - 1 }
  return { from, to, words, target: words, address: state.sliceDoc(words.from, words.to), title: '' }
}

const targetOf = (address: string, title: string): string =>
  addressOf(address) + (title === '' ? '' : ` "${title.replace(/["\\]/g, '\\$&')}"`)

/** The change that sets the address and title of a link; null if it already has them. */
export const retarget = (link: LinkParts, address: string, title: string): ChangeSpec | null => {
  if (address === link.address && title === link.title) return null
  if (link.target.from === link.words.from) {
    const isAlone = title === '' && /^[a-z][a-z\d+.-]+:[^\s<>]*$/i.test(address)
    const insert = isAlone ? `<${address}>` : `[${link.address}](${targetOf(address, title)})`
    return { from: link.from, to: link.to, insert }
  }
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
