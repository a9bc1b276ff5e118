import { isRecord } from '../../base/is-record'

/** True for two spellings of one key, where case does not count. */
export const isSameKey = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase()

/** The key of a group in the spelling it has there; the key itself where it has none. */
export const spelledIn = (group: unknown, key: string): string =>
  !isRecord(group) || Object.hasOwn(group, key)
    ? key
    : (Object.keys(group).find((other) => isSameKey(other, key)) ?? key)

type Path = readonly (string | number)[]

/** A path in the spelling that the data has. */
export const spelledPath = (data: unknown, path: Path): Path => {
  let here = data
  return path.map((step) => {
    const spelled = typeof step === 'string' ? spelledIn(here, step) : step
    here =
      isRecord(here) || Array.isArray(here) ? (here as Record<string | number, unknown>)[spelled] : undefined
    return spelled
  })
}
