import { join } from 'node:path'
import { AppError } from '../../shared/app-error'
import { pathOf } from '../../shared/front-matter/edit/apply-bulk'
import type { BulkChange } from '../../shared/front-matter/edit/bulk-change'
import { factsOf, typeOfValue, type ValueType } from '../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../shared/front-matter/schema/infer'
import type { SiteSchema } from '../../shared/front-matter/schema/site-schema'
import { valueAt } from '../../shared/front-matter/values/flag'
import type { LineHunk } from '../../shared/front-matter/values/line-changes'
import { t } from '../../shared/texts/translate'
import { createIgnoreRules } from '../library/files/ignore-rules'
import { walkPosts } from '../library/files/walk-posts'
import { doStep } from '../posts/operations/file-step'
import { planBulkEdit } from '../posts/plans/bulk-edit'
import { changeOf } from './assignments'
import { type ExitCode, readCommandLine, type Terminal, UsageError } from './command-line'
import { findPosts, type NamedPost, splitArguments } from './find-posts'
import { readHead } from './read-head'
import { createSiteFinder, type PlacedPost, rulesOf } from './site-of-post'

interface Outcome {
  readonly file: string
  readonly result: 'changed' | 'would change' | 'same' | 'refused' | 'failed'
  readonly reason?: string
  readonly line?: number
  readonly hunks?: readonly LineHunk[]
}

const options = {
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  text: { type: 'boolean' },
  remove: { type: 'boolean' },
  rename: { type: 'boolean' },
} as const

/**
 * `postwright set <post>... <change>...`: changes fields and nothing else. Exit code 1 if a post was refused or could
 * not be written; a refused post is untouched, and the others are still written.
 */
export const set = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const { switches, rest } = readCommandLine(args, options)
  if (switches.has('remove') && switches.has('rename')) throw new UsageError(t('cli.removeOrRename'))
  const named = splitArguments(rest, terminal.cwd)
  const posts = findPosts(named.posts, terminal)
  const changes = named.others.map((arg) => readChange(arg, switches))
  if (posts.length === 0) throw new UsageError(t('cli.nameToSet'))
  if (changes.length === 0) throw new UsageError(t('cli.nameChange'))
  const siteOf = createSiteFinder()
  const outcomes: Outcome[] = []
  const habits = new Map<string, SiteSchema>()
  for (const post of posts) {
    if (terminal.signal?.aborted) break
    const site = await siteOf(post)
    const folder = site?.site.postsRoot ?? post.root
    const schema = habits.get(folder) ?? (await habitsOf(posts, site))
    habits.set(folder, schema)
    const isShown = await replacesAnotherKind(post, changes, schema)
    const outcome = await changePost(post, changes, schema, switches.has('dry-run'))
    outcomes.push(outcome)
    if (!switches.has('json')) tell(terminal, outcome, isShown)
  }
  if (switches.has('json')) terminal.out(JSON.stringify(outcomes, null, 2))
  const isWhole = outcomes.length === posts.length
  return isWhole && outcomes.every(({ result }) => result !== 'refused' && result !== 'failed') ? 0 : 1
}

const readChange = (arg: string, switches: ReadonlySet<string>): BulkChange => {
  if (switches.has('remove')) {
    if (arg.includes('=')) throw new UsageError(t('cli.notFieldName', { text: arg }))
    return { kind: 'remove-field', key: arg }
  }
  if (!switches.has('rename')) return changeOf(arg, switches.has('text'))
  const [, key, to] = /^([^=]+)=([^=]+)$/.exec(arg) ?? []
  if (key === undefined || to === undefined) throw new UsageError(t('cli.notNewName', { text: arg }))
  return { kind: 'rename-field', key, to }
}

const maxSampled = 300
const maxSteps = 200

// A new field is placed and quoted as in the named posts or, if these are few, as in other posts of the site.
const habitsOf = async (posts: readonly NamedPost[], placed: PlacedPost | null): Promise<SiteSchema> => {
  const rules = rulesOf(placed)
  const builder = createSchemaBuilder(rules)
  const others = posts.length < maxSampled && placed ? postsBelow(placed.site.postsRoot) : []
  for (const post of [...posts, ...others]) {
    const read = await readHead(post, rules)
    if (read.kind === 'read') builder.add(join(post.root, post.id), factsOf(read.text, read.head))
  }
  return { ...builder.schema(), ...rules }
}

const postsBelow = (root: string): NamedPost[] => {
  const steps = walkPosts(root, createIgnoreRules(root, '.'))
  let step = steps.next()
  for (let count = 0; !step.done && count < maxSteps && step.value.files.length < maxSampled; count += 1)
    step = steps.next()
  return step.value.files.slice(0, maxSampled).map(({ id }) => ({ root, id, shown: id }))
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

// A value of another type may be a mistake, so the lines are shown.
const replacesAnotherKind = async (
  post: NamedPost,
  changes: readonly BulkChange[],
  schema: SiteSchema,
): Promise<boolean> => {
  if (changes.every(({ kind }) => kind !== 'set')) return false
  const read = await readHead(post, schema)
  const data = read.kind === 'read' && read.head.kind === 'parsed' ? read.head.data : {}
  return changes.some((change) => {
    const here =
      change.kind === 'set' ? typeOfValue(valueAt(data, pathOf(change.key, data, schema))) : 'empty'
    return change.kind === 'set' && here !== 'empty' && !isSameKind(here, typeOfValue(change.value))
  })
}

const isSameKind = (a: ValueType, b: ValueType): boolean => {
  const texts: readonly ValueType[] = ['text', 'long-text', 'empty']
  return a === b || (texts.includes(a) && texts.includes(b))
}

const neverAsked = async (): Promise<void> => {
  throw new AppError('failed', t('cli.noTrash'))
}

const tell = (terminal: Terminal, { file, result, reason, line, hunks }: Outcome, isShown: boolean): void => {
  if (result === 'refused' || result === 'failed') {
    const why = { file, reason: reason ?? '' }
    terminal.err(line === undefined ? t('cli.unchanged', why) : t('cli.unchangedLine', { ...why, line }))
    return
  }
  terminal.out(`${file}: ${result}`)
  if (result !== 'would change' && !isShown) return
  for (const hunk of hunks ?? []) {
    for (const text of hunk.before) terminal.out(`  - ${text.trimEnd()}`)
    for (const text of hunk.after) terminal.out(`  + ${text.trimEnd()}`)
  }
}
