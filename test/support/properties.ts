import { spawnSync } from 'node:child_process'
import fc from 'fast-check'

const ofCommit = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' }).stdout

/** Of random cases: `SEED`, else the commit's date, so that a run of a commit can be had again; 1 without git. */
export const seed = Number(process.env.SEED ?? ofCommit) % 2 ** 31 || 1

fc.configureGlobal({ seed })

/** fast-check, its properties with the seed above. */
export { fc }
