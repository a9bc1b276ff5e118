import { diff } from '@codemirror/merge'
import type { EditorState, TransactionSpec } from '@codemirror/state'
import type { TextFormat } from '../../../shared/posts/post'
import type { TextChange } from '../../../shared/text/text-change'
import { setTextFormat } from './text-format-field'

/** Minimal changes from `before` to `after`, so that caret, folds and undo survive a text from outside. */
export const changesBetween = (before: string, after: string): TextChange[] =>
  diff(before, after, { scanLimit: 2_000, timeout: 200 }).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: after.slice(fromB, toB),
  }))

/** One undoable step from the text of `state` to another text in its own format. */
export const replaceTextSpec = (
  state: EditorState,
  text: string,
  format: TextFormat,
  userEvent: string,
): TransactionSpec => ({
  changes: changesBetween(state.doc.toString(), text),
  effects: setTextFormat.of(format),
  userEvent,
})
