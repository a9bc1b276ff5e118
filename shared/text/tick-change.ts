import type { TextChange } from './text-change'

/** The change of one character that ticks or unticks the task on a line; null if there is no box. */
export const tickChange = (lineText: string, lineFrom: number): TextChange | null => {
  const found = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)+\[([ xX\u00a0])\]/.exec(lineText)
  if (!found) return null
  const at = lineFrom + found[0].length - 2
  return { from: at, to: at + 1, insert: found[1] === 'x' || found[1] === 'X' ? ' ' : 'x' }
}
