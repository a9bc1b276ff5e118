import { AppError } from '../../shared/app-error'
import type { BulkChange } from '../../shared/front-matter/edit/bulk-change'
import { factsOf } from '../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../shared/front-matter/schema/infer'
import type { SiteSchema } from '../../shared/front-matter/schema/site-schema'
import type { LineHunk } from '../../shared/front-matter/values/line-changes'
import { doStep } from '../posts/operations/file-step'
import { planBulkEdit } from '../posts/plans/bulk-edit'
import { changeOf } from './assignments'
import { type ExitCode, readCommandLine, type Terminal, UsageError } from './command-line'
import { findPosts, type NamedPost, splitArguments } from './find-posts'
import { readHead } from './read-head'

interface Outcome {
  readonly file: string
  readonly result: 'changed' | 'would change' | 'same' | 'refused' | 'failed'
  readonly reason?: string
  readonly line?: number
  readonly hunks?: readonly LineHunk[]
}

/**
 * `postwright set <post>... <change>...`: changes fields and nothing else. Exit code 1 where a post was refused or
 * could not be written; the others are written all the same, and a refused one is untouched.
 */
export const set = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const { switches, rest } = readCommandLine(args, ['--json', '--dry-run', '--text', '--remove', '--rename'])
  const named = splitArguments(rest, terminal.cwd)
  const posts = findPosts(named.posts, terminal.cwd)
  const changes = named.others.map((arg) => readChange(arg, switches))
  if (posts.length === 0) throw new UsageError('Name the posts: postwright set posts/*.md isFeatured=true')
  if (changes.length === 0) throw new UsageError('Name a change: postwright set posts/*.md isFeatured=true')
  const schema = await habitsOf(posts)
  const outcomes: Outcome[] = []
  for (const post of posts) {
    if (terminal.signal?.aborted) break
    const outcome = await changePost(post, changes, schema, switches.has('--dry-run'))
    outcomes.push(outcome)
    if (!switches.has('--json')) tell(terminal, outcome)
  }
  if (switches.has('--json')) terminal.out(JSON.stringify(outcomes, null, 2))
  const isWhole = outcomes.length === posts.length
  return isWhole && outcomes.every(({ result }) => result !== 'refused' && result !== 'failed') ? 0 : 1
}

const readChange = (arg: string, switches: ReadonlySet<string>): BulkChange => {
  if (switches.has('--remove')) return { kind: 'remove-field', key: arg }
  if (!switches.has('--rename')) return changeOf(arg, switches.has('--text'))
  const [, key, to] = /^([^=]+)=([^=]+)$/.exec(arg) ?? []
  if (key === undefined || to === undefined)
    throw new UsageError(`“${arg}” is no new name. Write --rename old=new.`)
  return { kind: 'rename-field', key, to }
}

// A new field goes where the named posts have it, in their quoting.
const habitsOf = async (posts: readonly NamedPost[]): Promise<SiteSchema> => {
  const builder = createSchemaBuilder()
  for (const post of posts) {
    const read = await readHead(post)
    if (read.kind === 'read') builder.add(post.shown, factsOf(read.text, read.head))
  }
  return builder.schema()
}

const changePost = async (
  post: NamedPost,
  changes: readonly BulkChange[],
  schema: SiteSchema,
  isDryRun: boolean,
): Promise<Outcome> => {
  const { posts, steps } = await planBulkEdit(post.root, [post.id], changes, { schema })
  const [planned] = posts
  const [step] = steps
  if (planned?.kind === 'refused') {
    const { reason, line } = planned
    return { file: post.shown, result: 'refused', reason, ...(line === null ? {} : { line }) }
  }
  if (planned?.kind !== 'changed' || !step) return { file: post.shown, result: 'same' }
  const { hunks } = planned
  if (isDryRun) return { file: post.shown, result: 'would change', hunks }
  try {
    await doStep(step, { trash: neverAsked })
    return { file: post.shown, result: 'changed', hunks }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { file: post.shown, result: 'failed', reason: error.message }
  }
}

const neverAsked = async (): Promise<void> => {
  throw new AppError('failed', 'Setting a field moves nothing to the bin.')
}

const tell = (terminal: Terminal, { file, result, reason, line, hunks }: Outcome): void => {
  if (result === 'refused' || result === 'failed') {
    terminal.err(`${file}: left as it is. ${line === undefined ? '' : `Line ${line}: `}${reason}`)
    return
  }
  terminal.out(`${file}: ${result}`)
  if (result !== 'would change') return
  for (const hunk of hunks ?? []) {
    for (const text of hunk.before) terminal.out(`  - ${text.trimEnd()}`)
    for (const text of hunk.after) terminal.out(`  + ${text.trimEnd()}`)
  }
}
