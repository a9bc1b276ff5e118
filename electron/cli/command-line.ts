/** Something the person at the terminal has to write in another way; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What a command writes to and where it runs. */
export interface Terminal {
  readonly cwd: string
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** Stops between two posts. */
  readonly signal?: AbortSignal
}

/** All done; something was refused, missing or failed; the command was not understood. */
export type ExitCode = 0 | 1 | 2

/** The switches and the other arguments of a command. What follows `--` is no switch. */
export interface CommandLine {
  readonly switches: ReadonlySet<string>
  readonly rest: readonly string[]
}

/** Takes the switches out of the arguments; one that the command does not know is a UsageError. */
export const readCommandLine = (args: readonly string[], known: readonly string[]): CommandLine => {
  const end = args.indexOf('--')
  const before = end < 0 ? args : args.slice(0, end)
  const switches = before.filter((arg) => arg.startsWith('--'))
  const unknown = switches.find((name) => !known.includes(name))
  if (unknown) throw new UsageError(`There is no switch ${unknown}. ${knownSwitches(known)}`)
  const others = before.filter((arg) => !arg.startsWith('--'))
  return { switches: new Set(switches), rest: [...others, ...(end < 0 ? [] : args.slice(end + 1))] }
}

const knownSwitches = (known: readonly string[]): string => `Known here: ${known.join(', ')}.`
