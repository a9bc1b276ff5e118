import { type ChangeSpec, EditorState, findClusterBreak } from '@codemirror/state'

/** The event that Vim's edits have. */
const ofVim = 'input.type.compose'

/** The rest of the grapheme that an offset is within; null between graphemes. */
const restOf = ({ doc }: EditorState, at: number): ChangeSpec | null => {
  const line = doc.lineAt(at)
  const offset = at - line.from
  if (offset === 0 || at === line.to) return null
  const start = findClusterBreak(line.text, offset, false)
  const end = findClusterBreak(line.text, start, true)
  return end > offset ? { from: at, to: line.from + end } : null
}

/** Vim counts code points: what it deletes of a grapheme, such as an emoji of several people, takes all of it along. */
export const wholeLetters = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || !transaction.isUserEvent(ofVim)) return transaction
  const changes: ChangeSpec[] = []
  transaction.changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    const rest = from < to && inserted.length === 0 ? restOf(transaction.startState, to) : null
    if (rest) changes.push(rest)
  })
  return changes.length === 0 ? transaction : [transaction, { changes }]
})
