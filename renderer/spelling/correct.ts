import type { EditorView } from '@codemirror/view'
import type { SpellingChoice } from '../../shared/ipc/spelling-calls'
import { ignoreWord, teachWord } from '../base/spelling/dictionaries'
import type { Misspelling } from './text-spelling'

/** A misspelled word in the text or in a field, with the means to correct it. */
export interface Correction {
  readonly word: string
  readonly paragraph: string
  /** The position of the word in the window. */
  readonly rect: () => DOMRect
  readonly choose: (choice: SpellingChoice) => void
  /** Gives the focus back to the text. */
  readonly focus: () => void
}

const act = (word: string, choice: SpellingChoice, replace: (by: string) => void): void => {
  if (choice === null) return
  if (choice.kind === 'replace') replace(choice.word)
  else if (choice.kind === 'ignore') ignoreWord(word)
  else teachWord(word, choice.kind)
}

/** A word of the text. */
export const correctionInText = (
  view: EditorView,
  { from, to, word, paragraph }: Misspelling,
): Correction => ({
  word,
  paragraph,
  rect: () => {
    const start = view.coordsAtPos(from, 1)
    const end = view.coordsAtPos(to, -1)
    if (!start || !end) return view.dom.getBoundingClientRect()
    return new DOMRect(start.left, start.top, Math.max(1, end.right - start.left), end.bottom - start.top)
  },
  focus: () => view.focus(),
  choose: (choice) =>
    act(word, choice, (by) => {
      if (view.state.readOnly || view.state.doc.sliceString(from, to) !== word) return // it was changed meanwhile
      view.dispatch({
        changes: { from, to, insert: by },
        selection: { anchor: from + by.length },
        userEvent: 'input.spelling',
      })
    }),
})

/** A word of a text field. */
export const correctionInField = (
  field: HTMLInputElement | HTMLTextAreaElement,
  { from, to, word, paragraph }: Misspelling,
  rect: () => DOMRect,
): Correction => ({
  word,
  paragraph,
  rect,
  focus: () => field.focus(),
  choose: (choice) =>
    act(word, choice, (by) => {
      if (field.value.slice(from, to) !== word) return
      field.focus()
      field.setSelectionRange(from, to)
      document.execCommand('insertText', false, by) // as typed: the field's own undo takes it back
    }),
})
