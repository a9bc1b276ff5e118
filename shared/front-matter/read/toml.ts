import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import { HeadError } from './head-error'

/** The syntax tree of a TOML head, with ranges. Throws HeadError. */
export const tomlTree = (content: string): AST.TOMLTopLevelTable => {
  try {
    return parseTOML(content, { tomlVersion: '1.0' }).body[0]
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    throw new HeadError(error.message, error.lineNumber - 1)
  }
}

/** Reads TOML into plain data; dates stay text, as written. Throws HeadError. */
export const readToml = (content: string): Record<string, unknown> => {
  const root: Record<string, unknown> = {}
  for (const part of tomlTree(content).body) {
    if (part.type === 'TOMLKeyValue') assign(root, part)
    else for (const pair of part.body) assign(tableAt(root, part.resolvedKey), pair)
    if (part.type === 'TOMLTable' && part.body.length === 0) tableAt(root, part.resolvedKey)
  }
  return root
}

/** The keys of a dotted TOML key. */
export const tomlKeys = (key: AST.TOMLKey): string[] =>
  key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value))

const assign = (table: Record<string, unknown>, pair: AST.TOMLKeyValue): void => {
  const keys = tomlKeys(pair.key)
  const last = keys.pop() ?? ''
  set(tableAt(table, keys), last, dataOf(pair.value))
}

const set = (table: Record<string, unknown>, key: string, value: unknown): void => {
  Object.defineProperty(table, key, { value, enumerable: true, configurable: true, writable: true })
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const tableAt = (
  root: Record<string, unknown>,
  path: readonly (string | number)[],
): Record<string, unknown> => {
  let here: Record<string, unknown> = root
  for (let at = 0; at < path.length; at++) {
    const key = String(path[at])
    const next = path[at + 1]
    if (typeof next === 'number') {
      if (!Array.isArray(own(here, key))) set(here, key, [])
      const list = own(here, key) as unknown[]
      if (!isTable(list[next])) list[next] = {}
      here = list[next] as Record<string, unknown>
      at++
    } else {
      if (!isTable(own(here, key))) set(here, key, {})
      here = own(here, key) as Record<string, unknown>
    }
  }
  return here
}

const own = (table: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(table, key) ? table[key] : undefined

const dataOf = (node: AST.TOMLContentNode): unknown => {
  if (node.type === 'TOMLArray') return node.elements.map(dataOf)
  if (node.type === 'TOMLInlineTable') {
    const table: Record<string, unknown> = {}
    for (const pair of node.body) assign(table, pair)
    return table
  }
  return 'datetime' in node ? node.datetime : node.value
}
