import type { AST } from 'toml-eslint-parser'
import type { TextChange } from '../../../text/text-change'
import { t } from '../../../texts/translate'
import { proveOther } from '../../prove/prove-other'
import { sourceOf } from '../../read/source'
import { tomlKeys, tomlTree } from '../../read/toml'
import type { HeadPlace } from '../../values/head-editor'
import type { Edit } from '../../values/types'
import { takeFromBrackets } from '../../yaml/bracket-list'
import { lineStart, linesWithComments, nextLine } from '../../yaml/extent'
import { refused } from '../../yaml/head'
import { findValue, isSamePath, pairsOf, type Steps, startsWith } from './find'
import { keyText } from './write'

/** Removes a field with its lines and the comments that belong only to it; a table with its heading. */
export const removeToml = (place: HeadPlace): Edit => {
  const { source } = sourceOf(place.text, place.split)
  const changes = removals(source, tomlTree(source), place.path)
  if (changes.length === 0) return refused(t('form.noField', { field: place.path.join('.') }), 1)
  return proveOther(place, changes, { kind: 'remove', path: place.path })
}

const removals = (source: string, tree: AST.TOMLTopLevelTable, path: Steps): TextChange[] => {
  const belongs = (keys: Steps) => isSamePath(keys, path) || startsWith(keys, path)
  const tables = tree.body.filter((part) => part.type === 'TOMLTable' && belongs(part.resolvedKey))
  const pairs = pairsOf(tree).filter(
    ({ pair, path: keys }) =>
      belongs(keys) && !tables.some(({ range }) => range[0] <= pair.range[0] && pair.range[1] <= range[1]),
  )
  const outermost = pairs.filter(({ pair }) => !pairs.some((other) => isInside(pair.range, other.pair.range)))
  return [
    ...tables.map(({ range }) => ({ ...tableLines(source, range), insert: '' })),
    ...outermost.map(({ pair, braces }): TextChange => {
      const [from, to] = pair.range
      if (!braces)
        return {
          ...linesWithComments(source, { from: lineStart(source, from), to: nextLine(source, to) }),
          insert: '',
        }
      const ranges = braces.body.map(({ range }) => ({ from: range[0], to: range[1] }))
      return takeFromBrackets(source, ranges, braces.body.indexOf(pair), false)
    }),
  ]
}

const isInside = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a !== b && b[0] <= a[0] && a[1] <= b[1]

// Removing a table also removes the blank line above it, if another blank line or the end follows.
const tableLines = (source: string, [start, end]: readonly [number, number]) => {
  const { from, to } = linesWithComments(source, {
    from: lineStart(source, start),
    to: nextLine(source, end),
  })
  const isFollowed = /\S/.test(source.slice(to, nextLine(source, to)))
  return { from: !isFollowed && source.slice(0, from).endsWith('\n\n') ? from - 1 : from, to }
}

/** Renames a key wherever it occurs in the head: in pairs, dotted keys and headings. */
export const renameToml = (place: HeadPlace, to: string): Edit => {
  const { source } = sourceOf(place.text, place.split)
  const tree = tomlTree(source)
  const { path } = place
  const renamed = [...path.slice(0, -1), to]
  const isThere = (keys: Steps) => isSamePath(keys, renamed) || startsWith(keys, renamed)
  const headings = tree.body.filter((part) => part.type === 'TOMLTable')
  const all = pairsOf(tree)
  if (
    findValue(tree, renamed) ||
    all.some((pair) => isThere(pair.path)) ||
    headings.some((table) => isThere(table.resolvedKey))
  )
    return refused(t('form.fieldTaken', { field: to }), 1)
  const keys = [
    ...all.map(({ pair, path: whole }) => ({
      key: pair.key,
      above: whole.slice(0, whole.length - tomlKeys(pair.key).length),
    })),
    ...headings.map(({ key }) => ({ key, above: [] as Steps })),
  ]
  const changes = keys.flatMap(({ key, above }): TextChange[] => {
    const whole = [...above, ...tomlKeys(key)]
    const at = path.length - 1 - above.length
    const node = key.keys[at]
    const isMeant = node && isSamePath(whole.slice(0, path.length), path)
    return isMeant ? [{ from: node.range[0], to: node.range[1], insert: keyText(to) }] : []
  })
  if (changes.length === 0) return refused(t('form.noField', { field: path.join('.') }), 1)
  return proveOther(place, changes, { kind: 'rename', path, to })
}
