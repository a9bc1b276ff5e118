import type { ChangeSet } from '@codemirror/state'
import type { TextChange } from '../../../shared/text/text-change'

/** The changes of a transaction in the app's form; offsets are in the old text. */
export const textChangesOf = (changes: ChangeSet): TextChange[] => {
  const list: TextChange[] = []
  changes.iterChanges(
    (from, to, _fromAfter, _toAfter, inserted) => list.push({ from, to, insert: inserted.toString() }),
    true, // adjacent changes stay separate: each keeps the line breaks it touched
  )
  return list
}

/** The same change without its unchanged start and end. */
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

/** The length of the common start of two texts; by bisection, since comparing strings is much faster than characters. */
const longestSame = (most: number, isSame: (low: number, high: number) => boolean): number => {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (isSame(low, middle)) low = middle
    else high = middle - 1
  }
  return low
}
