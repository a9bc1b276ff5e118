import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../run/child.mjs'
import { inProject, readJson, root, writeJson } from './files.mjs'
import { SetupError, say } from './say.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

const stampFile = inProject('.cache/packages.json')

/**
 * Why the installed packages differ from the lock file, or null if they do not. `installed` is npm's list in
 * node_modules, which correctly lacks packages of other platforms.
 * @param {Lock} locked
 * @param {Lock | null} installed
 */
export const differenceFromLock = (locked, installed) => {
  if (!installed?.packages) return 'node_modules is missing or its installation never ended'
  for (const [path, wanted] of Object.entries(locked.packages)) {
    if (path === '') continue
    const found = installed.packages[path]
    if (!found) {
      if (!wanted.optional) return `${path} is not installed`
    } else if (found.version !== wanted.version || found.integrity !== wanted.integrity) {
      return `${path} is ${found.version}, the lock file says ${wanted.version}`
    }
  }
  const stranger = Object.keys(installed.packages).find((path) => !(path in locked.packages))
  return stranger ? `${stranger} is not in the lock file` : null
}

/** How many files and folders the packages hold; what tools and downloads add later does not count.
 * @param {string} folder
 */
export const countEntries = (folder) => {
  let count = 0
  /** @param {string} at @param {(name: string) => boolean} counts */
  const visit = (at, counts) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (!counts(entry.name)) continue
      count += 1
      if (entry.isDirectory()) visit(join(at, entry.name), entry.name === 'electron' ? notDownloaded : all)
    }
  }
  const all = () => true
  /** @param {string} name */
  const notDownloaded = (name) => name !== 'dist' && name !== 'path.txt'
  visit(folder, (name) => !name.startsWith('.') || name === '.bin')
  return count
}

/** Why npm must install, or null if everything is there. */
const reasonToInstall = () => {
  const locked = readJson(inProject('package-lock.json'))
  if (!locked)
    throw new SetupError('package-lock.json is missing or broken. Restore it: git checkout package-lock.json')
  const listFile = inProject('node_modules/.package-lock.json')
  const installed = readJson(listFile)
  const difference = differenceFromLock(locked, installed)
  if (difference) return difference
  const gone = Object.keys(installed.packages).find((path) => !existsSync(inProject(path, 'package.json')))
  if (gone) return `${gone} is damaged`
  const list = createHash('sha256').update(readFileSync(listFile)).digest('hex')
  const entries = countEntries(inProject('node_modules'))
  const stamp = readJson(stampFile)
  if (stamp?.list === list && entries < stamp.entries) {
    return `files are gone from node_modules (${stamp.entries - entries})`
  }
  if (stamp?.list !== list || stamp.entries !== entries) writeJson(stampFile, { list, entries })
  return null
}

/** Installs the packages of the lock file when they are missing, older than it, or damaged. */
export const ensurePackages = async () => {
  const reason = reasonToInstall()
  if (!reason) return
  say(`Installing packages, because ${reason} (npm ci, about a minute)`)
  rmSync(stampFile, { force: true }) // the new installation is counted again
  // Engine warnings are about tools that run in Electron's own Node, not in the Node that started npm.
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
  })
  if (code !== 0) {
    throw new SetupError(
      `npm ci failed (${code}); see above. Check the network, then run the same command again.`,
    )
  }
  const still = reasonToInstall()
  if (still)
    throw new SetupError(`npm ci ended well, yet ${still}. Delete node_modules and run the command again.`)
}
