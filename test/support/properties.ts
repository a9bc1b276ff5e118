import { spawnSync } from 'node:child_process'
import fc from 'fast-check'

const ofCommit = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' }).stdout

/** The seed of random cases: `SEED`, otherwise the commit's date, so that runs repeat; 1 without git. */
export const seed = Number(process.env.SEED ?? ofCommit) % 2 ** 31 || 1

fc.configureGlobal({ seed })

/** fast-check, configured with the seed above. */
export { fc }
