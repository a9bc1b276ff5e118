import { resolve } from 'node:path'
import { messageToInstance, type OpenRequest } from './open-requests'

/**
 * Reads what the app was started to open. Arguments that start with `-` are switches of Chromium or the app; everything
 * after `--` is a path. `unpackaged` skips the app's own folder, which is Electron's first argument in development.
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
 * Bytes that one instance can send to another on Linux and macOS, with a margin: Chromium's message is limited to 32 KB
 * for the folder, the arguments and the data, and a longer one crashes the running instance.
 */
const maxBytes = 28_000

/**
 * The arguments without the first paths, as many as necessary to fit the limit; null if all fit, which is the usual
 * case, or if nothing can be left out.
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
