import { EditorSelection, type StateCommand } from '@codemirror/state'
import { startOfWords } from '../../document/state/head-field'
import { headModeOf } from './mode'

/**
 * Moves the caret to where the words of the body begin, as the key to the start of a text does below a form; `extend`
 * keeps the selection's other end. The blank line under the head is no place to write: what stands there joins the words.
 */
export const toStart =
  (extend: boolean): StateCommand =>
  ({ state, dispatch }) => {
    if (headModeOf(state) !== 'form') return false
    const start = startOfWords(state)
    const { anchor } = state.selection.main
    if (extend && anchor < start) return false // it began on the blank lines, which are meant then
    const selection = EditorSelection.single(extend ? anchor : start, start)
    dispatch(state.update({ selection, scrollIntoView: true, userEvent: 'select' }))
    return true
  }
