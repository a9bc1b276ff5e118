import type { ChangeSet } from '@codemirror/state'
import type { TextChange } from '../../../shared/text/text-change'

/** The changes of a transaction as the rest of the app writes them; offsets are those of the text before. */
export const textChangesOf = (changes: ChangeSet): TextChange[] => {
  const list: TextChange[] = []
  changes.iterChanges(
    (from, to, _fromAfter, _toAfter, inserted) => list.push({ from, to, insert: inserted.toString() }),
    true, // neighbours stay apart: each keeps the line breaks it really touched
  )
  return list
}

/** The same change without the start and the end that stay as they are. */
export const trimChange = ({ from, to, insert }: TextChange, replaced: string): TextChange => {
  const most = Math.min(replaced.length, insert.length)
  let start = 0
  while (start < most && replaced[start] === insert[start]) start += 1
  let end = 0
  while (end < most - start && replaced.at(-1 - end) === insert.at(-1 - end)) end += 1
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) }
}
