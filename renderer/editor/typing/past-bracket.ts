import { type Completion, pickedCompletion } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'

/** Puts an address into a link or an image, and the caret behind the bracket that closes it. */
export const pastBracket =
  (written: string) =>
  (view: EditorView, completion: Completion, from: number, to: number): void => {
    const [closing = ''] = /^>?\)/.exec(view.state.sliceDoc(to, to + 2)) ?? []
    view.dispatch({
      changes: { from, to, insert: written },
      selection: { anchor: from + written.length + closing.length },
      scrollIntoView: true,
      userEvent: 'input.complete',
      annotations: pickedCompletion.of(completion),
    })
  }
