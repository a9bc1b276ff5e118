import { EditorState, type Extension, Prec, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/**
 * Names the edits of a package's keys that have no event, so that what guards hidden text knows them for the user's.
 * `isInKey` says whether a key is being handled.
 */
export const namedEdits = (isInKey: () => boolean): Extension =>
  // Of the filters, the lowest runs first.
  Prec.lowest(
    EditorState.transactionFilter.of((transaction) => {
      const isNamed = transaction.annotation(Transaction.userEvent) !== undefined
      if (!transaction.docChanged || isNamed || !isInKey()) return transaction
      let inserted = 0
      transaction.changes.iterChanges((_fromA, _toA, _fromB, _toB, text) => {
        inserted += text.length
      })
      const event = inserted === 0 ? 'delete' : 'input.type'
      return [transaction, { annotations: Transaction.userEvent.of(event) }]
    }),
  )

/** Names the edits made while a key is handled. */
export const eventsOfKeys = (): Extension => {
  let isInKey = false
  return [
    namedEdits(() => isInKey),
    EditorView.domEventObservers({
      keydown: () => {
        isInKey = true
        queueMicrotask(() => {
          isInKey = false
        })
      },
    }),
  ]
}
