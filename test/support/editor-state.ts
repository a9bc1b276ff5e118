import { EditorSelection, EditorState, type Extension, type StateCommand } from '@codemirror/state'
import { headField } from '../../renderer/document/state/head-field'
import { markdownSupport } from '../../renderer/editor/parse/markdown-support'

const marks = /[<>|]/g

/** An editor state from a text in which `|` marks the caret, or `<` and `>` the selection. */
export const stateOf = (marked: string, more: Extension = []): EditorState => {
  const at = [...marked.matchAll(marks)].map(({ index }, number) => index - number)
  const [anchor = 0, head = anchor] = at
  return EditorState.create({
    doc: marked.replace(marks, ''),
    selection: EditorSelection.single(anchor, head),
    extensions: [markdownSupport(), headField, more],
  })
}

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
