import { insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown'
import {
  ChangeSet,
  type ChangeSpec,
  type EditorState,
  type Line,
  type StateCommand,
  Text,
} from '@codemirror/state'
import { headOfState } from '../../document/state/head-field'
import { isInWords } from '../parse/places'
import { type Item, itemAbove, itemOf, numberList } from './indent'

const quoteMarks = /^(?:[ \t]*>[ \t]?)+/

/** The line of the only caret, if it is in prose and nothing but white space follows the caret. */
const lineToEnd = (state: EditorState): Line | null => {
  const { ranges, main } = state.selection
  if (ranges.length > 1 || !main.empty) return null
  const line = state.doc.lineAt(main.head)
  const isAtEnd = state.sliceDoc(main.head, line.to).trim() === ''
  return isAtEnd && isInWords(state, main.head) ? line : null
}

const withoutQuotes = (text: string): string => text.replace(quoteMarks, '')

const isBlank = (state: EditorState, number: number): boolean =>
  number < 1 || number > state.doc.lines || withoutQuotes(state.doc.line(number).text).trim() === ''

/** Replaces an empty line of a list or quote by a paragraph's, with a blank line on each side that has text. */
const replaceLine = (
  state: EditorState,
  line: Line,
  outer: string,
): { changes: ChangeSpec; caret: number } => {
  const blank = outer.trimEnd()
  const isFirst = line.from <= headOfState(state).split.bodyFrom
  const before = isFirst || isBlank(state, line.number - 1) ? [] : [blank]
  const after = isBlank(state, line.number + 1) ? [] : [blank]
  const lines = Text.of([...before, outer, ...after])
  const caret = line.from + (before.length === 0 ? 0 : blank.length + 1) + outer.length
  return { changes: { from: line.from, to: line.to, insert: lines }, caret }
}

const dispatchNumbered = (
  { state, dispatch }: Parameters<StateCommand>[0],
  changes: ChangeSpec,
  caret: number,
): boolean => {
  const set = state.changes(changes)
  const changed = state.update({ changes: set, selection: { anchor: caret } }).state
  const numbers = changed.changes(numberList(changed, changed.doc.lineAt(caret).number))
  dispatch(
    state.update({
      changes: set.compose(numbers),
      selection: { anchor: numbers.mapPos(caret, 1) },
      scrollIntoView: true,
      userEvent: 'input',
    }),
  )
  return true
}

/** The marker of the item below an item; its task, if it is one, is open. */
const nextMarker = ({ marker, number }: Item): string => {
  const open = marker.replace(/\[[xX]\]/, '[ ]')
  return number === null ? open : open.replace(/^\d+/, String(number + 1))
}

const isEmptyItem = (text: string, { numberAt, marker }: Item): boolean => {
  const content = text.slice(numberAt + marker.length).trim()
  return content === '' || /^\[[ xX]\]$/.test(content)
}

/** Enter on an empty item: a nested one becomes an item of the outer list, any other one the line of a paragraph. */
const endList: StateCommand = (target) => {
  const { state } = target
  const line = lineToEnd(state)
  const item = line && itemOf(line.text)
  if (
    !line ||
    !item ||
    !isEmptyItem(line.text, item) ||
    state.selection.main.head < line.from + item.numberAt
  )
    return false
  const parent = item.indent > 0 ? itemAbove(state, line.number, item, true) : null
  if (!parent) {
    if (!/[ \t]$/.test(line.text) && !isBlank(state, line.number - 1)) return false // an underline of a heading
    const { changes, caret } = replaceLine(state, line, item.outer)
    return dispatchNumbered(target, changes, caret)
  }
  const insert = item.outer + ' '.repeat(parent.indent) + nextMarker(parent)
  return dispatchNumbered(target, { from: line.from, to: line.to, insert }, line.from + insert.length)
}

/** Enter on the empty line of a quote: the next words are a paragraph outside of it. */
const endQuote: StateCommand = ({ state, dispatch }) => {
  const line = lineToEnd(state)
  const marks = line && quoteMarks.exec(line.text)?.[0]
  if (!line || !marks || line.text.slice(marks.length).trim() !== '') return false
  const outer = marks.replace(/>[ \t]?$/, '')
  const { changes, caret } = replaceLine(state, line, outer)
  // A blank line of the quote above becomes the one between the quote and the paragraph.
  const above = line.number > 1 ? state.doc.line(line.number - 1) : null
  const isEmptied = above !== null && above.text.trim() === line.text.trim()
  const emptied = isEmptied ? [{ from: above.from, to: above.to, insert: outer.trimEnd() }] : []
  const moved = isEmptied ? above.length - outer.trimEnd().length : 0
  dispatch(
    state.update({
      changes: [...emptied, changes],
      selection: { anchor: caret - moved },
      scrollIntoView: true,
      userEvent: 'input',
    }),
  )
  return true
}

/** Enter on an empty line indented as the text of an item: the next words are a paragraph outside of the item. */
const endItem: StateCommand = ({ state, dispatch }) => {
  const line = lineToEnd(state)
  if (line?.text.trim() !== '') return false
  const item = itemAbove(state, line.number, { outer: '', indent: line.length }, true)
  if (item?.outer !== '') return false
  const { changes, caret } = replaceLine(state, line, ' '.repeat(item.indent))
  dispatch(state.update({ changes, selection: { anchor: caret }, scrollIntoView: true, userEvent: 'input' }))
  return true
}

/** Enter where nothing was typed in a list or quote ends it, so that the next words are not a part of it. */
export const endBlock: StateCommand = (target) => endList(target) || endQuote(target) || endItem(target)

/** Continues lists and quotes; a second item never puts blank lines between the items. */
const continueList = insertNewlineContinueMarkupCommand({ nonTightLists: false })

/** Continues a list, its tasks and numbered tasks too, or a quote. */
export const continueBlock: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection
  const line = state.doc.lineAt(main.head)
  const item = itemOf(line.text)
  const isTask = item !== null && item.number !== null && item.marker.endsWith('] ')
  if (
    !isTask ||
    state.selection.ranges.length > 1 ||
    main.head < line.from + item.numberAt + item.marker.length
  )
    return continueList({ state, dispatch })
  return continueList({
    state,
    dispatch: ({ changes, newDoc, newSelection }) => {
      const at = newSelection.main.head
      const box = ChangeSet.of({ from: at, insert: '[ ] ' }, newDoc.length)
      const selection = { anchor: at + 4 }
      dispatch(
        state.update({ changes: changes.compose(box), selection, scrollIntoView: true, userEvent: 'input' }),
      )
    },
  })
}

/** Begins a line in the same item or quote. */
export const newLineWithin: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection
  const line = state.doc.lineAt(main.from)
  const item = itemOf(line.text)
  const marks = quoteMarks.exec(line.text)?.[0] ?? ''
  if (state.selection.ranges.length > 1 || (!item && marks === '') || !isInWords(state, main.from))
    return false
  const own = item ? line.text.slice(0, item.numberAt) + ' '.repeat(item.width) : marks
  if (main.from < line.from + own.length) return false
  const rest = item ? '' : /^[ \t]*/.exec(line.text.slice(marks.length))?.[0]
  dispatch(
    state.update(state.replaceSelection(`\n${own}${rest}`), { scrollIntoView: true, userEvent: 'input' }),
  )
  return true
}
