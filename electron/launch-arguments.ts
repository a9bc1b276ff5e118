import { resolve } from 'node:path'

/** What the command line asked for. */
export interface LaunchArguments {
  /** Absolute path of a folder or a post to open. */
  readonly path: string | null
  /** Open a copy of the sample blog. */
  readonly sample: boolean
}

/**
 * Reads the arguments of this or another instance. `skip` is the number of leading arguments that are not
 * ours: the executable, and in development the folder of the app. Chromium's own switches are passed over.
 */
export const readLaunchArguments = (argv: readonly string[], skip: number, cwd: string): LaunchArguments => {
  const own = argv.slice(skip)
  const end = own.indexOf('--')
  const named = [...own.slice(0, end < 0 ? undefined : end).filter((arg) => !arg.startsWith('-'))]
  if (end >= 0) named.push(...own.slice(end + 1))
  const first = named[0]
  return {
    path: first === undefined || first === '' ? null : resolve(cwd, first),
    sample: own.includes('--sample'),
  }
}
