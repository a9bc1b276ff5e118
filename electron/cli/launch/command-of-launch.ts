import { type CommandName, commandNames } from '../command-line'

const ownSwitches: readonly string[] = ['--help', '-h', '--version', '-v']

/**
 * The arguments of the command that the program was started with, or null if it was started to show a window. The
 * first argument decides, after the switches that belong to Chromium; `./list` or `-- list` is a path. `unpackaged`
 * skips the app's own folder, which is Electron's first argument in development.
 */
export const commandOfLaunch = (argv: readonly string[], unpackaged: boolean): readonly string[] | null => {
  let passesOver = unpackaged
  for (const [at, arg] of argv.entries()) {
    if (at === 0) continue
    if (arg === '--') return null
    if (arg.startsWith('-')) {
      if (!passesOver && ownSwitches.includes(arg)) return argv.slice(at)
    } else if (passesOver) passesOver = false
    else return isCommand(arg) || arg === 'help' ? argv.slice(at) : null
  }
  return null
}

const isCommand = (arg: string): arg is CommandName => commandNames.some((name) => name === arg)
