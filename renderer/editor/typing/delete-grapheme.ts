import { EditorSelection, type StateCommand } from '@codemirror/state'
import { itemAt } from '../../../shared/base/item-at'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** In these scripts Backspace deletes the last character of a cluster, as their users expect. */
const bySign =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]/u
/** The longest emoji have about thirty code units. */
const longest = 64

/** Backspace deletes one grapheme: a family emoji, a letter with its accents. */
export const deleteGrapheme: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly || state.selection.ranges.some(({ empty }) => !empty)) return false
  const lengths = state.selection.ranges.map(({ head }) => {
    const line = state.doc.lineAt(head)
    const before = state.sliceDoc(Math.max(line.from, head - longest), head)
    return [...graphemes.segment(before)].at(-1)?.segment ?? ''
  })
  if (!lengths.some((sign) => sign.length > 1 && [...sign].length > 1 && !bySign.test(sign))) return false
  let index = 0
  const change = state.changeByRange(({ head }) => {
    const sign = itemAt(lengths, index++)
    const from = Math.max(0, head - Math.max(1, sign.length))
    return { changes: { from, to: head }, range: EditorSelection.cursor(from) }
  })
  dispatch(state.update(change, { scrollIntoView: true, userEvent: 'delete.backward' }))
  return true
}
