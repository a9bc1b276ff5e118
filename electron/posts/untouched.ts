import type { Stats } from 'node:fs'

/** The steps in which disks count time, with some room: whole seconds, two of them on FAT, or ticks of the system. */
const clockStepMs = (time: number): number => (time % 1000 === 0 ? 3_000 : 50)

/**
 * Whether nothing has touched a file since it was read. The time of the last change of its record cannot be set by
 * programs, as that of its content can; where it is too young, or of another clock, only reading again can tell.
 */
export const isUntouched = (read: Stats, now: Stats | null): boolean => {
  const same = (['dev', 'ino', 'size', 'mtimeMs', 'ctimeMs'] as const).every(
    (key) => now?.[key] === read[key],
  )
  return same && process.platform !== 'win32' && Date.now() - read.ctimeMs > clockStepMs(read.ctimeMs)
}
