import type { TextChange } from '../../shared/text-change'
import { dispatchChanges, editorState } from '../document/document-store'
import type { PageBlocks } from './page-blocks'

/** The one character that ticks or unticks the task of a line; null when no box stands there. */
export const tickChange = (lineText: string, lineFrom: number): TextChange | null => {
  const found = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)+\[([ xX\u00a0])\]/.exec(lineText)
  if (!found) return null
  const at = lineFrom + found[0].length - 2
  return { from: at, to: at + 1, insert: found[1] === 'x' || found[1] === 'X' ? ' ' : 'x' }
}

/** Ticks a task in the source of the open post. */
export const tickTask = (blocks: PageBlocks, box: Node, lineInBlock: number): void => {
  const block = blocks.all.find(({ nodes }) => nodes.some((node) => node.contains(box)))
  const state = editorState()
  const number = (block?.line ?? -1) + lineInBlock + 1
  if (!block || !state || number < 1 || number > state.doc.lines) return
  const { text, from } = state.doc.line(number)
  const change = tickChange(text, from)
  if (change) dispatchChanges([change], 'input.task')
}
