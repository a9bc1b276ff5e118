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
  const start = longestSame(most, (low, high) => replaced.slice(low, high) === insert.slice(low, high))
  const end = longestSame(
    most - start,
    (low, high) =>
      replaced.slice(replaced.length - high, replaced.length - low) ===
      insert.slice(insert.length - high, insert.length - low),
  )
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) }
}

/** How far two texts are the same; by halves, as whole strings are compared many times faster than their characters. */
const longestSame = (most: number, isSame: (low: number, high: number) => boolean): number => {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (isSame(low, middle)) low = middle
    else high = middle - 1
  }
  return low
}
