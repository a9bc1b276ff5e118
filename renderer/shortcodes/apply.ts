import { type Call, readCall } from '../../shared/shortcodes/call'
import { editCall } from '../../shared/shortcodes/edit'
import type { Parameter } from '../../shared/shortcodes/shape'

export type Applied =
  | {
      readonly kind: 'change'
      readonly change: { readonly from: number; readonly to: number; readonly insert: string }
    }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly reason: string }

/** The single change that sets these values in a call; everything else stays as written. */
export const applyValues = (
  text: string,
  call: Call,
  values: readonly (readonly [of: Parameter, value: string])[],
): Applied => {
  const before = text.slice(call.from, call.to)
  let now = before
  // Values are removed from the last position backwards, so that the positions still to come do not shift.
  const ordered = values.toSorted(([one], [other]) => placeOf(other) - placeOf(one))
  const [taken, given] = [
    ordered.filter(([, value]) => value === ''),
    ordered.filter(([, value]) => value !== '').reverse(),
  ]
  for (const [of, value] of [...taken, ...given]) {
    const current = readCall(now, 0)
    const edit = current === null ? null : editCall(now, current, of, value)
    if (edit === null || edit.kind === 'refused') return edit ?? { kind: 'same' }
    if (edit.kind === 'change')
      now = now.slice(0, edit.change.from) + edit.change.insert + now.slice(edit.change.to)
  }
  if (now === before) return { kind: 'same' }
  let start = 0
  while (start < now.length && now[start] === before[start]) start += 1
  let end = 0
  while (end < Math.min(now.length, before.length) - start && now.at(-1 - end) === before.at(-1 - end))
    end += 1
  return {
    kind: 'change',
    change: { from: call.from + start, to: call.to - end, insert: now.slice(start, now.length - end) },
  }
}

const placeOf = ({ position }: Parameter): number => position ?? -1
