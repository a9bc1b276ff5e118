import { existsSync, readFileSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { inProject, readJson, root } from '../setup/files.mjs'
import { SetupError, say } from '../setup/say.mjs'
import { ensureBuilt } from './build.mjs'
import { run } from './child.mjs'
import { countsOfPlaywright, countsOfStage, countsOfVitest, noTests, secondTries } from './counts.mjs'
import { withDisplay } from './display.mjs'
import { ensurePackedFolder } from './packaging.mjs'
import { trialTable } from './trial-table.mjs'

/**
 * @typedef {import('../setup/electron.mjs').Electron} Electron
 * @typedef {import('./counts.mjs').Counts} Counts
 */

const reports = { unit: 'test-results/unit.json', e2e: 'test-results/e2e.json' }
const trial = inProject('.cache/trial.jsonl') // Playwright empties its own folder

/** Type check of every folder, each with the libraries it may know. */
export const typeCheck = async () => {
  const code = await run(process.execPath, [inProject('node_modules/typescript/bin/tsc'), '-b'], {
    cwd: root,
  })
  return passOrFail(code)
}

/**
 * Formatting, lint rules and dependencies between folders; without arguments also unused exports, packages and files.
 * @param {readonly string[]} [args]
 */
export const lint = async (args = []) => {
  const biome = inProject('node_modules/@biomejs/biome/bin/biome')
  const code = await run(process.execPath, [biome, 'check', ...args], { cwd: root })
  if (code !== 0 || args.length > 0) return passOrFail(code)
  const knip = inProject('node_modules/knip/bin/knip.js')
  return passOrFail(await run(process.execPath, [knip, '--no-progress'], { cwd: root }))
}

/** @param {number} code @returns {Counts} */
const passOrFail = (code) => (code === 0 ? noTests : { ...noTests, failed: 1 })

/** Unit tests, in Electron's own Node. @param {Electron} electron @param {readonly string[]} args */
export const unitTests = async (electron, args) => {
  const report = inProject(reports.unit)
  rmSync(report, { force: true })
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
  const code = await runInElectronNode(electron, [...vitest, `--outputFile.json=${report}`, ...args])
  return countsOfStage(code, readJson(report), countsOfVitest)
}

/** End-to-end tests on the built app and on the packaged folder. @param {Electron} electron @param {readonly string[]} args */
export const endToEndTests = async (electron, args) => {
  await ensureBuilt()
  // A named spec other than the packaged one does not need the packaged folder.
  const named = args.filter((arg) => !arg.startsWith('-'))
  const packed = named.length === 0 || named.some((name) => name.includes('packaged'))
  if (packed) await ensurePackedFolder(electron)
  const report = inProject(reports.e2e)
  rmSync(report, { force: true })
  if (userInfo().uid === 0) say('Running as root: Chromium starts with --no-sandbox, in tests only')
  const code = await withDisplay(
    (display) =>
      run(process.execPath, [inProject('node_modules/@playwright/test/cli.js'), 'test', ...args], {
        cwd: root,
        env: { ...process.env, ...display, ELECTRON_OVERRIDE_DIST_PATH: electron.folder },
      }),
    displaysOfTests,
  )
  const told = readJson(report)
  tellSecondTries(told?.suites ?? [])
  return countsOfStage(code, told, countsOfPlaywright)
}

/** As many as playwright.config.ts has workers. */
const displaysOfTests = 4

/** A test that needs two tries hides a bug of the app or the test, so it is named.
 * @param {readonly import('./counts.mjs').Suite[]} suites
 */
const tellSecondTries = (suites) => {
  const names = secondTries(suites)
  if (names.length > 0)
    say(`\nPassed only at the second try, to be looked into:\n${names.map((name) => `  ${name}`).join('\n')}`)
}

/** The end-to-end tests that have a long version. */
const longSpecs = [
  'attacks',
  'crash',
  'hostile-calls',
  'hostile-posts',
  'hostile-text',
  'interrupted',
  'journal',
  'recovery',
  'slow-disk',
]

/**
 * The long version of all or the named fault tests, including those that attack or kill the app; ends with a table of
 * what was tried.
 * @param {Electron} electron @param {readonly string[]} args
 */
export const faultTests = async (electron, args) => {
  process.env.POSTWRIGHT_LONG = '1' // for all child processes
  process.env.POSTWRIGHT_TRIAL = trial
  rmSync(trial, { force: true })
  const specs = args.length === 0 ? longSpecs : longSpecs.filter((spec) => args.includes(spec))
  const others = args.filter((arg) => !specs.includes(arg))
  let isWhole = true
  if (args.length === 0 || others.length > 0) {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout=600000']
    const files = others.length === 0 ? ['test/faults'] : others.map((name) => `test/faults/${name}`)
    isWhole = (await runInElectronNode(electron, [...vitest, ...files])) === 0
  }
  if (specs.length > 0) {
    const { failed } = await endToEndTests(electron, [...specs, '--retries=0', '--workers=1'])
    isWhole &&= failed === 0
  }
  if (existsSync(trial)) say(`\n${trialTable(readFileSync(trial, 'utf8'))}`)
  return isWhole ? 0 : 1
}

/** Runs a benchmark of the README. @param {Electron} electron @param {readonly string[]} args */
export const bench = async (electron, [name = '', ...args]) => {
  const file = ['mjs', 'ts']
    .map((ending) => `test/bench/${name}.${ending}`)
    .find((path) => existsSync(inProject(path)))
  if (!name || !file)
    throw new SetupError('Name a bench: npm run bench -- typing, library, check, save, rename or fidelity')
  await ensureBuilt()
  return withDisplay((display) => runInElectronNode(electron, [file, ...args], display))
}

/** @param {Electron} electron @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
const runInElectronNode = (electron, args, env = {}) =>
  run(electron.executable, args, {
    cwd: root,
    env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_OVERRIDE_DIST_PATH: electron.folder },
  })
