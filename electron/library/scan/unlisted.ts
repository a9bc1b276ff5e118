import type { IgnoredPosts } from '../../../shared/ipc/library-calls'
import { isMarkdownName } from '../../../shared/site/post-path'
import { isNotThereNow } from '../../disk/calls/codes'
import { type IgnoreSettings, type IsIgnored, ignoreRulesOf, stampOfGitRules } from '../files/ignore-rules'
import { lookAtName, type SeenName } from '../files/look-at-name'
import { createSlices } from '../files/slices'
import { type Walk, type WalkProblem, walkPosts } from '../files/walk-posts'
import { boundsOf, type LibraryOptions, type LibrarySite } from './options'
import { isBelow } from './scan'

/** Ignored posts are counted up to this number. */
const maxCounted = 1000
const maxSteps = 2000
const maxNamed = 3

const noneIgnored: IgnoredPosts = { posts: 0, isMore: false, folders: [] }

/** What is in the folder but not in the list: files that could not be read, and posts that Git ignores. */
export class Unlisted {
  private walkProblems: readonly WalkProblem[] = []
  /** The number of posts by ignored path: one for a post, all below for a folder. */
  private readonly ignoredCounts = new Map<string, number>()
  private settings: IgnoreSettings
  private rules: IsIgnored
  private stamp: string
  private told = JSON.stringify(noneIgnored)

  private readonly site: LibrarySite
  private readonly onIgnored: (ignored: IgnoredPosts) => void

  constructor({ site, ignore = {}, onIgnored }: Pick<LibraryOptions, 'site' | 'ignore' | 'onIgnored'>) {
    this.site = site
    this.settings = ignore
    this.onIgnored = onIgnored
    this.stamp = stampOfGitRules(site)
    this.rules = ignoreRulesOf(site, ignore)
  }

  readonly isIgnored: IsIgnored = (path, isFolder) => this.rules(path, isFolder)

  /** Folders and files that could not be read. */
  problems(): readonly WalkProblem[] {
    return this.walkProblems
  }

  /** The posts that Git ignores, counted. */
  ignored(): IgnoredPosts {
    const posts = [...this.ignoredCounts.values()].reduce((sum, count) => sum + count, 0)
    const folders = [...this.ignoredCounts.keys()].filter((path) => path.endsWith('/'))
    return {
      posts: Math.min(posts, maxCounted),
      isMore: posts > maxCounted,
      folders: folders.sort().slice(0, maxNamed),
    }
  }

  /** From the next scan on, posts that Git ignores are listed or left out. */
  show(shown: boolean): void {
    this.settings = { ...this.settings, gitignore: !shown }
    this.rules = ignoreRulesOf(this.site, this.settings)
  }

  /**
   * Checks the rules of Git, those above the posts and those among the changed paths; if they have changed, the next scan
   * uses the new ones.
   */
  rulesChanged(paths: ReadonlySet<string> = new Set()): boolean {
    const stamp = stampOfGitRules(this.site)
    if (stamp === this.stamp && ![...paths].some((path) => path.endsWith('/.gitignore'))) return false
    this.stamp = stamp
    this.rules = ignoreRulesOf(this.site, this.settings)
    return true
  }

  /** Takes the results of a scan below `starts`. */
  async take(starts: readonly string[], { problems, ignored }: Walk): Promise<void> {
    const isElsewhere = (path: string) => !starts.some((start) => isBelow(path, start))
    this.walkProblems = [...this.walkProblems.filter(({ path }) => isElsewhere(path)), ...problems]
    for (const path of [...this.ignoredCounts.keys()]) if (!isElsewhere(path)) this.ignoredCounts.delete(path)
    await this.count(ignored)
  }

  /** Counts again what Git ignores at these changed paths. */
  async lookAt(paths: Iterable<string>): Promise<void> {
    const seen: string[] = []
    for (const path of paths) {
      for (const known of [...this.ignoredCounts.keys()])
        if (isBelow(known, path) || (known.endsWith('/') && isBelow(path, known.slice(0, -1))))
          seen.push(known)
      const kind = this.kindOf(path)
      if (kind === 'folder') seen.push(`${path}/`)
      else if (kind === 'file') seen.push(path)
    }
    for (const path of seen) this.ignoredCounts.delete(path)
    await this.count(seen.filter((path) => this.kindOf(path.replace(/\/$/, '')) !== null))
  }

  /** The outermost ignored folder around a path, or the path itself; null if Git does not ignore it. */
  private outermost(path: string): string | null {
    const parts = path.split('/').filter((part) => part !== '')
    for (let count = 1; count < parts.length; count += 1) {
      const folder = parts.slice(0, count).join('/')
      if (this.rules(folder, true) === 'git') return `${folder}/`
    }
    const isFolder = path.endsWith('/')
    const isAsked = isFolder || isMarkdownName(path)
    return isAsked && this.rules(parts.join('/'), isFolder) === 'git' ? path : null
  }

  private kindOf(path: string): SeenName['kind'] | null {
    try {
      return lookAtName(this.site.postsRoot, path, boundsOf(this.site)).kind
    } catch (error) {
      if (isNotThereNow(error)) return null
      throw error
    }
  }

  private async count(paths: readonly string[]): Promise<void> {
    for (const path of new Set(paths.map((path) => this.outermost(path)))) {
      if (path === null) continue
      const count = path.endsWith('/') ? await this.countBelow(path.slice(0, -1)) : 1
      if (count > 0) this.ignoredCounts.set(path, count)
    }
    const told = JSON.stringify(this.ignored())
    if (told === this.told) return
    this.told = told
    this.onIgnored(this.ignored())
  }

  private async countBelow(folder: string): Promise<number> {
    const shown = ignoreRulesOf(this.site, { ...this.settings, gitignore: false })
    const steps = walkPosts(this.site.postsRoot, shown, folder, boundsOf(this.site))
    const pause = createSlices()
    for (let count = 0; ; count += 1) {
      const step = steps.next()
      if (step.done || count >= maxSteps || step.value.files.length > maxCounted)
        return step.value.files.length
      await pause()
    }
  }
}
