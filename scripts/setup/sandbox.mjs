import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { SetupError, say } from './say.mjs'

/** Kernel settings that keep unprivileged programs from creating namespaces, and their blocking values. */
const refusals = /** @type {const} */ ([
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'], // Ubuntu since 23.10
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'], // Debian's older kernels
  ['/proc/sys/user/max_user_namespaces', '0'],
])

/** True when Chromium's sandbox needs its helper that runs as root, because the kernel refuses namespaces.
 * @param {(path: string) => string | null} read content of a file under /proc, null when there is none
 */
export const needsHelper = (read) => refusals.some(([path, value]) => read(path)?.trim() === value)

/** @param {string} path */
const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null)

/** Makes sure that the sandbox of the Electron in this folder can start; asks for root once if that is needed.
 * @param {string} folder
 */
export const ensureSandbox = (folder) => {
  if (process.platform !== 'linux' || userInfo().uid === 0 || !needsHelper(readIfThere)) return
  const helper = join(folder, 'chrome-sandbox')
  const { uid, mode } = statSync(helper)
  if (uid === 0 && (mode & 0o4000) !== 0) return
  const commands = [
    ['chown', 'root:root', helper],
    ['chmod', '4755', helper],
  ]
  if (commands.every((command) => spawnSync('sudo', ['-n', ...command]).status === 0)) {
    say("Made Chromium's sandbox helper run as root, because this system refuses namespaces")
    return
  }
  const command = commands.map(([program, what, path]) => `sudo ${program} ${what} '${path}'`).join(' && ')
  throw new SetupError(
    `This system lets Chromium's sandbox start only through its helper. Run this, then the same command again:\n  ${command}`,
  )
}
