import { parseArgs } from 'node:util'
import { t } from '../../shared/texts/translate'
import type { ExportPost } from '../export/export-post'
import type { AskPage } from '../library/checks/external/external-links'

/** The commands of `postwright` in a terminal. */
export const commandNames = ['list', 'get', 'set', 'check', 'images', 'import-image', 'export'] as const
export type CommandName = (typeof commandNames)[number]

/** An invalid command line; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The terminal that a command runs in. */
export interface Terminal {
  readonly cwd: string
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** Stops between two posts. */
  readonly signal?: AbortSignal
  /** Requests a linked page of another site; without it the web is asked. */
  readonly askPage?: AskPage
  /** Renders a page in a thread that can be stopped; without it pages are rendered here. */
  readonly makePage?: ExportPost
}

/** 0: success; 1: something was refused, missing or failed; 2: invalid command line. */
export type ExitCode = 0 | 1 | 2

/** The options of a command: whether each takes a value, and its short form if it has one. */
export type KnownOptions = Readonly<
  Record<string, { readonly type: 'boolean' | 'string'; readonly short?: string }>
>

/** The options and other arguments of a command. Nothing after `--` is an option. */
export interface CommandLine {
  readonly switches: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly rest: readonly string[]
}

/** Parses the arguments of a command. Throws a UsageError for an unknown option or one without its value. */
export const readCommandLine = (args: readonly string[], known: KnownOptions): CommandLine => {
  const switches = new Set<string>()
  const values = new Map<string, string>()
  const rest: string[] = []
  const options = known as Record<string, { type: 'boolean' | 'string'; short?: string }>
  // Not strict: our own messages name the options of the command.
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
