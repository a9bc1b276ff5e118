import { resolve } from 'node:path'

/** What the command line asked for; handed over as it is to an instance that runs already. */
export interface LaunchArguments {
  /** Absolute path of a folder or a post to open. */
  readonly path: string | null
  /** Open a copy of the sample blog. */
  readonly sample: boolean
}

/**
 * Reads the arguments the app was started with. Everything that begins with `-` belongs to Chromium or is a
 * switch of ours; what follows `--` is a path whatever it begins with. `unpackaged` drops the app's own
 * folder, which Electron takes as its first argument in development.
 */
export const readLaunchArguments = (
  argv: readonly string[],
  unpackaged: boolean,
  cwd: string,
): LaunchArguments => {
  const own = argv.slice(1)
  const end = own.indexOf('--')
  const switches = end < 0 ? own : own.slice(0, end)
  const named = switches.filter((arg) => !arg.startsWith('-')).slice(unpackaged ? 1 : 0)
  const path = [...named, ...(end < 0 ? [] : own.slice(end + 1))].find((arg) => arg !== '')
  return { path: path === undefined ? null : resolve(cwd, path), sample: switches.includes('--sample') }
}
