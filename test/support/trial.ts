import { appendFileSync } from 'node:fs'

/** The kinds of fault tests; `npm run test:faults` ends with a table that has a line for each. */
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
  | 'Sites with twisted files'
  | 'Patterns on long texts'
  | 'Pages of repeated signs'

/**
 * Records for the table how many trials were started and how many survived: a test records a trial before it
 * starts, and its survival after checking the result. Does nothing if no table is being made.
 */
export const noteTrial = (
  what: Trial,
  note: { readonly tried?: number; readonly survived?: number },
): void => {
  const file = process.env.POSTWRIGHT_TRIAL
  if (file) appendFileSync(file, `${JSON.stringify({ what, ...note })}\n`)
}

/** Runs one trial for the table, which survives if `run` does not throw. */
export const tryOne = async <T>(what: Trial, run: () => T | Promise<T>): Promise<T> => {
  noteTrial(what, { tried: 1 })
  const result = await run()
  noteTrial(what, { survived: 1 })
  return result
}
