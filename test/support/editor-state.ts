import { ensureSyntaxTree } from '@codemirror/language'
import { EditorSelection, EditorState, type Extension, type StateCommand } from '@codemirror/state'
import { headField } from '../../renderer/document/state/head-field'
import { markdownSupport } from '../../renderer/editor/parse/markdown-support'

const marks = /[<>|]/g

/** A state whose text is parsed to its end, however busy the machine is. */
export const parsed = (state: EditorState): EditorState => {
  ensureSyntaxTree(state, state.doc.length, 10_000)
  return state.update({}).state // which adopts what has been parsed
}

/** A new editor state, as far as it is parsed when it begins, from a text with marks as those of `stateOf`. */
export const newStateOf = (marked: string, more: Extension = []): EditorState => {
  const at = [...marked.matchAll(marks)].map(({ index }, number) => index - number)
  const [anchor = 0, head = anchor] = at
  return EditorState.create({
    doc: marked.replace(marks, ''),
    selection: EditorSelection.single(anchor, head),
    extensions: [markdownSupport(), headField, more],
  })
}

/** A parsed editor state from a text in which `|` marks the caret, or `<` and `>` the selection. */
export const stateOf = (marked: string, more?: Extension): EditorState => parsed(newStateOf(marked, more))

/** The text of a state, with its selection marked in the same way. */
export const markedText = ({ doc, selection: { main } }: EditorState): string => {
  const text = doc.toString()
  if (main.empty) return `${text.slice(0, main.head)}|${text.slice(main.head)}`
  return `${text.slice(0, main.from)}<${text.slice(main.from, main.to)}>${text.slice(main.to)}`
}

/** The marked text after running a command on a marked text. */
export const press = (command: StateCommand, marked: string): string => {
  let state = stateOf(marked)
  command({
    state,
    dispatch: (transaction) => {
      state = transaction.state
    },
  })
  return markedText(state)
}
