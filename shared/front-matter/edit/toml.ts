import type { AST } from 'toml-eslint-parser'
import { proveOther } from '../prove/prove-other'
import { HeadError } from '../read/head-error'
import { Accepts } from '../read/same-data'
import { lineAt, type SplitPost } from '../read/split'
import { readToml, tomlKeys, tomlTree } from '../read/toml'
import { acceptsScalar } from '../values/intent'
import type { Edit, EditStyle, FieldScalar } from '../values/types'
import { nextLine } from '../yaml/extent'
import { refused } from '../yaml/head'
import type { RangedList } from './list'

type NewValue = string | number | boolean | readonly FieldScalar[]

/** Sets one scalar of a TOML head, or adds a field at the top. Tables are edited in the source. */
export const editToml = (
  text: string,
  split: SplitPost,
  path: readonly (string | number)[],
  value: FieldScalar | readonly FieldScalar[],
  style: EditStyle,
): Edit => {
  const source = text.slice(split.content.from, split.content.to)
  const firstLine = lineAt(text, split.content.from) + 1
  try {
    const tree = tomlTree(source)
    const node = findValue(tree, path)
    if (value === null) return refused('TOML has no empty value', firstLine)
    if (!node) return add(text, split, source, tree, path, value, style)
    if (node.type !== 'TOMLValue' || isList(value))
      return refused('Tables of TOML are edited in the source', node.loc.start.line + firstLine - 1)
    const [from, to] = node.range
    const insert = tomlLike(node, value)
    const accepted = acceptsScalar(value, insert === value, false)
    return proveOther(text, split, [{ from, to, insert }], { kind: 'set', path, value: accepted }, readToml)
  } catch (error) {
    if (!(error instanceof HeadError)) throw error
    return refused(error.message, firstLine + error.line)
  }
}

const findValue = (
  tree: AST.TOMLTopLevelTable,
  path: readonly (string | number)[],
): AST.TOMLContentNode | null => {
  for (const part of tree.body) {
    const found =
      part.type === 'TOMLKeyValue'
        ? inPair(part, path)
        : startsWith(path, part.resolvedKey) && inPairs(part.body, path.slice(part.resolvedKey.length))
    if (found) return found
  }
  return null
}

const startsWith = (path: readonly (string | number)[], start: readonly (string | number)[]): boolean =>
  start.length < path.length && start.every((step, at) => path[at] === step)

const inPairs = (pairs: readonly AST.TOMLKeyValue[], path: readonly (string | number)[]) => {
  for (const pair of pairs) {
    const found = inPair(pair, path)
    if (found) return found
  }
  return null
}

const inPair = (pair: AST.TOMLKeyValue, path: readonly (string | number)[]): AST.TOMLContentNode | null => {
  const keys = tomlKeys(pair.key)
  if (!keys.every((key, at) => path[at] === key)) return null
  return inValue(pair.value, path.slice(keys.length))
}

const inValue = (
  node: AST.TOMLContentNode,
  path: readonly (string | number)[],
): AST.TOMLContentNode | null => {
  const [step, ...rest] = path
  if (step === undefined) return node
  if (node.type === 'TOMLInlineTable') return inPairs(node.body, path)
  if (node.type !== 'TOMLArray' || typeof step !== 'number') return null
  const item = node.elements[step]
  return item ? inValue(item, rest) : null
}

const tomlDate = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[-+]\d\d:\d\d)?)?$/

const tomlLike = (node: AST.TOMLValue, value: string | number | boolean): string => {
  if (typeof value !== 'string') return String(value)
  if ('datetime' in node && tomlDate.test(value)) return value
  if ((node.kind === 'integer' || node.kind === 'float') && /^[-+]?\d+(?:\.\d+)?$/.test(value)) return value
  if (node.kind !== 'string') return basicString(value)
  if (node.style === 'literal' && !node.multiline && isLiteral(value)) return `'${value}'`
  if (!node.multiline) return basicString(value)
  return node.style === 'basic' ? `"""\n${multiline(value)}"""` : `'''\n${value}'''`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a literal string has no escapes for these
const isLiteral = (value: string): boolean => !/['\x00-\x08\x0a-\x1f\x7f]/.test(value)
const basicString = (value: string): string => JSON.stringify(value).replaceAll('\x7f', '\\u007f')
const multiline = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')

const add = (
  text: string,
  split: SplitPost,
  source: string,
  tree: AST.TOMLTopLevelTable,
  path: readonly (string | number)[],
  value: NewValue,
  style: EditStyle,
): Edit => {
  const [key] = path
  if (path.length !== 1 || typeof key !== 'string')
    return refused('A nested field of TOML is added in the source', 1)
  const pairs = tree.body.filter((part) => part.type === 'TOMLKeyValue')
  const order = style.order ?? []
  const before = order.slice(0, Math.max(0, order.indexOf(key)))
  const after = pairs.findLast((pair) => before.includes(tomlKeys(pair.key)[0] ?? '')) ?? pairs.at(-1)
  const at = after ? nextLine(source, after.range[1]) : 0
  const name = /^[\w-]+$/.test(key) ? key : JSON.stringify(key)
  const insert = `${name} = ${newValue(value)}\n`
  return proveOther(text, split, [{ from: at, to: at, insert }], { kind: 'set', path, value }, readToml)
}

const isList = (value: NewValue | null): value is readonly FieldScalar[] => Array.isArray(value)
const newValue = (value: NewValue | null): string => {
  if (isList(value)) return `[${value.map(newValue).join(', ')}]`
  return typeof value === 'string' ? basicString(value) : String(value)
}

/** Writes the value of a field of a TOML head as it was typed. Tables with a heading are edited in the source. */
export const editRawToml = (text: string, split: SplitPost, path: readonly string[], typed: string): Edit => {
  const source = text.slice(split.content.from, split.content.to)
  try {
    const node = findValue(tomlTree(source), path)
    if (!node) return refused('Tables of TOML are edited in the source', 1)
    const change = { from: node.range[0], to: node.range[1], insert: typed.trim() }
    const value = new Accepts(() => true)
    return proveOther(text, split, [change], { kind: 'set', path, value }, readToml)
  } catch (error) {
    if (!(error instanceof HeadError)) throw error
    return refused(error.message, lineAt(text, split.content.from) + 1 + error.line)
  }
}

/** The list at a path of a TOML head, with its items' ranges; null where there is none. Throws HeadError. */
export const tomlList = (source: string, path: readonly (string | number)[]): RangedList | null => {
  const node = findValue(tomlTree(source), path)
  if (node?.type !== 'TOMLArray') return null
  const items = node.elements.map((item) => ({ from: item.range[0], to: item.range[1], ...scalarOf(item) }))
  return { from: node.range[0], to: node.range[1], items }
}

const scalarOf = (item: AST.TOMLContentNode): { readonly value?: unknown } => {
  if (item.type !== 'TOMLValue') return {}
  return { value: 'datetime' in item ? item.datetime : item.value }
}

/** An item as it is written beside the others of its list. */
export const tomlItem = (source: string, list: RangedList, value: FieldScalar): string => {
  const literal = list.items.length > 0 && list.items.every((item) => source[item.from] === "'")
  return typeof value === 'string' && literal && isLiteral(value) ? `'${value}'` : newValue(value ?? '')
}
