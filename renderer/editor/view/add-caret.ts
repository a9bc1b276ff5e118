import { EditorSelection, type Extension, Prec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** The selection with a caret added at a click, or removed if there is one already and it is not the last. */
export const withCaret = (before: EditorSelection, at: number): EditorSelection => {
  const others = before.ranges.filter(({ empty, head }) => !empty || head !== at)
  if (others.length === before.ranges.length) return before.addRange(EditorSelection.cursor(at))
  return others.length === 0 ? before : EditorSelection.create(others, others.length - 1)
}

interface Press {
  readonly selection: EditorSelection
  readonly x: number
  readonly y: number
}

const still = 3 // pixels: moving further selects a column

/** Alt+click adds a caret, like Ctrl+click; Alt+drag still selects a column. */
export const addCaret = (): Extension => {
  let press: Press | null = null
  return Prec.highest(
    EditorView.domEventHandlers({
      mousedown: (event, view) => {
        const isPlainAlt =
          event.altKey && event.button === 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey
        press = isPlainAlt ? { selection: view.state.selection, x: event.clientX, y: event.clientY } : null
      },
      mouseup: (event, view) => {
        if (!press) return
        const { selection, x, y } = press
        press = null
        const { main, ranges } = view.state.selection
        const isClick = Math.abs(event.clientX - x) < still && Math.abs(event.clientY - y) < still
        if (
          !isClick ||
          ranges.length > 1 ||
          !main.empty ||
          selection.ranges.some(({ to }) => to > view.state.doc.length)
        )
          return
        view.dispatch({ selection: withCaret(selection, main.head), userEvent: 'select.pointer' })
      },
    }),
  )
}
