import { tickChange } from '../../../shared/text/tick-change'
import { dispatchChanges, editorState } from '../../document/document-store'
import type { PageBlocks } from '../page/blocks'

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
