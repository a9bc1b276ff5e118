import { readFileSync } from 'node:fs'
import { median } from './figures.mjs'

/**
 * @typedef {{ doc: string, subject: string, ok: boolean, load?: { firstPaint: number }, stream?: { lat: { p95: number }, prev: { p50: number } } }} Session
 * @typedef {{ what: string, of: (session: Session) => number | undefined, beside: string, ahead?: boolean }} Goal
 */

/** @type {readonly Goal[]} */
const goals = [
  { what: 'key to the frame of the text, p95', of: ({ stream }) => stream?.lat.p95, beside: 'cm6' },
  { what: 'key to preview, p50', of: ({ stream }) => stream?.prev.p50, beside: 'incr' },
  { what: 'key to preview, p50', of: ({ stream }) => stream?.prev.p50, beside: 'toast', ahead: true },
  { what: 'first block painted', of: ({ load }) => load?.firstPaint, beside: 'incr' },
]

/**
 * Prints how the app stands beside the floors and its quickest peer in all of these result files: the ratio of the
 * medians, and the ratio of each round from the best to the worst.
 *
 * @param {readonly string[]} files
 */
export const printGoals = (files) => {
  /** @type {readonly (readonly Session[])[]} */
  const rounds = files.map((file) => JSON.parse(readFileSync(file, 'utf8')).sessions)
  const docs = [...new Set(rounds.flat().map(({ doc }) => doc))]
  console.log(`\n### beside the floors, ${files.length} rounds`)
  for (const doc of docs)
    for (const { what, of, beside, ahead } of goals) {
      const pairs = rounds.flatMap((sessions) => {
        const value = (/** @type {string} */ id) => {
          const session = sessions.find(({ subject, ...rest }) => subject === id && rest.doc === doc)
          return session?.ok ? of(session) : undefined
        }
        const [ours, theirs] = [value('postwright'), value(beside)]
        return ours && theirs ? [{ ours, theirs }] : []
      })
      if (pairs.length === 0) continue
      const ratio = (/** @type {number} */ ours, /** @type {number} */ theirs) =>
        ahead ? theirs / ours : ours / theirs
      const ours = median(pairs.map((pair) => pair.ours))
      const theirs = median(pairs.map((pair) => pair.theirs))
      const each = pairs.map((pair) => ratio(pair.ours, pair.theirs)).sort((a, b) => a - b)
      const words = `${ours.toFixed(1)} ms, ${beside} ${theirs.toFixed(1)}: ${ratio(ours, theirs).toFixed(2)} times${ahead ? ' ahead' : ''}`
      console.log(`${doc.padEnd(5)} ${what}: ${words} (${each[0]?.toFixed(2)} to ${each.at(-1)?.toFixed(2)})`)
    }
}
