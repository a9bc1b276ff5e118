import { AppError } from '../../shared/app-error'
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

const help = `postwright reads and changes the front matter of posts, and never another byte of them; and makes pages of them.

  postwright list [folder or post ...]           the posts with date, title, flags and tags
  postwright get  post ... [field ...]           fields of posts; all of them when none is named
  postwright set  post ... field=value ...       sets fields; field+=item and field-=item change lists
  postwright set  post ... --remove field ...    removes fields
  postwright set  post ... --rename old=new ...  renames fields
  postwright export post ... [-o file or folder] one HTML file a post, with its images inside

  postwright check [folder or post ...]          what is wrong in the posts of a site; takes
      --format text|json|sarif|github and --severity hint|warning|error, the least that is told

  postwright images [folder]                     the images of a site: pixels, weight and where they are shown; takes
      --unused --heavy --same --no-alt, or --missing for what posts show and is not there
  postwright import-image post image ...         copies images to where the site keeps those of the post; takes
      --width pixels, --format keep|webp|avif and --keep-metadata

  A post is a markdown file; a folder stands for all posts below it. author.name is the name inside author.
  true, false, null, numbers and [lists] are what they look like; --text takes every value as text.

  --dry-run   shows the lines that would change, and writes nothing
  --json      prints JSON
  --text      takes values as text
  --help, -h  shows this
  --version, -v

  Exit codes: 0 done; 1 some post was refused, lacks the field or could not be written; 2 not understood.`

const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf('--')
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h')
}

/** Runs one command of the terminal. Never throws for what a person can cause; the exit code says how it went. */
export const runCli = async (
  args: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<ExitCode> => {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help' || asksForHelp(rest)) {
    terminal.out(help)
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    terminal.out(version)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name as CommandName] : undefined
  try {
    if (!command) throw new UsageError(`There is no command ${name}. Try postwright --help.`)
    return await command(rest, terminal)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof AppError)) throw error
    terminal.err(error.message)
    return error instanceof UsageError ? 2 : 1
  }
}
