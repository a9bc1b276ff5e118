import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetupError, say } from '../setup/say.mjs'
import { hasNoDisplay } from '../setup/system-libraries.mjs'

/**
 * The environment a program needs to open windows; several displays are in POSTWRIGHT_DISPLAYS, separated by spaces.
 * @typedef {{ DISPLAY?: string, XAUTHORITY?: string, POSTWRIGHT_DISPLAYS?: string }} DisplayEnv
 */

/**
 * Does the work where windows can open: on the display there is, else on a virtual one that lives as long as
 * the work. The server picks a free number itself and lets in only who knows the cookie. Windows that must not take the
 * focus and the clipboard from each other need a display each.
 * @param {(env: DisplayEnv) => Promise<number>} work
 * @param {number} count
 */
export const withDisplay = async (work, count = 1) => {
  if (!hasNoDisplay()) return work({})
  const folder = mkdtempSync(join(tmpdir(), 'postwright-display-'))
  const XAUTHORITY = join(folder, 'Xauthority')
  writeFileSync(XAUTHORITY, authorityEntry(randomBytes(16)), { mode: 0o600 })
  // A process group of its own: Ctrl+C must reach the window first and the display after it.
  const servers = Array.from({ length: count }, () =>
    spawn('Xvfb', [...serverArgs, '-auth', XAUTHORITY], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    }),
  )
  const stop = () => {
    for (const server of servers) server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', stop)
  try {
    const displays = (await Promise.all(servers.map(displayNumber))).map((number) => `:${number}.1`)
    const DISPLAY = displays[0] ?? ''
    say(`This machine has no display: the window opens on a virtual one, Xvfb ${DISPLAY}, which nobody sees.`)
    return await work({ DISPLAY, XAUTHORITY, POSTWRIGHT_DISPLAYS: displays.join(' ') })
  } finally {
    process.off('exit', stop)
    stop()
  }
}

// The pointer stands in the middle of the first screen and windows open on the second: else it hovers over one, and
// each window that comes or goes there moves it, which ends a drag that a test is about.
const screens = ['-screen', '0', '64x64x24', '-screen', '1', '1600x1000x24']
const serverArgs = ['-displayfd', '3', ...screens, '-nolisten', 'tcp']

/** One record of an Xauthority file that is good for every host and display: family 65535, no address, no number.
 * @param {Buffer} cookie
 */
export const authorityEntry = (cookie) => {
  const name = Buffer.from('MIT-MAGIC-COOKIE-1')
  const head = Buffer.from([0xff, 0xff, 0, 0, 0, 0, 0, name.length])
  return Buffer.concat([head, name, Buffer.from([0, cookie.length]), cookie])
}

/** @param {import('node:child_process').ChildProcess} server @returns {Promise<string>} */
const displayNumber = (server) =>
  new Promise((resolve, reject) => {
    let text = ''
    const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3])
    pipe.setEncoding('utf8').on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.trim())
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new SetupError(`Xvfb ended with ${code} before it was ready.`)))
  })
