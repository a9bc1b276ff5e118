import { findNodeAtLocation } from 'jsonc-parser'
import { proveOther } from '../prove/prove-other'
import { HeadError } from '../read/head-error'
import { jsonTree, readJson } from '../read/json'
import { Accepts } from '../read/same-data'
import { lineAt, type SplitPost } from '../read/split'
import type { Edit, FieldScalar } from '../values/types'
import { lineStart } from '../yaml/extent'
import { refused } from '../yaml/head'
import type { RangedList } from './list'

/** Sets one scalar of a JSON head, or adds a field at the end of its group. Groups are edited in the source. */
export const editJson = (
  text: string,
  split: SplitPost,
  path: readonly (string | number)[],
  value: FieldScalar | readonly FieldScalar[],
): Edit => {
  const source = text.slice(split.content.from, split.content.to)
  const firstLine = lineAt(text, split.content.from) + 1
  const line = (offset: number) => firstLine + lineAt(source, offset)
  if (typeof value === 'number' && !Number.isFinite(value))
    return refused('JSON has no such number', firstLine)
  const intent = { kind: 'set', path, value } as const
  try {
    const tree = jsonTree(source)
    const node = findNodeAtLocation(tree, [...path])
    if (node) {
      const { offset, length, type } = node
      if (type === 'object' || type === 'array')
        return refused('Groups of JSON are edited in the source', line(offset))
      return proveOther(
        text,
        split,
        [{ from: offset, to: offset + length, insert: JSON.stringify(value) }],
        intent,
        readJson,
      )
    }
    const parent = findNodeAtLocation(tree, path.slice(0, -1)) ?? (path.length === 1 ? tree : undefined)
    if (parent?.type !== 'object') return refused('A new group of JSON is added in the source', firstLine)
    const last = parent.children?.at(-1)
    const pair = `${JSON.stringify(String(path.at(-1)))}: ${JSON.stringify(value)}`
    const at = last ? last.offset + last.length : parent.offset + 1
    const isSpread = source[parent.offset + 1] === '\n'
    const first = isSpread ? `\n${indentOf(source, parent.offset)}  ${pair}` : pair
    const insert = last ? `,${gapBefore(source, last.offset)}${pair}` : first
    return proveOther(text, split, [{ from: at, to: at, insert }], intent, readJson)
  } catch (error) {
    if (!(error instanceof HeadError)) throw error
    return refused(error.message, firstLine + error.line)
  }
}

const indentOf = (source: string, offset: number): string =>
  /^[ \t]*/.exec(source.slice(lineStart(source, offset)))?.[0] ?? ''

/** Writes the value of a field of a JSON head as it was typed. */
export const editRawJson = (text: string, split: SplitPost, path: readonly string[], typed: string): Edit => {
  const source = text.slice(split.content.from, split.content.to)
  try {
    const node = findNodeAtLocation(jsonTree(source), [...path])
    if (!node) return refused(`There is no “${path.join('.')}” here`, 1)
    const change = { from: node.offset, to: node.offset + node.length, insert: typed.trim() }
    const value = new Accepts(() => true)
    return proveOther(text, split, [change], { kind: 'set', path, value }, readJson)
  } catch (error) {
    if (!(error instanceof HeadError)) throw error
    return refused(error.message, lineAt(text, split.content.from) + 1 + error.line)
  }
}

// A property on its own line is followed by one on its own line with the same indentation.
const gapBefore = (source: string, offset: number): string => {
  const start = lineStart(source, offset)
  const blank = source.slice(start, offset)
  return blank.trim() === '' && start > 0 ? `\n${blank}` : ' '
}

/** The list at a path of a JSON head, with its items' ranges; null where there is none. Throws HeadError. */
export const jsonList = (source: string, path: readonly (string | number)[]): RangedList | null => {
  const node = findNodeAtLocation(jsonTree(source), [...path])
  if (node?.type !== 'array') return null
  const items = (node.children ?? []).map(({ offset, length, type, value }) => ({
    from: offset,
    to: offset + length,
    ...(type === 'object' || type === 'array' ? {} : { value }),
  }))
  return { from: node.offset, to: node.offset + node.length, items }
}
