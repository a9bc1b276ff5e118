import { EditorState, type Extension, StateField, type Text, type Transaction } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import { t } from '../../../shared/texts/translate'

/*
 * A wrapped line of several million pixels is higher than CodeMirror can scroll (it scales lines, not parts of them): keys
 * take minutes and move the caret to the end. Of such lines only the part around the caret is in the view.
 */

/** Lines longer than this are shown in part: in the largest type their height is about three million pixels. */
export const longestShown = 1_000_000
/** Characters shown of a longer line. */
const shownLength = 16_000
/** From here on CodeMirror leaves out parts of a line itself, and a part that was just scrolled to may stay empty. */
const mostShown = 20_000
/** The caret stays this far from what is not shown, except where it was put by the pointer. */
const margin = 2_000

/** The part of a long line that is shown. */
interface Shown {
  readonly from: number
  readonly to: number
}

interface Line extends Shown {}

interface State {
  readonly shown: readonly Shown[]
  readonly hidden: DecorationSet
}

const nothing: State = { shown: [], hidden: Decoration.none }

/** Versions of a text share their parts, so only what changed is measured again. */
const measured = new WeakMap<Text, number>()

/** The length of the longest line, or of the text where that is not too long itself. */
const longestLineOf = (text: Text): number => {
  if (text.length <= longestShown) return text.length
  const known = measured.get(text)
  if (known !== undefined) return known
  let longest = 0
  if (text.children) for (const child of text.children) longest = Math.max(longest, longestLineOf(child))
  else
    for (let number = 1; number <= text.lines; number++) longest = Math.max(longest, text.line(number).length)
  measured.set(text, longest)
  return longest
}

const longLinesOf = (text: Text, at = 0): readonly Line[] => {
  if (longestLineOf(text) <= longestShown) return []
  if (!text.children)
    return Array.from({ length: text.lines }, (_, index) => text.line(index + 1))
      .filter(({ length }) => length > longestShown)
      .map(({ from, to }) => ({ from: at + from, to: at + to }))
  const lines: Line[] = []
  let from = at
  for (const child of text.children) {
    lines.push(...longLinesOf(child, from))
    from += child.length + 1
  }
  return lines
}

/** Half of a surrogate pair is not a character. */
const wholeAt = (doc: Text, at: number): number =>
  /^[\udc00-\udfff]/.test(doc.sliceString(at, at + 1)) ? at - 1 : at

const around = (doc: Text, { from, to }: Line, at: number): Shown => {
  const start = Math.max(from, Math.min(at - shownLength / 2, to - shownLength))
  return { from: wholeAt(doc, start), to: wholeAt(doc, Math.min(to, start + shownLength)) }
}

/** Whether the position is inside, and not close to text that is not shown. */
const isWell = (shown: Shown, line: Line, at: number, distance: number): boolean =>
  at >= shown.from + (shown.from > line.from ? distance : 0) &&
  at <= shown.to - (shown.to < line.to ? distance : 0) &&
  shown.to - shown.from < mostShown // text may have been pasted

const shownOf = (doc: Text, line: Line, before: readonly Shown[], head: number, distance: number): Shown => {
  const kept = before.find(({ from, to }) => from >= line.from && to <= line.to && to > from)
  const isAtHead = head >= line.from && head <= line.to
  const at = isAtHead ? head : (kept?.from ?? line.from)
  if (kept && isWell(kept, line, at, isAtHead ? distance : 0)) return kept
  return around(doc, line, at)
}

const shownAfter = (before: readonly Shown[], transaction: Transaction): readonly Shown[] => {
  const { changes, newDoc, newSelection } = transaction
  if (newDoc.length <= longestShown) return []
  const lines = longLinesOf(newDoc)
  if (lines.length === 0) return []
  const mapped = transaction.docChanged
    ? before.map(({ from, to }) => ({ from: changes.mapPos(from, -1), to: changes.mapPos(to, 1) }))
    : before
  const distance = transaction.isUserEvent('select.pointer') ? 0 : margin
  return lines.map((line) => shownOf(newDoc, line, mapped, newSelection.main.head, distance))
}

const isSame = (one: readonly Shown[], other: readonly Shown[]): boolean =>
  one.length === other.length &&
  one.every(({ from, to }, index) => from === other[index]?.from && to === other[index]?.to)

/** A button that stands for the text that is not shown, and shows the part next to it. */
class Rest extends WidgetType {
  constructor(
    private readonly length: number,
    private readonly isBefore: boolean,
  ) {
    super()
  }

  override eq(other: Rest): boolean {
    return other.length === this.length && other.isBefore === this.isBefore
  }

  override toDOM(view: EditorView): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.tabIndex = -1
    button.className = 'cm-foldPlaceholder live-drawn'
    button.textContent = t('editor.notShown', { count: this.length })
    button.title = t('editor.showNextPart')
    button.addEventListener('mousedown', (event) => event.preventDefault()) // the text keeps the focus
    button.addEventListener('click', () => {
      const start = view.posAtDOM(button)
      view.dispatch({ selection: { anchor: this.isBefore ? start + this.length - 1 : start + 1 } })
      view.focus()
    })
    return button
  }

  override ignoreEvent(): boolean {
    return true
  }
}

const hiddenBy = (doc: Text, shown: readonly Shown[]): DecorationSet =>
  Decoration.set(
    shown.flatMap(({ from, to }) => {
      const line = doc.lineAt(from)
      const hide = (start: number, end: number) =>
        Decoration.replace({ widget: new Rest(end - start, start === line.from) }).range(start, end)
      return [
        ...(from > line.from ? [hide(line.from, from)] : []),
        ...(to < line.to ? [hide(to, line.to)] : []),
      ]
    }),
  )

const field = StateField.define<State>({
  create: ({ doc, selection }) => {
    const lines = longLinesOf(doc)
    if (lines.length === 0) return nothing
    const shown = lines.map((line) => shownOf(doc, line, [], selection.main.head, margin))
    return { shown, hidden: hiddenBy(doc, shown) }
  },
  update(state, transaction) {
    if (!transaction.docChanged && (!transaction.selection || state === nothing)) return state
    const shown = shownAfter(state.shown, transaction)
    if (shown.length === 0) return nothing
    if (!transaction.docChanged && isSame(shown, state.shown)) return state
    return { shown, hidden: hiddenBy(transaction.newDoc, shown) }
  },
  provide: (self) => EditorView.decorations.from(self, ({ hidden }) => hidden),
})

/** Another part of the line has other line breaks, so the caret would be somewhere on or off the screen. */
const followCaret = EditorState.transactionExtender.of((transaction) => {
  const before = transaction.startState.field(field, false)?.shown ?? []
  if (before.length === 0 || !transaction.selection) return null
  const { head } = transaction.newSelection.main
  const { changes } = transaction
  const shown = shownAfter(before, transaction).find(({ from, to }) => head >= from && head <= to)
  const isKept = before.some(({ from }) => changes.mapPos(from, -1) === shown?.from)
  return shown && !isKept ? { effects: EditorView.scrollIntoView(head, { y: 'center' }) } : null
})

/** Shows the part around the caret of lines that are too long for the view. */
export const longLines: Extension = [field, followCaret]

/** The parts of long lines that are shown. */
export const shownOfLongLines = (state: EditorState): readonly Shown[] => state.field(field).shown
