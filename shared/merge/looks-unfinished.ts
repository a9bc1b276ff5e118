/** A file that lost more than this fraction of its text may be half written. */
const muchLost = 0.25

/**
 * Whether a file looks as if another program is still writing it, compared with its text before: it is empty,
 * ends in the middle of a line, lost much of its text, or lost its end. All that may be intended, so use this
 * to ask, not to refuse.
 */
export const looksUnfinished = (before: string, now: string): boolean => {
  if (before.trim() === '' || before === now) return false
  if (now.trim() === '') return true
  if (before.endsWith('\n') && !now.endsWith('\n')) return true
  if (now.length >= before.length) return false
  const hasLostMuch = before.length - now.length > before.length * muchLost
  return hasLostMuch || hasLostItsEnd(before, now) || endsInLine(before, now)
}

const hasLostItsEnd = (before: string, now: string): boolean => {
  const lines = (text: string): readonly string[] => text.trimEnd().split('\n')
  const [old, left] = [lines(before), lines(now)]
  return left.length < old.length && left.at(-1) !== old.at(-1)
}

/** Whether the file ends inside a line of the text before. No proof if only a last line break is missing. */
const endsInLine = (before: string, now: string): boolean => {
  const lines = now.split('\n')
  const [last, whole] = [lines.at(-1) ?? '', before.split('\n')[lines.length - 1] ?? '']
  return last !== whole.trimEnd() && whole.startsWith(last) && !now.endsWith('\n')
}
