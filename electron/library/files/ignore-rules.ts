import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { patternsOfNoPosts, type SiteLayout } from '../../../shared/site/site-layout'
import { codeOf } from '../../disk/calls/codes'
import { readSmallFileSync } from '../../disk/read-small'

/** What the library leaves out; the site's settings can change each part. */
export interface IgnoreSettings {
  /** Patterns as in `.gitignore`, applied last; `!pattern` includes a post again. */
  readonly patterns?: readonly string[]
  /** False lists posts that Git ignores, except build output and packages. */
  readonly gitignore?: boolean
}

/** Why a path is left out: by the generator's rules or the settings, or only by Git. */
type IgnoredBy = 'rule' | 'git'

/** Whether a path inside the posts folder is left out, and why. `/` separated, folders without a trailing slash. */
export type IsIgnored = (path: string, isFolder: boolean) => IgnoredBy | false

/** What no generator treats as a post: hidden files, packages, section pages, readmes, backups. */
const usual = [
  '.*',
  'node_modules',
  '_index.md',
  '_index.*.md',
  '[Rr][Ee][Aa][Dd][Mm][Ee].md',
  '[Rr][Ee][Aa][Dd][Mm][Ee].markdown',
  '*~',
  '*.backup',
  '*.bak',
  '*.orig',
]

// Build output and packages: also ignored by Git, and never the author's.
const isMade = /(?:^|\/)(?:bower_components|vendor|public|dist|build|out|target|_site|_gen)(?:\/|$)/

/** In characters, like the longest path of Linux: a longer pattern matches nothing, and its expression may not compile. */
const longestPattern = 4_096

const rulesOf = (patterns: readonly string[]): Ignore =>
  ignore().add(patterns.filter(({ length }) => length <= longestPattern))

const rulesOfText = (text: string): Ignore => rulesOf(text.split(/\r?\n/))

/** The ignore rules of a posts folder: the `.gitignore` of the site's root and of the folders below it. */
export const createIgnoreRules = (
  siteRoot: string,
  postsFolder: string,
  settings: IgnoreSettings = {},
): IsIgnored => {
  const own = rulesOf([...usual, ...(settings.patterns ?? [])])
  const isIgnoredByGit = gitRules(siteRoot, postsFolder)
  return (path, isFolder) => {
    const candidate = isFolder ? `${path}/` : path
    const { ignored, unignored } = own.test(candidate)
    if (ignored || unignored) return ignored && 'rule'
    if (!isIgnoredByGit(path, isFolder)) return false
    if (isMade.test(candidate)) return 'rule'
    return settings.gitignore !== false && 'git'
  }
}

/** The ignore rules of a site: its generator's and those in its settings. */
export const ignoreRulesOf = (
  site: SiteLayout & { readonly root: string },
  settings: IgnoreSettings = {},
): IsIgnored =>
  createIgnoreRules(site.root, site.postsFolder, {
    ...settings,
    patterns: [...patternsOfNoPosts(site), ...(settings.patterns ?? [])],
  })

interface GitRules {
  readonly rules: Ignore
  /** From the folder of the rules to the posts folder, with a trailing slash. */
  readonly prefix: string
}

/**
 * What Git ignores inside the posts folder. The last matching rule of the innermost file counts, but nothing inside an
 * ignored folder can be included again (gitignore(5)).
 */
const gitRules = (siteRoot: string, postsFolder: string): ((path: string, isFolder: boolean) => boolean) => {
  const above = rulesAbove(siteRoot, postsFolder)
  const isAllIgnored = above.some(({ rules, prefix }) => prefix !== '' && rules.ignores(prefix))
  const root = join(siteRoot, ...partsOf(postsFolder))
  const inside = new Map<string, Ignore | null>()
  const rulesIn = (folder: string): Ignore | null => {
    const known = inside.get(folder)
    if (known !== undefined) return known
    const file = join(root, folder, '.gitignore')
    const text = existsSync(file) ? textOf(file) : null // most folders have none
    const rules = text === null ? null : rulesOfText(text)
    inside.set(folder, rules)
    return rules
  }
  const folders = new Map<string, boolean>()
  const isFolderIgnored = (folder: string): boolean => {
    const is = folders.get(folder) ?? isIgnored(folder, true)
    folders.set(folder, is)
    return is
  }
  const isIgnored = (path: string, isFolder: boolean): boolean => {
    const parts = path.split('/')
    if (parts.length > 1 && isFolderIgnored(parts.slice(0, -1).join('/'))) return true
    const end = isFolder ? '/' : ''
    if (isAllIgnored) return true
    let is = false
    for (const { rules, prefix } of above) is = decided(rules, `${prefix}${path}${end}`, is)
    for (let depth = 1; depth < parts.length; depth += 1) {
      const rules = rulesIn(parts.slice(0, depth).join('/'))
      if (rules) is = decided(rules, `${parts.slice(depth).join('/')}${end}`, is)
    }
    return is
  }
  return isIgnored
}

const decided = (rules: Ignore, path: string, before: boolean): boolean => {
  const { ignored, unignored } = rules.test(path)
  return ignored || (before && !unignored)
}

const rulesAbove = (siteRoot: string, postsFolder: string): GitRules[] => {
  const parts = partsOf(postsFolder)
  return gitFiles(siteRoot, parts).flatMap((file, depth) => {
    const text = textOf(file)
    if (text === null) return []
    const below = parts.slice(depth)
    return [{ rules: rulesOfText(text), prefix: below.length === 0 ? '' : `${below.join('/')}/` }]
  })
}

const partsOf = (postsFolder: string): readonly string[] =>
  postsFolder === '.' ? [] : postsFolder.split('/')

const gitFiles = (siteRoot: string, parts: readonly string[]): readonly string[] =>
  [siteRoot, ...parts.map((_, index) => join(siteRoot, ...parts.slice(0, index + 1)))].map((folder) =>
    join(folder, '.gitignore'),
  )

/** Changes when a `.gitignore` that applies to the posts folder is changed, created or deleted. */
export const stampOfGitRules = (site: SiteLayout & { readonly root: string }): string =>
  gitFiles(site.root, partsOf(site.postsFolder)).map(stampOf).join(' ')

const stampOf = (path: string): string => {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : 'none'
  } catch (error) {
    if (codeOf(error) === '') throw error
    return 'unreadable'
  }
}

const textOf = (path: string): string | null => {
  try {
    return readSmallFileSync(path)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return null // usually there is no such file; an unreadable one hides nothing
  }
}
