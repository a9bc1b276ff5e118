import { readdirSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { isMarkdownName } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { diskError } from '../disk/disk-error'
import { createIgnoreRules, type IsIgnored } from '../library/files/ignore-rules'
import { walkPosts } from '../library/files/walk-posts'
import { type Terminal, UsageError } from './command-line'
import { matchesGlob } from './match-glob'

/** A post named on the command line: its folder, its id there, and the name to show. */
export interface NamedPost {
  readonly root: string
  readonly id: string
  readonly shown: string
}

/** The arguments that name posts, and those after them. A folder must come first or end with a slash, so that a field
 * with the name of a folder is still a field. */
export const splitArguments = (
  args: readonly string[],
  cwd: string,
): { readonly posts: readonly string[]; readonly others: readonly string[] } => {
  const end = args.findIndex((arg, at) => !namesPosts(arg, at === 0, cwd))
  return end < 0 ? { posts: args, others: [] } : { posts: args.slice(0, end), others: args.slice(end) }
}

const namesPosts = (arg: string, isFirst: boolean, cwd: string): boolean => {
  if (isMarkdownName(arg) && !arg.includes('=')) return true
  if (arg.includes('=')) return isFile(resolve(cwd, arg))
  return /[*?]/.test(arg) || ((isFirst || /[\\/]|^\.+$/.test(arg)) && isFolder(resolve(cwd, arg)))
}

/**
 * The posts that the arguments name, each once. A folder means all posts below it except those that Git ignores,
 * which are reported to `err`; finding nothing is an error.
 */
export const findPosts = (
  args: readonly string[],
  { cwd, err }: Pick<Terminal, 'cwd' | 'err'>,
): NamedPost[] => {
  const posts = new Map<string, NamedPost>()
  for (const arg of args)
    for (const post of postsOf(arg, cwd, err))
      if (!posts.has(join(post.root, post.id))) posts.set(join(post.root, post.id), post)
  return [...posts.values()]
}

const postsOf = (arg: string, cwd: string, err: Terminal['err']): NamedPost[] => {
  const path = resolve(cwd, arg)
  if (isFolder(path)) return below(path, arg, err)
  // Windows shells do not expand patterns.
  if (/[*?]/.test(basename(arg)) && !isFile(path)) return matching(path, arg)
  if (!isFile(path)) throw new UsageError(t('cli.noPost', { name: arg }))
  return [{ root: dirname(path), id: basename(path), shown: arg }]
}

const below = (folder: string, shown: string, err: Terminal['err']): NamedPost[] => {
  const prefix = shown.replace(/(?<![\\/])[\\/]+$/, '')
  const steps = walkPosts(folder, rulesBelow(folder))
  let step = steps.next()
  while (!step.done) step = steps.next()
  tellIgnored(folder, step.value.ignored, (path) => `${prefix}/${path}`, err)
  return step.value.files
    .map(({ id }) => ({ root: folder, id, shown: `${prefix}/${id}` }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

const highest = 40

/** What is ignored below a folder: the rules of its repository apply, unless they ignore the folder itself. */
const rulesBelow = (folder: string): IsIgnored => {
  let root = folder
  for (let level = 0; level < highest && !hasGit(root); level += 1) root = dirname(root)
  const inside = hasGit(root) ? relative(root, folder).split(sep).join('/') : ''
  if (inside === '') return createIgnoreRules(folder, '.')
  const isNamed = createIgnoreRules(root, '.')(inside, true) === 'git'
  return isNamed ? createIgnoreRules(folder, '.', { gitignore: false }) : createIgnoreRules(root, inside)
}

const hasGit = (folder: string): boolean => statsOf(join(folder, '.git')) !== null

// Enough to know that something is left out; build output is not searched.
const maxSteps = 200

const hasPosts = (root: string, folder: string): boolean => {
  const steps = walkPosts(root, createIgnoreRules(root, '.', { gitignore: false }), folder)
  let step = steps.next()
  for (let count = 0; !step.done && count < maxSteps && step.value.files.length === 0; count += 1)
    step = steps.next()
  return step.value.files.length > 0
}

const maxNamed = 5

/** Reports the posts and folders that are left out because Git ignores them. */
export const tellIgnored = (
  root: string,
  ignored: readonly string[],
  shown: (path: string) => string,
  err: Terminal['err'],
): void => {
  const paths = ignored.filter((path) => !path.endsWith('/') || hasPosts(root, path.slice(0, -1))).sort()
  if (paths.length === 0) return
  const named = paths.slice(0, maxNamed).map(shown)
  const names = named.join(', ')
  const count = paths.length - maxNamed
  err(count > 0 ? t('cli.ignoredMore', { names, count }) : t('cli.ignored', { names }))
}

const matching = (path: string, shown: string): NamedPost[] => {
  const folder = dirname(path)
  const names = isFolder(folder)
    ? readdirSync(folder).filter((name) => isMarkdownName(name) && matchesGlob(name, basename(path)))
    : []
  if (names.length === 0) throw new UsageError(t('cli.noPostLike', { pattern: shown }))
  return names.sort().map((id) => ({ root: folder, id, shown: join(dirname(shown), id) }))
}

const isFolder = (path: string): boolean => statsOf(path)?.isDirectory() ?? false
const isFile = (path: string): boolean => statsOf(path)?.isFile() ?? false

// A value may be too long for a path, or contain characters that no path can: then nothing has that name.
const noSuchName = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ELOOP', 'ERR_INVALID_ARG_VALUE']

const statsOf = (path: string): Stats | null => {
  try {
    return statSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== undefined && noSuchName.includes(code)) return null
    throw diskError(error, t('files.cannotAccess', { name: path }))
  }
}
