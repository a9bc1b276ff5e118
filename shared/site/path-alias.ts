import type { PathAlias } from '../generators/shape/address-settings'
import type { GeneratorId } from '../generators/shape/generator-id'
import type { SiteLayout } from './site-layout'

type AliasedSite = Pick<SiteLayout, 'profile' | 'addresses'>

const bundled: ReadonlySet<GeneratorId> = new Set([
  ...(['astro', 'docusaurus', 'gatsby', 'next', 'next-starter', 'vitepress', 'vuepress', 'plain'] as const),
])

/** Whether the bundler of a generator resolves aliases, also ones that are set up in code. */
export const isBundled = (profile: GeneratorId): boolean => bundled.has(profile)

/** `@site/a`, `~/a`, `$lib/a` and webpack's `~@site/a`, but not `~a.png` and an address such as `@name`. */
const likeAlias = /^(?:[@$][\w.-]*|~[\w.@-]*)\//

/** The endings that an import may omit. */
export const codeEndings: readonly string[] = ['', '/index'].flatMap((name) =>
  ['ts', 'tsx', 'js', 'jsx', 'mjs', 'json'].map((extension) => `${name}.${extension}`),
)

/** The aliases that a target may start with, the longest first; webpack's mark before an alias is skipped. */
export const aliasesOf = (
  target: string,
  { addresses }: Pick<SiteLayout, 'addresses'>,
  isImport = false,
): readonly PathAlias[] => {
  const plain = withoutMark(target)
  return (addresses?.aliases ?? [])
    .filter(({ prefix }) => (prefix === '' ? isImport && /^[\w-]/.test(plain) : plain.startsWith(prefix)))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)
}

/** The site paths that a target may mean by its alias, the likeliest first; null if it starts with no known one. */
export const aliasedPaths = (
  target: string,
  site: Pick<SiteLayout, 'addresses'>,
  isImport = false,
): readonly string[] | null => {
  const found = aliasesOf(target, site, isImport)
  const paths = found.flatMap(({ prefix, folders }) => {
    const inside = withoutMark(target).slice(prefix.length)
    return folders.map((folder) => (folder === '.' ? inside : `${folder}/${inside}`))
  })
  return found.length === 0 ? null : paths
}

/** Whether a target starts with an alias whose folder is unknown, so that it may lead anywhere. */
export const hasUnknownAlias = (target: string, site: AliasedSite): boolean =>
  likeAlias.test(target) && isBundled(site.profile) && aliasedPaths(target, site) === null

/** Webpack's `~` before an alias, which is kept when a reference is rewritten. */
export const markOfAlias = (target: string): string => (/^~[@$]/.test(target) ? '~' : '')

const withoutMark = (target: string): string => target.slice(markOfAlias(target).length)
