import type { AST } from 'toml-eslint-parser'
import { itemAt } from '../../../base/item-at'
import type { TextChange } from '../../../text/text-change'
import { t } from '../../../texts/translate'
import { proveOther } from '../../prove/prove-other'
import { sourceOf } from '../../read/source'
import { tomlKeys } from '../../read/toml'
import type { HeadPlace } from '../../values/head-editor'
import type { Edit } from '../../values/types'
import { nextLine } from '../../yaml/extent'
import { refused } from '../../yaml/head'
import { isSamePath, pairsOf, type Steps, startsWith } from './find'
import { keyText, newValue, type TomlValue } from './write'

/**
 * Adds a field: to its table if there is one, after dotted keys of the same group if there are any, else
 * below a new table heading at the end. A top-level field is added among the others.
 */
export const addToml = (place: HeadPlace, tree: AST.TOMLTopLevelTable, value: TomlValue): Edit => {
  const { path, style } = place
  if (path.length === 0 || path.some((step) => typeof step === 'number')) return refused(t('form.noItem'), 1)
  const { source } = sourceOf(place.text, place.split)
  const change = changeFor(source, tree, path as readonly string[], newValue(value, style), style.order ?? [])
  return proveOther(place, [change], { kind: 'set', path, value })
}

const changeFor = (
  source: string,
  tree: AST.TOMLTopLevelTable,
  path: readonly string[],
  value: string,
  order: readonly string[],
): TextChange => {
  const tables = tree.body.filter((part) => part.type === 'TOMLTable')
  const table = nearest(
    tables.filter(({ kind }) => kind === 'standard'),
    path,
    ({ resolvedKey }) => resolvedKey,
  )
  const braces = nearest(
    pairsOf(tree).filter(({ pair }) => pair.value.type === 'TOMLInlineTable'),
    path,
    (found) => found.path,
  )
  if (braces && braces.path.length > (table?.resolvedKey.length ?? 0))
    return intoBraces(braces.pair.value as AST.TOMLInlineTable, dotted(path.slice(braces.path.length)), value)
  if (table) {
    const last = table.body.at(-1)
    const indent = indentAt(source, (last ?? table).range[0])
    const line = `${indent}${dotted(path.slice(table.resolvedKey.length))} = ${value}`
    return ownLine(source, last?.range[1] ?? lineEnd(source, table.range[0]), line)
  }
  const pairs = tree.body.filter((part) => part.type === 'TOMLKeyValue')
  const [key = ''] = path
  const siblings = pairs.filter((pair) => tomlKeys(pair.key).length > 1 && tomlKeys(pair.key)[0] === key)
  if (path.length === 1 || siblings.length > 0) {
    const before = order.slice(0, Math.max(0, order.indexOf(key)))
    const usual = pairs.findLast((pair) => before.includes(itemAt(tomlKeys(pair.key), 0)))
    const after = siblings.at(-1) ?? usual ?? pairs.at(-1)
    return ownLine(source, after?.range[1] ?? null, `${dotted(path)} = ${value}`)
  }
  const gap = source === '' || source.endsWith('\n\n') ? '' : source.endsWith('\n') ? '\n' : '\n\n'
  const insert = `${gap}[${dotted(path.slice(0, -1))}]\n${dotted(path.slice(-1))} = ${value}\n`
  return { from: source.length, to: source.length, insert }
}

/** The indentation of the line of `at`; empty if other text precedes `at` on that line. */
const indentAt = (source: string, at: number): string => {
  const before = source.slice(source.lastIndexOf('\n', at - 1) + 1, at)
  return /^[ \t]*$/.test(before) ? before : ''
}

const dotted = (keys: readonly string[]): string => keys.map(keyText).join('.')

const nearest = <T>(holders: readonly T[], path: Steps, keysOf: (holder: T) => Steps): T | undefined =>
  holders
    .filter((holder) => startsWith(path, keysOf(holder)) && !isSamePath(path, keysOf(holder)))
    .toSorted((a, b) => keysOf(a).length - keysOf(b).length)
    .at(-1)

const ownLine = (source: string, behind: number | null, line: string): TextChange => {
  const at = behind === null ? 0 : nextLine(source, behind)
  const open = at > 0 && source[at - 1] !== '\n'
  return { from: at, to: at, insert: open ? `\n${line}` : `${line}\n` }
}

const lineEnd = (source: string, at: number): number => {
  const end = source.indexOf('\n', at)
  return end < 0 ? source.length : end
}

const intoBraces = (table: AST.TOMLInlineTable, key: string, value: string): TextChange => {
  const last = table.body.at(-1)
  if (last) return { from: last.range[1], to: last.range[1], insert: `, ${key} = ${value}` }
  return { from: table.range[0], to: table.range[1], insert: `{ ${key} = ${value} }` }
}
