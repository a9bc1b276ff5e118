import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileSizes, fingerprint, hasFiles, inProject, readJson, root, writeJson } from '../setup/files.mjs'
import { ensureSandbox } from '../setup/sandbox.mjs'
import { SetupError, say } from '../setup/say.mjs'
import { ensureBuilt } from './build.mjs'
import { run } from './child.mjs'
import { prepareDeb } from './deb-scripts.mjs'

/** @typedef {import('../setup/electron.mjs').Electron} Electron */

const stampFile = inProject('.cache/packed.json')
const inputs = [
  'out/main',
  'out/preload',
  'out/renderer',
  'out/THIRD-PARTY-NOTICES.txt',
  'assets',
  'electron-builder.yml',
  'scripts/run/after-pack.mjs',
  'package.json',
  'package-lock.json',
]

/** Builds the unpacked app for tests, unless the one in dist/ was built from the same files.
 * @param {Electron} electron
 */
export const ensurePackedFolder = async (electron) => {
  await ensureBuilt()
  /** @type {{ made: string, folder: string, files: Record<string, number> } | null} */
  const stamp = readJson(stampFile)
  const current = stamp?.made === madeOf(electron) && hasFiles(inProject(stamp.folder), stamp.files)
  const folder = current ? stamp.folder : await packFolder(electron)
  ensureSandbox(inProject(folder))
}

/** Builds the unpacked app in dist/ and returns its folder. @param {Electron} electron */
export const packFolder = async (electron) => {
  await ensureBuilt()
  const made = madeOf(electron)
  say('Packing the app into a folder')
  removePackedFolders()
  const code = await electronBuilder(electron, ['--dir'])
  if (code !== 0) throw new SetupError(`electron-builder failed (${code}); see above.`)
  const folder = packedFolder()
  if (!folder) throw new SetupError('electron-builder left no unpacked folder in dist/.')
  if (electron.kind !== 'official') {
    writeFileSync(
      inProject(folder, 'NOT-FOR-RELEASE.txt'),
      `This build holds Electron ${electron.version}, which is not the pinned one from the official release host.\n` +
        'It is for testing on the machine that made it. Do not give it to anybody.\n',
    )
  }
  writeJson(stampFile, { made, folder, files: fileSizes(inProject(folder)) })
  say(`Packed into ${folder}${electron.kind === 'official' ? '' : ' (not for release, see the file inside)'}`)
  return folder
}

/** Builds the installers of this platform, only with the official Electron. @param {Electron} electron */
export const makeInstallers = async (electron) => {
  if (electron.kind !== 'official') {
    throw new SetupError(
      `Installers are made of the official Electron only, and this is ${electron.version} (${electron.kind}).\n` +
        'Run npm run setup -- --retry where the release host can be reached; npm run package:dir works without it.',
    )
  }
  await ensureBuilt()
  const platforms = { darwin: prepareMac, linux: prepareDeb }
  const prepare = platforms[/** @type {'darwin' | 'linux'} */ (process.platform)]
  return electronBuilder(electron, prepare ? await prepare() : [])
}

/**
 * The app for macOS runs on both processors, so the watchers of both come along; npm installs that of this machine.
 * Without a certificate it is signed for this machine only: arm64 starts nothing that is not signed at all. Such a
 * signature names no team, with which the hardened runtime would refuse our own native module.
 */
const prepareMac = async () => {
  const { version } = readJson(inProject('node_modules/@parcel/watcher/package.json'))
  const watchers = ['x64', 'arm64'].map((processor) => `@parcel/watcher-darwin-${processor}@${version}`)
  const npm = ['install', '--no-save', '--ignore-scripts', '--force', ...watchers]
  const code = await run('npm', npm, { cwd: root })
  if (code !== 0) throw new SetupError(`The watchers of both processors could not be installed (${code}).`)
  const hasCertificate = Boolean(process.env.CSC_LINK || process.env.CSC_NAME)
  return hasCertificate ? [] : ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false']
}

/** @param {Electron} electron @param {readonly string[]} args */
const electronBuilder = (electron, args) =>
  run(
    process.execPath,
    [
      inProject('node_modules/electron-builder/cli.js'),
      ...args,
      '--publish=never',
      `-c.electronVersion=${electron.version}`,
      `-c.electronDist=${electron.folder}`,
    ],
    { cwd: root },
  )

/** Everything that goes into the folder, as one text. @param {Electron} electron */
const madeOf = ({ kind, version }) => `${kind} ${version} ${fingerprint(inputs, root)}`

const unpackedNames = /^(linux|win)(-\w+)?-unpacked$|^mac(-\w+)?$/

const unpackedFolders = () =>
  existsSync(inProject('dist'))
    ? readdirSync(inProject('dist')).filter((name) => unpackedNames.test(name))
    : []

const packedFolder = () => unpackedFolders().map((name) => join('dist', name))[0]

const removePackedFolders = () => {
  for (const name of unpackedFolders()) rmSync(inProject('dist', name), { recursive: true, force: true })
}
