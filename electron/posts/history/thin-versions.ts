/** A version in the list of a post. */
export interface DatedVersion {
  readonly revision: string
  readonly savedMs: number
  readonly size: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Up to each age, one version per step. */
const steps: readonly (readonly [age: number, step: number])[] = [
  [10 * minute, 0],
  [hour, minute],
  [day, 10 * minute],
  [30 * day, 6 * hour],
  [365 * day, 7 * day],
  [Number.POSITIVE_INFINITY, 30 * day],
]

/**
 * The versions to keep, in their order: all of the last minutes, fewer of older times. The first and the newest always
 * stay, and so do versions from the future, which a clock that was set back leaves.
 */
export const thinVersions = <V extends DatedVersion>(versions: readonly V[], now: number): V[] => {
  const kept: V[] = []
  let lastSlot = ''
  versions.forEach((version, index) => {
    const age = now - version.savedMs
    const step = steps.find(([most]) => age <= most)?.[1] ?? 0
    const slot = step === 0 ? `${index}` : `${step}:${Math.floor(version.savedMs / step)}`
    const replaces = slot === lastSlot && kept.length > 1 // the last version of a slot is the most complete
    if (replaces) kept.pop()
    kept.push(version)
    lastSlot = kept.length > 1 ? slot : ''
  })
  return kept
}
