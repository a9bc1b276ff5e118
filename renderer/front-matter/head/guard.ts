import { EditorSelection, EditorState, type Extension, type Transaction } from '@codemirror/state'
import { headOfState } from '../../document/state/head-field'
import { headModeOf, showSource } from './mode'

const byHand = ['input.type', 'input.paste', 'input.drop', 'input.complete', 'input.format', 'delete', 'move']

const isByHand = (transaction: Transaction): boolean =>
  byHand.some((event) => transaction.isUserEvent(event)) && !transaction.isUserEvent('input.type.form')

/** While the form hides the lines of the head, typing in the text must not change them. */
const reachesIntoHead = ({ changes, startState }: Transaction, bodyFrom: number): boolean => {
  let reaches = false
  changes.iterChangedRanges((from, to) => {
    const everything = from === 0 && to === startState.doc.length // the whole post was selected
    reaches ||= from < bodyFrom && !everything
  })
  return reaches
}

/** A head without a line break after it needs one before the body; a head of `Key: value` lines needs a blank line. */
const startsBody = ({ changes, startState }: Transaction, bodyFrom: number): boolean => {
  if (bodyFrom !== startState.doc.length) return false
  const isOpen =
    headOfState(startState).split.form === 'meta-lines' && startState.sliceDoc(bodyFrom - 2) !== '\n\n'
  if (!isOpen && startState.sliceDoc(bodyFrom - 1) === '\n') return false
  let starts = false
  changes.iterChanges((from, _to, _from, _toAfter, inserted) => {
    starts ||= from === bodyFrom && inserted.length > 0 && inserted.line(1).length > 0
  })
  return starts
}

const outOfHead = (selection: EditorSelection, bodyFrom: number, length: number): EditorSelection | null => {
  const inside = selection.ranges.some(
    ({ from, to }) => from < bodyFrom && !(from === 0 && to === length && length > 0),
  )
  if (!inside) return null
  return EditorSelection.create(
    selection.ranges.map(({ anchor, head }) =>
      EditorSelection.range(Math.max(anchor, bodyFrom), Math.max(head, bodyFrom)),
    ),
    selection.mainIndex,
  )
}

const isReveal = (transaction: Transaction): boolean =>
  transaction.isUserEvent('select.search') || transaction.isUserEvent('select.reveal')

/** Keeps caret and typing out of the lines that the form replaces. Going to a match or line in them opens the source. */
export const headGuard: Extension = EditorState.transactionFilter.of((transaction) => {
  const { startState, effects } = transaction
  if (headModeOf(startState) !== 'form' || effects.some((effect) => effect.is(showSource))) return transaction
  const { bodyFrom } = headOfState(startState).split
  const typed = transaction.docChanged && isByHand(transaction)
  if (typed && reachesIntoHead(transaction, bodyFrom)) return []
  if (typed && startsBody(transaction, bodyFrom)) {
    return [transaction, { changes: { from: bodyFrom, insert: '\n' }, sequential: true }]
  }
  if (!transaction.selection) return transaction
  const body = transaction.changes.mapPos(bodyFrom, -1)
  const selection = outOfHead(transaction.newSelection, body, transaction.newDoc.length)
  if (!selection) return transaction
  if (isReveal(transaction)) return [transaction, { effects: showSource.of(true) }]
  return [transaction, { selection, sequential: true }]
})
