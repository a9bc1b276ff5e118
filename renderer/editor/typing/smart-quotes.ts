import { EditorSelection, Prec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { getSettings } from '../../base/settings-store'
import { isInWords } from '../parse/places'
import { printedSign } from './printed-sign'

const typeQuotes = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view
  if (!getSettings().smartQuotes || view.composing || state.readOnly || from !== to) return false
  if (state.selection.ranges.length > 1 || !/^["'.\d-]$/.test(text)) return false
  const line = state.doc.lineAt(from)
  const before = state.sliceDoc(line.from, from)
  const isInTag = /(?:\{[{%][^}]*|<[a-zA-Z/][^>]*|\]\([^)]*)$/.test(before)
  const isTableOrRule = /^[\s|:-]*$/.test(before)
  const found =
    isInTag || (text === '-' && isTableOrRule) || !isInWords(state, from) ? null : printedSign(before, text)
  if (!found) return false
  const start = from - found.back
  // One undo returns to the typed character.
  view.dispatch({
    changes: { from, insert: text },
    selection: EditorSelection.cursor(from + text.length),
    userEvent: 'input.type',
  })
  view.dispatch({
    changes: { from: start, to: from + text.length, insert: found.sign },
    selection: EditorSelection.cursor(start + found.sign.length),
    scrollIntoView: true,
    userEvent: 'input.replace',
  })
  return true
})

/** Types typographic quotes, dashes and ellipses if the setting is on; never in code, front matter or tags. */
export const smartQuotes = Prec.high(typeQuotes) // before the quotes are closed as brackets are
