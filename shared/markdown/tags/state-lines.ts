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

interface Run {
  readonly first: number
  readonly last: number
  /** The container whose lines these are: in another one, other lines may be blank. */
  readonly within: string
}

/** The run that was last asked for: each line of a paragraph asks, and the answer is the same for all of them. */
const lastRun = new WeakMap<StateBlock, Run>()

const runAt = (state: StateBlock, line: number, endLine: number): Run => {
  const within = `${state.level} ${state.blkIndent} ${state.lineMax} ${endLine}`
  const known = lastRun.get(state)
  if (known?.within === within && line >= known.first && line <= known.last) return known
  let last = line
  while (last + 1 < endLine && !state.isEmpty(last + 1)) last++
  const run = { first: line, last, within }
  lastRun.set(state, run)
  return run
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
): number => Math.min(lineEnd(state, runAt(state, line, endLine).last), itemAt(state.bMarks, line) + most)
