import type { Text } from '@codemirror/state'
import { joinBytes } from '../../../shared/base/join-bytes'
import { type SentText, textToSend } from '../../../shared/text/sent-text'
import type { TextChange } from '../../../shared/text/text-change'
import { nextTask } from '../../base/tasks'
import { trimChange } from '../state/text-changes'

/** UTF-16 code units encoded at once: about 2 ms. */
const partLength = 500_000
const encoder = new TextEncoder()

/** Prepares a text for sending, a long one in parts, so that keys are handled in between. */
export const docToSend = async (doc: Text): Promise<SentText> => {
  if (doc.length <= partLength) return textToSend(doc.toString())
  const parts: Uint8Array[] = []
  for (let from = 0; from < doc.length; ) {
    // Up to the end of a line: splitting a surrogate pair would give wrong bytes.
    const { to } = doc.lineAt(Math.min(doc.length, from + partLength))
    const part = doc.sliceString(from, to)
    if (!part.isWellFormed()) return textToSend(doc.toString())
    parts.push(encoder.encode(part))
    from = to
    await nextTask()
  }
  return joinBytes(parts)
}

/** The single change that turns one text into another, without the common start and end. */
export const changeBetween = (before: Text, after: Text): TextChange => {
  const most = Math.min(before.length, after.length)
  const start = sameLength(before, after, 1, most)
  const end = sameLength(before, after, -1, most - start)
  const to = before.length - end
  const insert = after.sliceString(start, after.length - end)
  return trimChange({ from: start, to, insert }, before.sliceString(start, to))
}

/** The length that two texts have in common from one side, in whole lines, up to `most`. */
const sameLength = (one: Text, other: Text, side: 1 | -1, most: number): number => {
  const [mine, theirs] = [one.iter(side), other.iter(side)]
  for (let length = 0; ; ) {
    mine.next()
    theirs.next()
    if (mine.done || theirs.done || mine.value !== theirs.value || length + mine.value.length > most)
      return length
    length += mine.value.length
  }
}
