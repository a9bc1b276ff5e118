import { AppError } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'
import { check } from './check'
import { type CommandName, type ExitCode, type Terminal, UsageError } from './command-line'
import { exportPosts } from './export'
import { get } from './get'
import { images } from './images'
import { importImage } from './import-image'
import { list } from './list'
import { set } from './set'

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>

const commands: Readonly<Record<CommandName, Command>> = {
  get,
  set,
  list,
  check,
  images,
  'import-image': importImage,
  export: exportPosts,
}

const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf('--')
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h')
}

/** Runs one command. Never throws for errors a user can cause; the exit code tells the outcome. */
export const runCli = async (
  args: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<ExitCode> => {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help' || asksForHelp(rest)) {
    terminal.out(t('cli.help'))
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    terminal.out(version)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name as CommandName] : undefined
  try {
    if (!command) throw new UsageError(t('cli.noCommand', { name }))
    return await command(rest, terminal)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof AppError)) throw error
    terminal.err(error.message)
    return error instanceof UsageError ? 2 : 1
  }
}
