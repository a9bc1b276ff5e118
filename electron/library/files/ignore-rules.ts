import { join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { patternsOfNoPosts, type SiteLayout } from '../../../shared/site/site-layout'
import { codeOf } from '../../disk/calls/codes'
import { readSmallFileSync } from '../../disk/read-small'

/** What is left out of the library; each part can be changed by the site's own settings. */
export interface IgnoreSettings {
  /** Patterns in the manner of `.gitignore`, tried after everything else; `!pattern` takes a post back in. */
  readonly patterns?: readonly string[]
  /** False shows posts that git does not track. */
  readonly gitignore?: boolean
}

/** Says whether a path inside the posts folder is left out. `/` separated, folders without a last slash. */
export type IsIgnored = (path: string, isFolder: boolean) => boolean

/** What no generator takes for a post: hidden files, packages, section pages, readmes, backups. */
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

/** The ignore rules of a posts folder. The site root's `.gitignore` counts, and those of the folders in between. */
export const createIgnoreRules = (
  siteRoot: string,
  postsFolder: string,
  settings: IgnoreSettings = {},
): IsIgnored => {
  const own = ignore().add(usual)
  if (settings.patterns) own.add(settings.patterns)
  const git = settings.gitignore === false ? [] : gitRules(siteRoot, postsFolder)
  return (path, isFolder) => {
    const asked = isFolder ? `${path}/` : path
    const { ignored, unignored } = own.test(asked)
    if (ignored || unignored) return ignored
    return git.some(({ rules, prefix }) => rules.ignores(prefix + asked))
  }
}

/** The ignore rules of a site: what its generator takes for no post, and what its settings leave out. */
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
  /** From the folder of the rules to the posts folder, with a last slash. */
  readonly prefix: string
}

const gitRules = (siteRoot: string, postsFolder: string): GitRules[] => {
  const parts = postsFolder === '.' ? [] : postsFolder.split('/')
  return [siteRoot, ...parts.map((_, index) => join(siteRoot, ...parts.slice(0, index + 1)))].flatMap(
    (folder, depth) => {
      const text = textOf(join(folder, '.gitignore'))
      if (text === null) return []
      const below = parts.slice(depth)
      return [{ rules: ignore().add(text), prefix: below.length === 0 ? '' : `${below.join('/')}/` }]
    },
  )
}

const textOf = (path: string): string | null => {
  try {
    return readSmallFileSync(path)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return null // no such file is the usual case; one that cannot be read hides nothing
  }
}
