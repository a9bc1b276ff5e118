import { diffArrays } from 'diff'
import { itemAt } from '../base/item-at'
import type { TextChange } from '../text/text-change'

/** Lines `from`..`to` of the old text became lines `newFrom`..`newTo` of the new one. */
export interface Hunk {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

// Texts with more edits have little in common; one large hunk is also correct, and fast.
const maxEdits = 4_000

/** The lines of a text, each with its line break; joined they are the text again. */
export const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** Where two lists of lines differ, in order (Myers' shortest edit script). */
export const hunksBetween = (old: readonly string[], now: readonly string[]): Hunk[] => {
  const start = commonStart(old, now)
  const end = commonEnd(old, now, start)
  const [oldTo, newTo] = [old.length - end, now.length - end]
  if (start === oldTo && start === newTo) return []
  const whole: Hunk = { from: start, to: oldTo, newFrom: start, newTo }
  if (start === oldTo || start === newTo) return [whole]
  const edits = diffArrays(old.slice(start, oldTo), now.slice(start, newTo), { maxEditLength: maxEdits })
  if (!edits) return [whole]
  const hunks: Hunk[] = []
  let [at, newAt] = [start, start]
  let open: Hunk | null = null
  for (const { added, removed, count } of edits) {
    if (!added && !removed) {
      if (open) hunks.push(open)
      open = null
    }
    const [from, newFrom]: [number, number] = open ? [open.from, open.newFrom] : [at, newAt]
    if (!added) at += count
    if (!removed) newAt += count
    if (added || removed) open = { from, to: at, newFrom, newTo: newAt }
  }
  return open ? [...hunks, open] : hunks
}

const commonStart = (a: readonly string[], b: readonly string[]): number => {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a[count] === b[count]) count++
  return count
}

const commonEnd = (a: readonly string[], b: readonly string[], start: number): number => {
  const most = Math.min(a.length, b.length) - start
  let count = 0
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count++
  return count
}

/** The changes, by whole lines, that turn `old` into `now`. */
export const lineChanges = (old: string, now: string): TextChange[] => {
  const [oldLines, newLines] = [linesOf(old), linesOf(now)]
  const changes: TextChange[] = []
  let line = 0
  let offset = 0
  const offsetOf = (target: number): number => {
    for (; line < target; line++) offset += itemAt(oldLines, line).length
    return offset
  }
  for (const { from, to, newFrom, newTo } of hunksBetween(oldLines, newLines))
    changes.push({ from: offsetOf(from), to: offsetOf(to), insert: newLines.slice(newFrom, newTo).join('') })
  return changes
}
