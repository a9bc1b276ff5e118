import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { printGoals } from './typing-goals.mjs'

/*
 * npm run bench -- typing [--layout live] [--rounds 8] [--docs 10k,100k,1m] [--subjects postwright,cm6,incr] …
 *
 * Real keys in a real Electron, the app beside bare editors and other split-pane editors, in one run. The 95th
 * percentile of 60 keys is the third slowest of them, so one run says little: with rounds the goals are looked at in
 * all of them. The harness is a folder of its own beside the project; it is copied to the cache, because it installs
 * packages.
 */

const root = resolve(import.meta.dirname, '../..')
const harness = resolve(root, '../shared/bench')
const copy = join(root, '.cache/bench')

if (!existsSync(join(harness, 'run.mjs'))) {
  console.log('The typing bench needs its harness in ../shared/bench, beside the project. It is not there.')
  process.exit(0)
}

// The app has just been built: wait until the machine is idle before the first window is measured.
const restMs = 10_000

/** @param {string} command @param {readonly string[]} args */
const run = (command, args) => {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '' }
  delete env.ELECTRON_RUN_AS_NODE
  const { status } = spawnSync(command, args, { cwd: copy, stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(join(copy, 'node_modules/.package-lock.json'))) {
  console.log('Copying the harness to .cache/bench and installing the editors to compare with…')
  mkdirSync(copy, { recursive: true })
  cpSync(harness, copy, { recursive: true })
  run('npm', ['install', '--legacy-peer-deps', '--no-audit', '--no-fund'])
  run('node', ['node_modules/esbuild/install.js'])
}

const options = process.argv.slice(2)
const option = (/** @type {string} */ name) => options.indexOf(`--${name}`)
const roundsAt = option('rounds')
const rounds = roundsAt < 0 ? 1 : Number(options[roundsAt + 1])
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number')
const layoutAt = option('layout')
const layout = layoutAt < 0 ? 'split' : (options[layoutAt + 1] ?? '')
if (!['write', 'live', 'split'].includes(layout)) throw new Error('--layout takes write, live or split')
process.env.BENCH_LAYOUT = layout
// Without a page beside it, the text is only comparable to the bare editor.
const subjects = layout === 'split' ? 'postwright,cm6,incr,naive,toast,cherry,bytemd' : 'postwright,cm6'
const own = [roundsAt, layoutAt].filter((at) => at >= 0).flatMap((at) => [at, at + 1])
const args = options.filter((_, at) => !own.includes(at))
const results = Array.from({ length: rounds }, (_, round) =>
  join(copy, 'results', rounds === 1 ? 'postwright.json' : `postwright-${round + 1}.json`),
)
mkdirSync(join(copy, 'results'), { recursive: true })
await sleep(restMs)
for (const [round, file] of results.entries()) {
  run('node', [
    'run.mjs',
    '--adapter',
    join(root, 'test/bench/typing-adapter.mjs'),
    ...(option('subjects') < 0 ? ['--subjects', subjects] : []),
    ...(option('docs') < 0 ? ['--docs', '10k,100k,1m,5m'] : []),
    ...(rounds > 1 || option('json') < 0 ? ['--json', file] : []),
    ...(round % 2 === 1 ? ['--reverse'] : []), // the first subject finds the machine in another state
    ...args,
  ])
}
if (rounds > 1) printGoals(results)
