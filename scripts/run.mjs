import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { build, ensureBuilt } from './run/build.mjs'
import { run, wasInterrupted } from './run/child.mjs'
import { passOn } from './run/chromium-messages.mjs'
import { noTests, outcomeOf, sum, summaryLine } from './run/counts.mjs'
import { withDisplay } from './run/display.mjs'
import { makeInstallers, packFolder } from './run/packaging.mjs'
import { bench, endToEndTests, faultTests, lint, typeCheck, unitTests } from './run/test-stages.mjs'
import { inProject, root } from './setup/files.mjs'
import { SetupError, say } from './setup/say.mjs'
import { setUp, stopWith } from './setup.mjs'

/**
 * @typedef {import('./setup/electron.mjs').Electron} Electron
 * @typedef {import('./run/counts.mjs').Counts} Counts
 * @typedef {(electron: Electron, args: readonly string[]) => Promise<number>} Command answers the exit code
 */

/** @param {string} path as typed, relative to the current folder */
const asTyped = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path)

const rootSwitches = () => {
  if (process.platform !== 'linux' || userInfo().uid !== 0) return []
  say('Running as root: Chromium starts with --no-sandbox. Use your own account for real work.')
  return ['--no-sandbox']
}

/** What the app should open: the argument, otherwise the sample blog. @param {readonly string[]} args */
const whatToOpen = (args) => {
  if (args.length === 0) return ['--sample']
  const switches = args.filter((arg) => arg.startsWith('-'))
  const paths = args.filter((arg) => !arg.startsWith('-')).map(asTyped)
  const missing = paths.find((path) => !existsSync(path))
  if (missing)
    throw new SetupError(
      `${missing} does not exist. Name a posts folder or a post: npm start -- folder-or-post`,
    )
  return [...switches, ...paths]
}

/** @type {Command} */
const start = async (electron, args) => {
  const opened = whatToOpen(args)
  await ensureBuilt()
  const all = [...rootSwitches(), root, ...opened]
  return withDisplay((display) => {
    say('Opening the window. Close it, or press Ctrl+C here, to end Postwright.')
    const env = { ...process.env, ...display }
    return run(electron.executable, all, { cwd: root, env, stdio: ['inherit', 'inherit', 'pipe'] }, hideNoise)
  })
}

/** @param {import('node:child_process').ChildProcess} child */
const hideNoise = ({ stderr }) => {
  if (stderr) passOn(stderr, process.stderr, inProject('.cache/chromium.log'))
}

/** @type {Command} */
const dev = (electron, args) => {
  const noSandbox = rootSwitches().length > 0 ? ['--noSandbox'] : []
  const vite = [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--watch', ...noSandbox]
  return withDisplay((display) =>
    run(process.execPath, [...vite, '--', ...whatToOpen(args)], {
      cwd: root,
      env: { ...process.env, ...display, ELECTRON_EXEC_PATH: electron.executable },
    }),
  )
}

/** The stages of `npm test`, the fastest to fail first. @type {Command} */
const test = async (electron) => {
  /** @type {readonly (readonly [string, () => Promise<Counts>])[]} */
  const stages = [
    ['Type check', () => typeCheck()],
    ['Lint', () => lint()],
    ['Unit tests', () => unitTests(electron, [])],
    ['End-to-end tests', () => endToEndTests(electron, [])],
  ]
  /** @type {Counts[]} */
  const counts = []
  const lines = []
  for (const [name, stage] of stages) {
    if (wasInterrupted()) return 130
    say(`\n== ${name}`)
    const begun = performance.now()
    const result = await stage().catch(countFailure)
    counts.push(result)
    const time = `${Math.round((performance.now() - begun) / 1000)} s`
    lines.push(`${name}: ${outcomeOf(result)} (${time})`)
  }
  if (wasInterrupted()) return 130
  say(`\n${lines.join('\n')}\n${summaryLine(sum(counts))}`)
  return exitCode(sum(counts))
}

/** A stage that could not run counts as failed; the next stages still run.
 * @param {unknown} error
 */
const countFailure = (error) => {
  console.error(error instanceof SetupError ? error.message : error)
  return { ...noTests, failed: 1 }
}

/** @param {Counts} counts */
const exitCode = ({ failed }) => (failed === 0 ? 0 : 1)

/** @type {Readonly<Record<string, Command>>} */
const commands = {
  start,
  dev,
  test,
  build: () => build().then(() => 0),
  typecheck: () => typeCheck().then(exitCode),
  lint: (_electron, args) => lint(args).then(exitCode),
  'test:unit': (electron, args) => unitTests(electron, args).then(exitCode),
  'test:e2e': (electron, args) => endToEndTests(electron, args).then(exitCode),
  'test:faults': faultTests,
  bench,
  'package:dir': (electron) => packFolder(electron).then(() => 0),
  package: makeInstallers,
}

const main = async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const command = commands[name]
  if (!command) throw new SetupError(`Commands: ${Object.keys(commands).join(', ')}`)
  const electron = await setUp({ forTests: name.startsWith('test') })
  return command(electron, args)
}

process.exitCode = await main().catch(stopWith)
