import { type ChangeSpec, EditorSelection, type EditorState, type StateCommand } from '@codemirror/state'
import { isInWords } from '../parse/places'

const marker = /^(?:[-+*]|\d{1,9}[.)])[ \t]*(?:\[[ xX]\][ \t]+)?/
const itemLine = /^([ \t]*(?:>[ \t]?)*)([ \t]*)([-+*]|(\d{1,9})([.)]))([ \t]+|$)/

export interface Item {
  /** The quote marks before it. */
  readonly outer: string
  readonly indent: number
  /** The distance from its indent to its text. */
  readonly width: number
  readonly number: number | null
  /** Its sign or number, the blanks and the box of a task. */
  readonly marker: string
  /** Where its number begins in the line. */
  readonly numberAt: number
}

/** The list item that a line begins; null for any other line. */
export const itemOf = (text: string): Item | null => {
  const found = itemLine.exec(text)
  if (!found) return null
  const [, outer = '', blanks = '', sign = '', digits, , gap = ''] = found
  const lead = outer.includes('>') ? outer : ''
  const indent = outer.includes('>') ? blanks.length : outer.length + blanks.length
  const numberAt = lead.length + indent
  return {
    outer: lead,
    indent,
    marker: marker.exec(text.slice(numberAt))?.[0] ?? sign,
    width: sign.length + Math.max(1, Math.min(4, gap.length)),
    number: digits === undefined ? null : Number(digits),
    numberAt,
  }
}

const indentOf = (text: string, outer: string): number => {
  const rest = text.startsWith(outer) ? text.slice(outer.length) : text.trimStart()
  return rest.trim() === '' ? Number.POSITIVE_INFINITY : rest.length - rest.trimStart().length
}

/** The lines of an item: its own, and deeper indented ones below. */
const lastLineOf = (state: EditorState, line: number, item: Item): number => {
  let last = line
  for (let next = line + 1; next <= state.doc.lines; next++) {
    const indent = indentOf(state.doc.line(next).text, item.outer)
    if (indent <= item.indent) break
    if (indent !== Number.POSITIVE_INFINITY) last = next
  }
  return last
}

/** The item above that it could be nested in, or is. */
export const itemAbove = (
  state: EditorState,
  line: number,
  item: Pick<Item, 'outer' | 'indent'>,
  isParent: boolean,
): Item | null => {
  for (let above = line - 1; above >= 1; above--) {
    const { text } = state.doc.line(above)
    if (text.trim() === '') continue
    const other = itemOf(text)
    if (other && (isParent ? other.indent < item.indent : other.indent <= item.indent))
      return isParent || other.indent === item.indent ? other : null
    if (!other && indentOf(text, item.outer) < (isParent ? 1 : item.indent)) return null
  }
  return null
}

const moveItems =
  (isIn: boolean): StateCommand =>
  ({ state, dispatch }) => {
    const { main } = state.selection
    const first = state.doc.lineAt(main.from)
    const item = itemOf(first.text)
    if (!item || !isInWords(state, first.to) || state.selection.ranges.length > 1) return false
    const near = itemAbove(state, first.number, item, !isIn)
    const by = isIn
      ? (near?.width ?? 0)
      : Math.min(item.indent, near ? item.indent - near.indent : item.indent)
    if (by === 0) return true // the first item of a list has no item above
    let last = lastLineOf(state, first.number, item)
    while (last < state.doc.lineAt(main.to).number) {
      const next = itemOf(state.doc.line(last + 1).text)
      if (!next || next.indent < item.indent) break
      last = lastLineOf(state, last + 1, next)
    }
    const changes: ChangeSpec[] = []
    for (let number = first.number; number <= last; number++) {
      const line = state.doc.line(number)
      if (line.text.trim() === '') continue
      const at = line.from + item.outer.length
      const blanks = Math.min(by, indentOf(line.text, item.outer))
      changes.push(isIn ? { from: at, insert: ' '.repeat(by) } : { from: at, to: at + blanks })
    }
    const set = state.changes(changes)
    const moved = state.update({ changes: set }).state
    const all = set.compose(moved.changes(numberList(moved, first.number)))
    dispatch(
      state.update({
        changes: all,
        selection: EditorSelection.single(all.mapPos(main.anchor, 1), all.mapPos(main.head, 1)),
        scrollIntoView: true,
        userEvent: isIn ? 'input.indent' : 'delete.dedent',
      }),
    )
    return true
  }

/** Renumbers the list around a line: each item is one more than the previous; lists with all the same number stay so. */
export const numberList = (state: EditorState, around: number): ChangeSpec[] => {
  const isPart = (number: number) => {
    const { text } = state.doc.line(number)
    return text.trim() === '' || itemOf(text) !== null || /^[ \t>]/.test(text)
  }
  let first = around
  while (first > 1 && isPart(first - 1)) first--
  const changes: ChangeSpec[] = []
  /** The next number at each indent, from the outermost list inwards. */
  const open: { indent: number; next: number | null; step: number }[] = []
  for (let number = first; number <= state.doc.lines && isPart(number); number++) {
    const line = state.doc.line(number)
    const item = itemOf(line.text)
    if (!item) continue
    while ((open.at(-1)?.indent ?? -1) > item.indent) open.pop()
    let list = open.at(-1)
    if (list?.indent !== item.indent || (list.next === null) !== (item.number === null)) {
      if (list?.indent === item.indent) open.pop()
      // A new nested list starts at one.
      const start = item.number === null ? null : number === around && item.indent > 0 ? 1 : item.number
      list = { indent: item.indent, next: start, step: isAllSame(state, number, item, around) ? 0 : 1 }
      open.push(list)
    }
    if (item.number === null || list.next === null) continue
    if (list.next !== item.number) {
      const from = line.from + item.numberAt
      changes.push({ from, to: from + String(item.number).length, insert: String(list.next) })
    }
    list.next += list.step
  }
  return changes
}

/** Whether all items of a list have the same number, except the one just added. */
const isAllSame = (state: EditorState, line: number, item: Item, moved: number): boolean => {
  const numbers: (number | null)[] = line === moved ? [] : [item.number]
  for (let next = line + 1; next <= state.doc.lines; next++) {
    const other = itemOf(state.doc.line(next).text)
    if (other && other.indent < item.indent) break
    if (other?.indent === item.indent && next !== moved) numbers.push(other.number)
  }
  return numbers.length > 1 && numbers.every((number) => number === item.number)
}

/** Indents the item at the caret, with its contents, into the item above. */
export const indentItem = moveItems(true)
/** Outdents the item at the caret, with its contents. */
export const outdentItem = moveItems(false)
