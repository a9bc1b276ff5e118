import { EditorSelection, type StateCommand } from '@codemirror/state'
import { startOfWords } from '../../document/state/head-field'
import { headModeOf } from './mode'

/**
 * Moves the caret to the start of the body's text, for the go-to-start key below a form; `extend` keeps the anchor of the
 * selection. The caret skips blank lines after the head, where typed text would join the first paragraph.
 */
export const toStart =
  (extend: boolean): StateCommand =>
  ({ state, dispatch }) => {
    if (headModeOf(state) !== 'form') return false
    const start = startOfWords(state)
    const { anchor } = state.selection.main
    if (extend && anchor < start) return false // the selection began on the blank lines
    const selection = EditorSelection.single(extend ? anchor : start, start)
    dispatch(state.update({ selection, scrollIntoView: true, userEvent: 'select' }))
    return true
  }
