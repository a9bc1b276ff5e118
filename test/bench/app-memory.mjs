import { readFileSync } from 'node:fs'

/**
 * What a process holds for itself and its share of what it has in common with others, where the system tells; else its
 * working set, in which Electron's own code counts once for every process.
 * @param {number} pid @param {number} workingSet in KB
 */
const megabytes = (pid, workingSet) => {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
    return Number(kilobytes ?? workingSet) / 1024
  } catch {
    return workingSet / 1024 // no such file on this system
  }
}

/** Megabytes of the app's processes. @param {import('@playwright/test').ElectronApplication} app */
export const memory = async (app) => {
  const metrics = await app.evaluate(({ app: main }) =>
    main
      .getAppMetrics()
      .map(({ pid, type, name, memory: used }) => ({ pid, type, name, set: used.workingSetSize })),
  )
  const of = (/** @type {(metric: { type: string, name?: string }) => boolean} */ wanted) =>
    metrics.filter(wanted).reduce((sum, { pid, set }) => sum + megabytes(pid, set), 0)
  return {
    main: of(({ type }) => type === 'Browser'),
    library: of(({ name }) => name === 'Postwright library'),
    window: of(({ type }) => type === 'Tab'),
  }
}
