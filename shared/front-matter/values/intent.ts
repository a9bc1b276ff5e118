import { isRecord } from '../../base/is-record'
import { Accepts } from './same-data'
import type { FieldScalar } from './types'

type Step = string | number
type Path = readonly Step[]

/** The intended change of a head's data; everything else must stay the same. */
export type Intent =
  | { readonly kind: 'set'; readonly path: Path; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'rename'; readonly path: Path; readonly to: string }
  | { readonly kind: 'insert'; readonly path: Path; readonly at: number; readonly value: unknown }

type Group = Readonly<Record<string, unknown>>

/** The data a head must have after the edit, given the data before. */
export const expectedData = (intent: Intent, before: unknown): unknown => {
  switch (intent.kind) {
    case 'set':
      return changedAt(before, intent.path, () => intent.value)
    case 'remove':
      return removedAt(before, intent.path)
    case 'rename':
      return changedAt(before, intent.path.slice(0, -1), (group) =>
        withKeys(group, (key) => (key === intent.path.at(-1) ? intent.to : key)),
      )
    case 'insert':
      return changedAt(before, intent.path, (list) =>
        (Array.isArray(list) ? list : list === null || list === undefined ? [] : [list]).toSpliced(
          intent.at,
          0,
          intent.value,
        ),
      )
  }
}

/**
 * The accepted values of a scalar after the edit: itself, or, if it is plain like the value it replaces,
 * whatever that text means. Trailing line breaks of a block scalar belong to its style.
 */
export const acceptsScalar = (value: FieldScalar, plain: boolean, block: boolean): Accepts =>
  new Accepts((is) => {
    if (Object.is(is, value)) return true
    if (typeof value !== 'string') return typeof value === 'number' && is === value // -0 is 0
    if (plain && typeof is !== 'object') return typeof is !== 'string' || is === value
    return block && typeof is === 'string' && is.trimEnd() === value.trimEnd()
  })

const entries = (group: readonly (readonly [string, unknown])[]): Group => Object.fromEntries(group)

const changedAt = (data: unknown, path: Path, change: (value: unknown) => unknown): unknown => {
  const [step, ...rest] = path
  if (step === undefined) return change(data)
  if (typeof step === 'number')
    return Array.isArray(data) ? data.with(step, changedAt(data[step], rest, change)) : data
  const group = isRecord(data) ? data : {}
  const old = Object.hasOwn(group, step) ? group[step] : undefined
  const others = Object.entries(group).filter(([key]) => key !== step)
  return entries([...others, [step, changedAt(old, rest, change)]])
}

const removedAt = (data: unknown, path: Path): unknown =>
  changedAt(data, path.slice(0, -1), (parent) => {
    const last = path.at(-1)
    if (Array.isArray(parent)) return parent.filter((_, at) => at !== last)
    return isRecord(parent) ? entries(Object.entries(parent).filter(([key]) => key !== last)) : parent
  })

const withKeys = (group: unknown, name: (key: string) => string): unknown =>
  isRecord(group) ? entries(Object.entries(group).map(([key, value]) => [name(key), value])) : group
