import type { StateBlock } from 'markdown-it'
import { itemAt } from '../../base/item-at'

/** Where the text of a line begins, after its indentation. */
export const textStart = ({ bMarks, tShift }: StateBlock, line: number): number =>
  itemAt(bMarks, line) + itemAt(tShift, line)

/** Where a line ends, before its line break. */
export const lineEnd = ({ eMarks }: StateBlock, line: number): number => itemAt(eMarks, line)

/** Whether a line is indented far enough to be code only. */
export const isIndentedCode = ({ sCount, blkIndent }: StateBlock, line: number): boolean =>
  itemAt(sCount, line) - blkIndent >= 4

/** The line that contains `offset`, searched from the line `from` downwards. */
export const lineOfOffset = (state: StateBlock, from: number, offset: number): number => {
  let line = from
  while (lineEnd(state, line) < offset) line++
  return line
}

/**
 * The end of the lines from `line` up to the next blank one, which no inline syntax extends beyond; at most
 * `most` characters from their start.
 */
export const endOfRun = (
  state: StateBlock,
  line: number,
  endLine: number,
  most = Number.POSITIVE_INFINITY,
): number => {
  const last = itemAt(state.bMarks, line) + most
  let next = line
  while (next + 1 < endLine && lineEnd(state, next) < last && !state.isEmpty(next + 1)) next++
  return Math.min(lineEnd(state, next), last)
}
