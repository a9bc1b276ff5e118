import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runCli } from '../../electron/cli/run-cli'
import { detectSite, type Site } from '../../electron/site/detect-site'
import { withTempFolder } from './temp-folder'

// Small inputs that once failed, in a folder beside the project; their tests run only if it exists.
const folder = resolve(import.meta.dirname, '../../../shared/cases')
export const hasCases = existsSync(folder)

/** The names of the cases of a kind; empty if there are none. */
export const namesOf = (kind: string): readonly string[] =>
  existsSync(join(folder, kind)) ? readdirSync(join(folder, kind)).sort() : []

/** Makes copies of cases in a new folder for each test. */
export const casesInFolder = () => {
  const temp = withTempFolder()
  /** Makes a writable copy; a site becomes a repository, like the original. */
  const copy = (name: string): string => {
    const copied = join(temp(), 'case')
    cpSync(join(folder, name), copied, { recursive: true })
    for (const path of readdirSync(copied, { recursive: true, encoding: 'utf8' }))
      chmodSync(join(copied, path), 0o755)
    if (name.startsWith('sites/')) mkdirSync(join(copied, '.git'))
    return copied
  }
  return {
    temp,
    copy,
    site: (name: string): Promise<Site> => detectSite(copy(`sites/${name}`)),
    text: (name: string) => readFileSync(join(folder, name), 'utf8'),
  }
}

/** Runs the command line in a folder. */
export const cliIn = async (cwd: string, ...args: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const terminal = {
    cwd,
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  }
  return { code: await runCli(args, terminal, '1'), out: out.join('\n'), err: err.join('\n') }
}
