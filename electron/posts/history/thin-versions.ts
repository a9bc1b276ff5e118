/** A version as the history's list has it. */
export interface DatedVersion {
  readonly revision: string
  readonly savedMs: number
  readonly size: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Up to this age, one version for each step of time. */
const steps: readonly (readonly [age: number, step: number])[] = [
  [10 * minute, 0],
  [hour, minute],
  [day, 10 * minute],
  [30 * day, 6 * hour],
  [365 * day, 7 * day],
  [Number.POSITIVE_INFINITY, 30 * day],
]

/**
 * The versions to keep, in the order they came: all of the last minutes, ever fewer further back. The first and the
 * newest always stay, and so does one from the future, as a clock that was set back leaves it.
 */
export const thinVersions = <V extends DatedVersion>(versions: readonly V[], now: number): V[] => {
  const kept: V[] = []
  let lastSlot = ''
  versions.forEach((version, index) => {
    const age = now - version.savedMs
    const step = steps.find(([most]) => age <= most)?.[1] ?? 0
    const slot = step === 0 ? `${index}` : `${step}:${Math.floor(version.savedMs / step)}`
    const replaces = slot === lastSlot && kept.length > 1 // of one slot the last version says most
    if (replaces) kept.pop()
    kept.push(version)
    lastSlot = kept.length > 1 ? slot : ''
  })
  return kept
}
