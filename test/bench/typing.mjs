import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/*
 * npm run bench -- typing [--docs 10k,100k,1m] [--subjects postwright,cm6,incr] …
 *
 * Real keys in a real Electron, the app beside bare editors and other split-pane editors, in one run. The harness is
 * a folder of its own beside the project; it is copied to the cache, because it installs packages.
 */

const root = resolve(import.meta.dirname, '../..')
const harness = resolve(root, '../shared/bench')
const copy = join(root, '.cache/bench')

if (!existsSync(join(harness, 'run.mjs'))) {
  console.log('The typing bench needs its harness in ../shared/bench, beside the project. It is not there.')
  process.exit(0)
}

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

const args = process.argv.slice(2)
const has = (name) => args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`))
run('node', [
  'run.mjs',
  '--adapter',
  join(root, 'test/bench/typing-adapter.mjs'),
  ...(has('subjects') ? [] : ['--subjects', 'postwright,cm6,incr,naive,toast,cherry,bytemd']),
  ...(has('docs') ? [] : ['--docs', '10k,100k,1m,5m']),
  ...(has('json') ? [] : ['--json', join(copy, 'results/postwright.json')]),
  ...args,
])
