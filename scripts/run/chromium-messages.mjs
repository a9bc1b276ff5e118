import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Harmless messages: Chromium works without D-Bus or a graphics card; sharp warns of its native build in Electron on
 * Linux, which is not the one used there.
 */
const harmless = [
  /:ERROR:dbus\/(?:bus|object_proxy)\.cc:\d+\] Failed to (?:connect to the bus|call method)/,
  /:ERROR:[\w/]*(?:gl|gpu|viz|vaapi)[\w/]*\.cc:\d+\] /,
  /:WARNING:[\w/]*(?:gl|gpu|viz|vaapi)[\w/]*\.cc:\d+\] /,
  /^\(node:\d+\) \[SharpElectronLinux\] Warning: /,
  /^\(Use `\w+ --trace-warnings/,
]

/** @param {string} line */
export const isHarmless = (line) => harmless.some((pattern) => pattern.test(line))

/**
 * Passes on the output of a program by whole lines, except harmless messages of Chromium, which go to a new file.
 * @param {import('node:stream').Readable} from
 * @param {NodeJS.WritableStream} to
 * @param {string} file
 */
export const passOn = (from, to, file) => {
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  let rest = ''
  /** @param {string} line */
  const tell = (line) => (isHarmless(line) ? appendFileSync(file, line) : to.write(line))
  from.setEncoding('utf8')
  from.on('data', (chunk) => {
    const lines = (rest + chunk).split(/(?<=\n)/)
    rest = lines.at(-1)?.endsWith('\n') ? '' : (lines.pop() ?? '')
    for (const line of lines) tell(line)
  })
  from.on('end', () => rest !== '' && tell(rest))
}
