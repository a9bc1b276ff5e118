import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { grouped } from '../../../shared/base/grouped'
import { isRecord } from '../../../shared/base/is-record'
import {
  type Called,
  type CodeValue,
  configurationOf,
  plainOf,
} from '../../../shared/configuration/code-values'
import type { Values } from '../../../shared/configuration/read-data'
import type { PathAlias } from '../../../shared/generators/shape/address-settings'
import { aliasesIn, viteAliases } from '../../../shared/generators/shape/aliases'
import { mapOf, textOf, textsOf } from '../../../shared/generators/shape/configured-values'
import { folderOf, joinPath } from '../../../shared/site/post-path'
import { readSmallFile } from '../../disk/read-small'
import { readConfiguration } from './read-configuration'

const most = 100
/** How many files a configuration may extend, directly and by others. */
const mostExtended = 20
const scripts = ['ts', 'js', 'mjs', 'mts', 'cjs', 'cts']
const configured = (name: string) => ({
  files: scripts.map((extension) => `${name}.${extension}`),
  read: () => ({}),
})

/** The aliases of a site in the folder `prefix` of `root`, relative to `root`; without ones whose folder is missing. */
export const readPathAliases = async (
  root: string,
  prefix: string,
  ofGenerator: readonly PathAlias[],
): Promise<readonly PathAlias[]> => {
  const site = join(root, prefix)
  const found = [
    ...ofGenerator,
    ...(await aliasesOfTypes(site)),
    ...(await aliasesOfVite(site)),
    ...(await aliasesOfGatsby(site)),
    ...(await aliasesOfFrameworks(site)),
  ].slice(0, most)
  const byPrefix = grouped(found, (one) => one.prefix)
  const known = await Promise.all(
    [...byPrefix].map(async ([alias, all]) => {
      const folders = [...new Set(all.flatMap((one) => one.folders))]
      const there = await Promise.all(folders.map((folder) => isFolder(join(site, folder))))
      return { prefix: alias, folders: folders.filter((_, index) => there[index]) }
    }),
  )
  const inside = (folder: string) => (prefix === '' ? folder : (joinPath(prefix, folder) ?? folder))
  return known
    .filter(({ folders }) => folders.length > 0)
    .map((one) => ({ ...one, folders: one.folders.map(inside) }))
}

const isFolder = async (path: string): Promise<boolean> => {
  const stats = await stat(path).catch(() => null) // a folder that cannot be reached is none
  return stats?.isDirectory() === true
}

/** `paths` and `baseUrl` of `tsconfig.json` or `jsconfig.json`, and of those that it extends. */
const aliasesOfTypes = async (site: string): Promise<readonly PathAlias[]> => {
  for (const name of ['tsconfig.json', 'jsconfig.json']) {
    const options = await compilerOptions(site, name, new Set())
    if (options !== null) return options
  }
  return []
}

const compilerOptions = async (
  site: string,
  file: string,
  read: Set<string>,
): Promise<readonly PathAlias[] | null> => {
  if (read.has(file) || read.size > mostExtended) return null
  read.add(file)
  const text = await readSmallFile(join(site, file)).catch(() => null) // missing or unreadable: no aliases
  const values = text === null ? null : await valuesOf(text)
  if (values === null) return null
  const options = mapOf(values, 'compilerOptions')
  const written = textOf(options, 'baseUrl')
  const base = written === null ? null : joinPath(folderOf(file), '.', written)
  const paths = Object.entries(mapOf(options, 'paths')).flatMap(([pattern, to]) =>
    aliasOf(pattern, textsOf(to), base ?? folderOf(file)),
  )
  const own = [...paths, ...(base === null ? [] : [{ prefix: '', folders: [base || '.'] }])]
  // `paths` replaces those of a file that it extends.
  if (paths.length > 0) return own
  for (const other of textsOf(values.extends).toReversed()) {
    const path = other.startsWith('.')
      ? joinPath(folderOf(file), other.replace(/(?:\.json)?$/, '.json'))
      : null
    const above = path === null ? null : await compilerOptions(site, path, read)
    if (above !== null && above.length > 0) return [...own, ...above]
  }
  return own
}

/** `@/*` with `./src/*`; patterns with something after the star are not for folders. */
const aliasOf = (pattern: string, to: readonly string[], base: string): readonly PathAlias[] => {
  const folders = to
    .filter((one) => one.endsWith('*'))
    .map((one) => joinPath(base, '.', one.slice(0, -1)))
    .filter((one) => one !== null)
    .map((one) => one.replace(/\/$/, '') || '.')
  return /^[^*]*\*$/.test(pattern) && folders.length > 0 ? [{ prefix: pattern.slice(0, -1), folders }] : []
}

/** JSON with comments and commas at the end, which is read like code. */
const valuesOf = async (text: string): Promise<Values | null> => {
  const { readCode } = await import('../../../shared/configuration/read-code')
  const read = readCode(`export default ${text.replace(/^\ufeff/, '')}`, new Map())
  const plain = read === null ? null : plainOf(read.exported)
  return isRecord(plain) ? plain : null
}

const aliasesOfVite = async (site: string): Promise<readonly PathAlias[]> => {
  const read = await readConfiguration(site, configured('vite.config'))
  return read === null ? [] : viteAliases(read.values, read.file)
}

/** `setWebpackConfig({ resolve: { alias } })` in `gatsby-node`. */
const aliasesOfGatsby = async (site: string): Promise<readonly PathAlias[]> => {
  const read = await readConfiguration(site, configured('gatsby-node'))
  return (read?.code?.calls ?? []).flatMap((call) =>
    namesOfCall(call) === 'setWebpackConfig' ? viteAliases(valuesIn(call.args[0]), read?.file ?? '') : [],
  )
}

const namesOfCall = ({ on, method }: Called): string | null =>
  method ?? (typeof on === 'object' && on !== null && 'name' in on ? String(on.name) : null)

const valuesIn = (value: CodeValue): Values => {
  const plain = plainOf(configurationOf(value))
  return isRecord(plain) ? plain : {}
}

/** Aliases that Nuxt and SvelteKit have by themselves. */
const aliasesOfFrameworks = async (site: string): Promise<readonly PathAlias[]> => {
  const nuxt = await readConfiguration(site, configured('nuxt.config'))
  if (nuxt !== null) {
    const source = textOf(nuxt.values, 'srcDir') ?? ((await isFolder(join(site, 'app'))) ? 'app' : '.')
    const folders = [joinPath(source) || '.']
    return [
      ...['~/', '@/'].map((prefix) => ({ prefix, folders })),
      ...['~~/', '@@/'].map((prefix) => ({ prefix, folders: ['.'] })),
      ...aliasesIn(nuxt.values.alias, nuxt.file),
    ]
  }
  const svelte = await readConfiguration(site, configured('svelte.config'))
  if (svelte === null) return []
  return [
    { prefix: '$lib/', folders: ['src/lib'] },
    ...aliasesIn(mapOf(mapOf(svelte.values, 'kit'), 'alias'), svelte.file),
  ]
}
