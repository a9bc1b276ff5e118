import { EditorState, type Text, type Transaction, type TransactionSpec } from '@codemirror/state'
import { itemAt } from '../../../shared/base/item-at'
import { isInWords } from '../parse/places'
import { type Item, itemOf } from './indent'

/** A numbered item and the number of its line. */
interface Numbered {
  readonly line: number
  readonly number: number
  readonly numberAt: number
}

const numbered = (line: number, { number, numberAt }: Item): Numbered | null =>
  number === null ? null : { line, number, numberAt }

/** Walks from an item to the ends of its list, over blank lines and deeper items. */
const walk = (doc: Text, from: number, step: 1 | -1, own: Item): Numbered[] => {
  const found: Numbered[] = []
  for (let line = from + step; line >= 1 && line <= doc.lines; line += step) {
    const { text } = doc.line(line)
    if (text.slice(own.outer.length).trim() === '') continue
    const item = itemOf(text)
    const indent = item?.indent ?? text.slice(own.outer.length).search(/\S/)
    if (indent > own.indent) continue
    const other = item && item.indent === own.indent && item.outer === own.outer ? numbered(line, item) : null
    if (!other) break
    found.push(other)
  }
  return found
}

/** The items of the numbered list that a line is an item of, in order. */
const listAround = (doc: Text, line: number): readonly Numbered[] => {
  if (line < 1 || line > doc.lines) return []
  const own = itemOf(doc.line(line).text)
  const item = own && numbered(line, own)
  if (!item) return []
  return [...walk(doc, line, -1, own).reverse(), item, ...walk(doc, line, 1, own)]
}

const isCounted = (items: readonly Numbered[]): boolean =>
  items.every(({ number }, index) => number === itemAt(items, 0).number + index)

/** The changes that count the list of a moved, doubled or deleted line again; null if it was not counted before. */
const counted = (transaction: Transaction): TransactionSpec | null => {
  const { startState: state, newDoc } = transaction
  const { head } = state.selection.main
  const before = listAround(state.doc, state.doc.lineAt(head).number)
  if (before.length < 2 || !isCounted(before) || !isInWords(state, head)) return null
  const line = newDoc.lineAt(transaction.newSelection.main.head).number
  const after = [line, line - 1, line + 1]
    .map((near) => listAround(newDoc, near))
    .find(({ length }) => length > 0)
  if (!after || (transaction.isUserEvent('move.line') && after.length !== before.length)) return null
  const first = itemAt(before, 0).number
  const changes = after.flatMap((item, index) => {
    const from = newDoc.line(item.line).from + item.numberAt
    const number = first + index
    return number === item.number
      ? []
      : [{ from, to: from + String(item.number).length, insert: String(number) }]
  })
  return changes.length === 0 ? null : { changes, sequential: true }
}

/** Keeps a numbered list counted when its lines are moved, doubled or deleted. */
export const listOrder = EditorState.transactionFilter.of((transaction) => {
  const isLine = ['move.line', 'input.copyline', 'delete.line'].some((event) =>
    transaction.isUserEvent(event),
  )
  const more = isLine && transaction.docChanged ? counted(transaction) : null
  return more ? [transaction, more] : transaction
})
