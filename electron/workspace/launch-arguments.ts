import { resolve } from 'node:path'
import { messageToInstance, type OpenRequest } from './open-requests'

/**
 * Reads what the app was started to open. Everything that begins with `-` belongs to Chromium or is a
 * switch of ours; what follows `--` is a path whatever it begins with. `unpackaged` drops the app's own
 * folder, which Electron takes as its first argument in development.
 */
export const readLaunchArguments = (
  argv: readonly string[],
  unpackaged: boolean,
  cwd: string,
): readonly OpenRequest[] => {
  const own = argv.slice(1)
  const end = own.indexOf('--')
  const switches = end < 0 ? own : own.slice(0, end)
  const named = switches.filter((arg) => !arg.startsWith('-')).slice(unpackaged ? 1 : 0)
  const paths = [...named, ...(end < 0 ? [] : own.slice(end + 1))].filter((arg) => arg !== '')
  if (paths.length > 0) return paths.map((path) => ({ kind: 'path', path: resolve(cwd, path) }))
  return switches.includes('--sample') ? [{ kind: 'sample' }] : []
}

/**
 * Bytes that one instance can send to another on Linux and macOS, with room to spare: Chromium's message holds 32 KB,
 * with the folder, the arguments and what is asked for, and a longer one ends the instance that runs.
 */
const maxBytes = 28_000

/**
 * The arguments without as many of the first paths as it takes to hand the rest over; null where all of them fit, as
 * nearly always, or where nothing can be left out.
 */
export const fittingArguments = (
  argv: readonly string[],
  unpackaged: boolean,
  cwd: string,
): string[] | null => {
  const [program = '', ...all] = argv
  const sizeOf = (own: readonly string[]): number => {
    const { requests } = messageToInstance(readLaunchArguments([program, ...own], unpackaged, cwd))
    return Buffer.byteLength([cwd, program, ...own, requests].join(' '))
  }
  let own = all
  while (sizeOf(own) > maxBytes) {
    const paths = own.flatMap((arg, at) => (arg.startsWith('-') ? [] : [at])).slice(unpackaged ? 1 : 0)
    if (paths.length < 2) return null
    const dropped = new Set(paths.slice(0, Math.ceil(paths.length / 2)))
    own = own.filter((_, at) => !dropped.has(at))
  }
  return own === all ? null : own
}
