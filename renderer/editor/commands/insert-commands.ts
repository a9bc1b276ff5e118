import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import { EditorSelection, type EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { insertBlock } from './insert-block'

/** Text that counts as a link address when selected or pasted alone. */
export const isAddress = (text: string): boolean =>
  /^(?:https?:\/\/|mailto:)[^\s<>]+$/i.test(text) || /^www\.[^\s<>]+\.[^\s<>]+$/i.test(text)

const send = (state: EditorState, spec: TransactionSpec) =>
  state.update(spec, { scrollIntoView: true, userEvent: 'input.format' })

const linkAround = (state: EditorState, at: number): SyntaxNode | null => {
  const tree = ensureSyntaxTree(state, at, 100) ?? syntaxTree(state)
  for (let node: SyntaxNode | null = tree.resolveInner(at, -1); node; node = node.parent) {
    if (node.name === 'Link') return node
  }
  return null
}

/** Turns the selection into a link, with the caret in its address; inside a link, selects the address. */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection
  const address = linkAround(state, main.head)?.getChild('URL')
  if (address) {
    dispatch(send(state, { selection: { anchor: address.from, head: address.to } }))
    return true
  }
  const change = state.changeByRange(({ from, to }) => {
    const text = state.sliceDoc(from, to)
    const known = isAddress(text)
    const insert = known ? `[](${text})` : `[${text}]()`
    const caret = known || text === '' ? from + 1 : from + insert.length - 1
    return { changes: { from, to, insert }, range: EditorSelection.cursor(caret) }
  })
  dispatch(send(state, change))
  return true
}

/** Inserts an image at the selection; the selected text becomes the alt text unless one is given. */
export const insertImage =
  (reference: string, description?: string): StateCommand =>
  ({ state, dispatch }) => {
    const { from, to } = state.selection.main
    const alt = description ?? state.sliceDoc(from, to)
    const insert = `![${alt}](${addressOf(reference)})`
    dispatch(
      send(state, {
        changes: { from, to, insert },
        selection: alt === '' ? { anchor: from + 2 } : { anchor: from + insert.length },
      }),
    )
    return true
  }

/** An address in markdown form: in angle brackets if it has spaces or brackets. */
export const addressOf = (reference: string): string =>
  /[\s()<>]/.test(reference) ? `<${reference}>` : reference

const emptyTable = '| Column | Column |\n| ------ | ------ |\n|        |        |'

/** A table of two columns with the first heading selected. */
export const insertTable = insertBlock(emptyTable, { from: 2, to: 8 })

/** A GitHub alert, with the caret in its text. */
export const insertAlert = insertBlock('> [!NOTE]\n> ', { from: 12, to: 12 })

/** A Mermaid diagram to start from. */
export const insertDiagram = insertBlock('```mermaid\ngraph LR\n  A --> B\n```', { from: 22, to: 29 })

/** A formula on lines of its own. */
export const insertFormula = insertBlock('$$\n\n$$', { from: 3, to: 3 })

/** A horizontal rule on a line of its own, and the caret on the line below. */
export const insertRule = insertBlock('---\n', { from: 4, to: 4 })

/** A footnote mark at the caret; the caret goes to its text, at the end of the post. */
export const insertFootnote: StateCommand = ({ state, dispatch }) => {
  const name = freeFootnote(state)
  const { to } = state.selection.main
  const end = state.doc.length
  const lastLine = state.doc.line(state.doc.lines)
  const isMarkLast = to >= lastLine.from
  const gap = lastLine.text === '' && !isMarkLast ? '' : '\n'
  const previous = isMarkLast ? lastLine.text : lastNonBlank(state)
  const apart = /^\[\^[^\]]+\]:/.test(previous) ? gap : `${gap}\n`
  const mark = `[^${name}]`
  const note = `${apart}${mark}: `
  const tail = lastLine.text === '' ? '\n' : ''
  dispatch(
    send(state, {
      changes: [
        { from: to, insert: mark },
        { from: end, insert: note + tail },
      ],
      selection: { anchor: end + mark.length + note.length },
    }),
  )
  return true
}

const freeFootnote = (state: EditorState): number => {
  const used = new Set([...state.doc.toString().matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number)))
  let free = 1
  while (used.has(free)) free += 1
  return free
}

const lastNonBlank = ({ doc }: EditorState): string => {
  for (let number = doc.lines; number > 0; number -= 1) {
    const { text } = doc.line(number)
    if (text.trim() !== '') return text
  }
  return ''
}
