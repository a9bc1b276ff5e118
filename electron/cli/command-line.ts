import { parseArgs } from 'node:util'
import { t } from '../../shared/texts/translate'
import type { ExportPost } from '../export/export-post'

/** What `postwright` can be told to do in a terminal. */
export const commandNames = ['list', 'get', 'set', 'check', 'images', 'import-image', 'export'] as const
export type CommandName = (typeof commandNames)[number]

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
  /** Makes the page of a post in a place that can be stopped; without it pages are made here. */
  readonly makePage?: ExportPost
}

/** All done; something was refused, missing or failed; the command was not understood. */
export type ExitCode = 0 | 1 | 2

/** The options of a command, each with whether it takes a value, and its letter where it has one. */
export type KnownOptions = Readonly<
  Record<string, { readonly type: 'boolean' | 'string'; readonly short?: string }>
>

/** The options and the other arguments of a command. What follows `--` is no option. */
export interface CommandLine {
  readonly switches: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly rest: readonly string[]
}

/** Reads the arguments of a command; an option that it does not know, or one without its value, is a UsageError. */
export const readCommandLine = (args: readonly string[], known: KnownOptions): CommandLine => {
  const switches = new Set<string>()
  const values = new Map<string, string>()
  const rest: string[] = []
  const options = known as Record<string, { type: 'boolean' | 'string'; short?: string }>
  // Not strict: the messages of ours name the command's own options.
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined
    if (!option) throw new UsageError(t('cli.noOption', { option: token.rawName, known: namesOf(known) }))
    if (option.type === 'boolean' && token.value !== undefined)
      throw new UsageError(t('cli.noValue', { option: token.rawName }))
    if (option.type === 'boolean') switches.add(token.name)
    else if (token.value === undefined || (!token.inlineValue && /^--?\w/.test(token.value)))
      throw new UsageError(t('cli.valueMissing', { option: token.rawName }))
    else values.set(token.name, token.value)
  }
  return { switches, values, rest }
}

const namesOf = (known: KnownOptions): string =>
  t('cli.knownOptions', { names: Object.keys(known).join(', --') })
