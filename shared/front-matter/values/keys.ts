import { isRecord } from '../../base/is-record'

/** True if two keys are the same, ignoring case. */
export const isSameKey = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase()

/** A key in the spelling of the group; unchanged if the group does not have it. */
export const spelledIn = (group: unknown, key: string): string =>
  !isRecord(group) || Object.hasOwn(group, key)
    ? key
    : (Object.keys(group).find((other) => isSameKey(other, key)) ?? key)

type Path = readonly (string | number)[]

/** A path in the spelling of the data. */
export const spelledPath = (data: unknown, path: Path): Path => {
  let here = data
  return path.map((step) => {
    const spelled = typeof step === 'string' ? spelledIn(here, step) : step
    here =
      isRecord(here) || Array.isArray(here) ? (here as Record<string | number, unknown>)[spelled] : undefined
    return spelled
  })
}
