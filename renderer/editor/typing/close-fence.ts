import type { StateCommand } from '@codemirror/state'
import { headOfState } from '../../document/state/head-field'

const opening = /^([ \t]*(?:>[ \t]?)*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?)(`{3,}|~{3,})([^`]*)$/

/** Goes to the line below if it is empty but for quote marks and blanks. */
const toEmptyLine: StateCommand = ({ state, dispatch }) => {
  const line = state.doc.lineAt(state.doc.lineAt(state.selection.main.head).to + 1)
  if (!/^[ \t>]*$/.test(line.text)) return false
  dispatch(state.update({ selection: { anchor: line.to }, scrollIntoView: true, userEvent: 'select' }))
  return true
}

/** Enter after an unclosed opening fence also inserts its end; in an empty block it goes to its line. */
export const closeFence: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection
  const line = state.doc.lineAt(main.head)
  const found = main.empty && main.head === line.to ? opening.exec(line.text) : null
  if (!found || main.head < headOfState(state).split.bodyFrom) return false
  const [, lead = '', fence = ''] = found
  const before = lead.replace(/[^\s>]/g, ' ') // as wide as the marker of a list
  let isOpen = false
  for (const text of state.doc.iterLines(1, line.number + 1)) {
    const [, , mark = '', info = ''] = opening.exec(text) ?? []
    if (mark === '') continue
    if (!isOpen) isOpen = true
    else if (info.trim() === '') isOpen = false
  }
  if (!isOpen) return false
  for (let next = line.number + 1; next <= state.doc.lines; next++) {
    const { text } = state.doc.line(next)
    const [, , mark = '', info = ''] = opening.exec(text) ?? []
    if (mark === '') continue
    if (info.trim() === '' && mark[0] === fence[0] && mark.length >= fence.length)
      return next === line.number + 2 && toEmptyLine({ state, dispatch })
    break // the next fence is an opening one: this one is not closed
  }
  dispatch(
    state.update({
      changes: { from: line.to, insert: `\n${before}\n${before}${fence}` },
      selection: { anchor: line.to + 1 + before.length },
      scrollIntoView: true,
      userEvent: 'input',
    }),
  )
  return true
}
