import { pathOf } from '../../shared/front-matter/edit/apply-bulk'
import { emptySchema } from '../../shared/front-matter/schema/site-schema'
import { valueAt } from '../../shared/front-matter/values/flag'
import { t } from '../../shared/texts/translate'
import { type ExitCode, readCommandLine, type Terminal, UsageError } from './command-line'
import { findPosts, splitArguments } from './find-posts'
import { problemOf, readHead } from './read-head'
import { createSiteFinder, rulesOf } from './site-of-post'

/** `postwright get <post>... <field>...`: prints fields as they are written; exit code 1 if one is missing. */
export const get = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const { switches, rest } = readCommandLine(args, { json: { type: 'boolean' } })
  const siteOf = createSiteFinder()
  const named = splitArguments(rest, terminal.cwd)
  const posts = findPosts(named.posts, terminal)
  const fields = named.others
  if (posts.length === 0) throw new UsageError(t('cli.nameToGet'))
  const results: Record<string, unknown>[] = []
  let code: ExitCode = 0
  for (const post of posts) {
    if (terminal.signal?.aborted) return 1
    const rules = rulesOf(await siteOf(post))
    const read = await readHead(post, rules)
    const problem = problemOf(read)
    const data = read.kind === 'read' && read.head.kind === 'parsed' ? read.head.data : {}
    const values =
      fields.length === 0
        ? data
        : Object.fromEntries(
            fields.map((name) => [name, valueAt(data, pathOf(name, data, { ...emptySchema, ...rules }))]),
          )
    const missing = fields.filter((name) => values[name] === undefined)
    if (problem || missing.length > 0) code = 1
    if (problem) terminal.err(`${post.shown}: ${problem}`)
    else for (const name of missing) terminal.err(t('cli.hasNoField', { post: post.shown, name }))
    results.push({ file: post.shown, ...(problem ? { problem } : { fields: values }) })
    if (!switches.has('json'))
      print(terminal, posts.length > 1 ? `${post.shown}: ` : '', values, fields.length !== 1)
  }
  if (switches.has('json')) terminal.out(JSON.stringify(results, null, 2))
  return code
}

const print = (
  terminal: Terminal,
  prefix: string,
  values: Readonly<Record<string, unknown>>,
  named: boolean,
): void => {
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) terminal.out(`${prefix}${named ? `${name}: ` : ''}${asWord(value)}`)
}

const asWord = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
