import { resolve } from 'node:path'
import type { OpenRequest } from './open-requests'

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
