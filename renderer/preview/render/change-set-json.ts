import type { TextChange } from '../../../shared/text/text-change'

/**
 * Reads the output of `ChangeSet.toJSON()`: a number is an unchanged range, an array a deleted range and the inserted
 * lines. So the worker does not need CodeMirror.
 */
export const changesOf = (json: unknown): TextChange[] => {
  if (!Array.isArray(json)) throw new Error('A change set is a list')
  const changes: TextChange[] = []
  let at = 0
  for (const part of json as readonly (number | readonly [number, ...string[]])[]) {
    if (typeof part === 'number') at += part
    else {
      const [length, ...lines] = part
      changes.push({ from: at, to: at + length, insert: lines.join('\n') })
      at += length
    }
  }
  return changes
}
