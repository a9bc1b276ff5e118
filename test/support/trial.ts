import { appendFileSync } from 'node:fs'

/** What the fault tests try; the table that `npm run test:faults` ends with has a line for each. */
export type Trial =
  | 'Kills while typing'
  | 'Kills while saving'
  | 'Kills between two steps of an operation'
  | 'Kills while a save waits for the disk'
  | 'Failing system calls'
  | 'Disks that are full, closed, away or read-only'
  | 'Files that appear at a name that is about to be taken'
  | 'Payloads in the preview'
  | 'Payloads in list, card, search, quick open, title and history'
  | 'Exported pages opened with scripts on'
  | 'Hostile calls'
  | 'Hostile posts opened and exported'
  | 'Files of a site that are none'
  | 'Patterns on long texts'
  | 'Pages of repeated signs'

/**
 * Notes for the table that so many of a kind were tried, and how many of them survived: a test notes what it tries
 * before, and what survived after it looked. Does nothing where no table is made.
 */
export const noteTrial = (
  what: Trial,
  note: { readonly tried?: number; readonly survived?: number },
): void => {
  const file = process.env.POSTWRIGHT_TRIAL
  if (file) appendFileSync(file, `${JSON.stringify({ what, ...note })}\n`)
}

/** Tries something once for the table: it survived where this does not throw. */
export const tryOne = async <T>(what: Trial, run: () => T | Promise<T>): Promise<T> => {
  noteTrial(what, { tried: 1 })
  const result = await run()
  noteTrial(what, { survived: 1 })
  return result
}
