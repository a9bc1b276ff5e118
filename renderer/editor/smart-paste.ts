import { EditorSelection, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { addressOf, isAddress } from './insert-commands'

/** Pasting an address over selected words makes them a link. Pasting plain (Shift) stays plain. */
export const smartPaste: Extension = EditorView.domEventHandlers({
  paste(event, view) {
    const pasted = event.clipboardData?.getData('text/plain').trim() ?? ''
    const { state } = view
    const words = state.selection.ranges.every(
      ({ from, to, empty }) => !empty && isWords(state.sliceDoc(from, to)),
    )
    if (!isAddress(pasted) || !words) return false
    event.preventDefault()
    const address = addressOf(/^www\./i.test(pasted) ? `https://${pasted}` : pasted)
    const change = state.changeByRange(({ from, to }) => {
      const insert = `[${state.sliceDoc(from, to)}](${address})`
      return { changes: { from, to, insert }, range: EditorSelection.cursor(from + insert.length) }
    })
    view.dispatch(state.update(change, { scrollIntoView: true, userEvent: 'input.paste' }))
    return true
  },
})

const isWords = (text: string): boolean => text.trim() !== '' && !text.includes('\n') && !isAddress(text)
