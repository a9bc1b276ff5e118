import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { run } from '../run/child.mjs'
import { SetupError, say } from './say.mjs'

/** Debian's names; Ubuntu 24.04 has some of them with the suffix `t64`. The others are their dependencies. */
const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libatk-bridge2.0-0', 'libxss1']

/** The libraries that ldd did not find. @param {string} output what ldd printed */
export const missingLibraries = (output) =>
  [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '')

/** The name of a package on this system: with `t64` if the plain one does not exist.
 * @param {string} name
 * @param {string} policies what `apt-cache policy` printed for both names
 */
export const availableName = (name, policies) => {
  /** @param {string} candidate */
  const has = (candidate) => {
    const lines = policies.split('\n')
    const at = lines.indexOf(`${candidate}:`)
    return at >= 0 && /Candidate: (?!\(none\))/.test(lines[at + 2] ?? '')
  }
  return !has(name) && has(`${name}t64`) ? `${name}t64` : name
}

/** Whether there is no display: Linux with neither X nor Wayland. */
export const hasNoDisplay = () =>
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

/** Makes sure that Linux has the libraries of Electron, and a virtual display if there is no real one.
 * @param {string} executable
 * @param {boolean} forTests
 */
export const ensureSystemLibraries = async (executable, forTests) => {
  if (process.platform !== 'linux') return
  const missing = missingFor(executable)
  const needsDisplay = hasNoDisplay() && !isOnPath('Xvfb')
  if (missing.length > 0 || needsDisplay) {
    const reason =
      missing.length > 0
        ? `Electron misses ${missing.join(', ')}`
        : 'there is neither a display nor a virtual one (Xvfb)'
    await installPackages(reason, [
      ...(missing.length > 0 ? libraries : []),
      ...(needsDisplay ? ['xvfb'] : []),
    ])
    const still = [...missingFor(executable), ...(hasNoDisplay() && !isOnPath('Xvfb') ? ['Xvfb'] : [])]
    if (still.length > 0) throw new SetupError(`After apt-get ${still.join(', ')} is still missing.`)
  }
  // Personal machines have fonts; on a bare one, screenshots of tests would show boxes.
  if (forTests && isRoot() && hasNoDisplay() && isOnPath('apt-get') && !hasEmojiFont()) {
    await installPackages('there is no emoji font', ['fonts-noto-color-emoji']).catch(sayExpected)
  }
}

/** A machine without the font still tests everything else. @param {unknown} error */
const sayExpected = (error) => {
  if (!(error instanceof SetupError)) throw error
  say(error.message)
}

/** @param {string} executable */
const missingFor = (executable) => {
  const { stdout, error } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  if (error) return [] // no ldd (musl, NixOS): Electron itself tells what it misses
  return missingLibraries(stdout)
}

/** @param {string} reason @param {readonly string[]} names */
const installPackages = async (reason, names) => {
  if (!isOnPath('apt-get')) {
    throw new SetupError(
      `${reason}. Install with your package manager what brings it (Debian names: ${names.join(' ')}).`,
    )
  }
  const prefix = isRoot() ? [] : ['sudo']
  if (!isRoot() && spawnSync('sudo', ['-n', 'true']).status !== 0) {
    const command = `sudo apt-get install -y ${namesHere(names).join(' ')}`
    throw new SetupError(`${reason}. Run this, then the same command again:\n  ${command}`)
  }
  say(`Installing ${names.join(' ')} (apt-get), because ${reason}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  /** @param {readonly string[]} args */
  const apt = (args) =>
    run(prefix[0] ?? 'apt-get', [...(prefix[0] ? ['-E', 'apt-get'] : []), '-qq', ...args], { env })
  await apt(['update']) // a bare machine has no package lists; stale ones are good enough if this fails
  const code = await apt(['install', '-y', '--no-install-recommends', ...namesHere(names)])
  if (code !== 0)
    throw new SetupError(`apt-get failed (${code}); see above. Install by hand: ${names.join(' ')}`)
}

/** @param {readonly string[]} names */
const namesHere = (names) => {
  const both = names.flatMap((name) => [name, `${name}t64`])
  const { stdout } = spawnSync('apt-cache', ['policy', ...both], { encoding: 'utf8' })
  return names.map((name) => availableName(name, stdout ?? ''))
}

const isRoot = () => userInfo().uid === 0

/** @param {string} program */
const isOnPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

const hasEmojiFont = () =>
  existsSync('/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf') ||
  spawnSync('fc-list', [':lang=und-zsye', 'file'], { encoding: 'utf8' }).stdout?.trim().length > 0
