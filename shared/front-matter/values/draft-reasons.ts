import type { DraftKeys } from './draft-keys'
import { flagOf } from './flag'
import { isSameKey } from './keys'

/** Why a post is a draft, and so what to write to publish it. */
export type DraftReason =
  | { readonly kind: 'flag'; readonly key: string; readonly on: boolean }
  | { readonly kind: 'status'; readonly key: string; readonly published: readonly string[] }

/** The fields that make a post a draft; empty if it is not one. */
export const draftReasons = (
  data: Readonly<Record<string, unknown>>,
  { draftWhenTrue, draftWhenFalse, draftUnlessTrue = [], status }: DraftKeys,
  ignoresCase = false,
): readonly DraftReason[] => {
  const entries = Object.entries(data)
  const written = (key: string) =>
    entries.filter(([other]) => other === key || (ignoresCase && isSameKey(other, key)))
  const flags = (names: readonly string[], said: boolean): readonly DraftReason[] =>
    names
      .flatMap(written)
      .filter(([, value]) => flagOf(value) === said)
      .map(([key]) => ({ kind: 'flag', key, on: !said }))
  const missing = draftUnlessTrue
    .filter((key) => !written(key).some(([, value]) => flagOf(value) === true))
    .map((key): DraftReason => ({ kind: 'flag', key: written(key)[0]?.[0] ?? key, on: true }))
  const found = [...flags(draftWhenTrue, true), ...flags(draftWhenFalse, false), ...missing]
  const own = status && written(status.key)[0]
  if (status && isDraftStatus(own?.[1], status))
    found.push({ kind: 'status', key: own?.[0] ?? status.key, published: status.published })
  return found.filter(({ key }, at) => found.findIndex((other) => other.key === key) === at)
}

const isDraftStatus = (value: unknown, status: NonNullable<DraftKeys['status']>): boolean => {
  if (value === undefined || value === null || value === '') return status.required === true
  if (typeof value !== 'string') return false
  const word = value.trim()
  return status.drafts.includes(status.ignoresCase ? word.toLowerCase() : word)
}
