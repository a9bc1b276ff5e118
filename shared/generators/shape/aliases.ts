import { isRecord } from '../../base/is-record'
import type { Values } from '../../configuration/read-data'
import type { PathAlias } from './address-settings'
import { mapOf } from './configured-values'

/** `resolve.alias` of Vite or webpack in `file`: a map, or a list of `{ find, replacement }`. */
export const aliasesIn = (value: unknown, file: string): readonly PathAlias[] => {
  const pairs = Array.isArray(value)
    ? value.map((one: unknown) => (isRecord(one) ? [one.find, one.replacement] : []))
    : Object.entries(isRecord(value) ? value : {})
  return pairs.flatMap(([find, to]) => {
    if (typeof find !== 'string' || typeof to !== 'string' || find === '' || find.endsWith('$')) return []
    return [{ prefix: find.replace(/\/?$/, '/'), folders: foldersFrom(to, file) }]
  })
}

/** The aliases of the Vite in a configuration. */
export const viteAliases = (values: Values, file: string): readonly PathAlias[] =>
  aliasesIn(mapOf(values, 'resolve').alias, file)

/** A path that code computes from its own folder or from that of the project, which look the same when read. */
const foldersFrom = (to: string, file: string): readonly string[] => {
  const own = file.slice(0, Math.max(0, file.lastIndexOf('/')))
  const folders = (to.startsWith('/') ? [''] : [own, '']).map((from) => inside(`${from}/${to}`))
  return [...new Set(folders)].filter((folder) => folder !== null)
}

/** A path without `.` and `..`; null if it leads out of the site. */
const inside = (path: string): string | null => {
  const parts: string[] = []
  for (const part of path.split('/').filter((one) => one !== '' && one !== '.'))
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  return parts.join('/') || '.'
}
