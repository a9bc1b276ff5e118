import { invertedEffects } from '@codemirror/commands'
import {
  type EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Transaction,
} from '@codemirror/state'
import type { TextFormat } from '../../../shared/posts/post'
import { changeFormat } from '../../../shared/posts/text-format'
import { textChangesOf } from './text-changes'

/** Sets another format for the text, as when the file is read again. Undo restores the old one. */
export const setTextFormat = StateEffect.define<TextFormat>({
  // A format fits one text only. If another change is inserted below it in the history, the rule for new breaks applies.
  map: (format, mapping) => (mapping.empty || format.terminators === null ? format : undefined),
})

const formatField = StateField.define<TextFormat>({
  create: () => ({ bom: false, eol: '\n', terminators: null, encoding: 'utf-8' }),
  update(format, transaction) {
    let next = format
    if (format.terminators !== null && changesBreaks(transaction)) {
      next = changeFormat(transaction.startState.doc.toString(), format, textChangesOf(transaction.changes))
    }
    for (const effect of transaction.effects) {
      if (effect.is(setTextFormat) && fits(effect.value, transaction)) next = effect.value
    }
    return next
  },
})

/** Most keys stay within a line: the terminators are the same, and a long text need not be scanned. */
const changesBreaks = ({ docChanged, changes, startState }: Transaction): boolean => {
  if (!docChanged) return false
  let found = false
  changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) => {
    found ||= inserted.lines > 1 || to > startState.doc.lineAt(from).to
  })
  return found
}

const fits = ({ terminators }: TextFormat, { newDoc }: Transaction): boolean =>
  terminators === null || terminators.length === newDoc.lines - 1

/** Keeps the text format beside the text, through edits, undo and redo: every line break keeps its own bytes. */
export const textFormat = (format: TextFormat): Extension => [
  formatField.init(() => format),
  invertedEffects.of((transaction) => {
    const before = transaction.startState.field(formatField)
    const changed = transaction.docChanged && before.terminators !== null
    const set = transaction.effects.some((effect) => effect.is(setTextFormat))
    return changed || set ? [setTextFormat.of(before)] : []
  }),
]

/** The current format of the text. */
export const textFormatOf = (state: EditorState): TextFormat => state.field(formatField)

/** Whether two formats give the same bytes for one text. */
export const sameFormat = (a: TextFormat, b: TextFormat): boolean =>
  a === b ||
  (a.bom === b.bom && a.eol === b.eol && a.terminators === b.terminators && a.encoding === b.encoding)
