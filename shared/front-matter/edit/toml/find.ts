import type { AST } from 'toml-eslint-parser'
import { tomlKeys } from '../../read/toml'

export type Steps = readonly (string | number)[]

/** The value at a path; null if there is none, or if it is a table with a `[heading]`. */
export const findValue = (tree: AST.TOMLTopLevelTable, path: Steps): AST.TOMLContentNode | null => {
  for (const part of tree.body) {
    const found =
      part.type === 'TOMLKeyValue'
        ? inPair(part, path)
        : startsWith(path, part.resolvedKey) && inPairs(part.body, path.slice(part.resolvedKey.length))
    if (found) return found
  }
  return null
}

/** True if a path leads further down than another: longer, with the same first steps. */
export const startsWith = (path: Steps, start: Steps): boolean =>
  start.length < path.length && start.every((step, at) => path[at] === step)

const inPairs = (pairs: readonly AST.TOMLKeyValue[], path: Steps) => {
  for (const pair of pairs) {
    const found = inPair(pair, path)
    if (found) return found
  }
  return null
}

const inPair = (pair: AST.TOMLKeyValue, path: Steps): AST.TOMLContentNode | null => {
  const keys = tomlKeys(pair.key)
  if (!keys.every((key, at) => path[at] === key)) return null
  return inValue(pair.value, path.slice(keys.length))
}

const inValue = (node: AST.TOMLContentNode, path: Steps): AST.TOMLContentNode | null => {
  const [step, ...rest] = path
  if (step === undefined) return node
  if (node.type === 'TOMLInlineTable') return inPairs(node.body, path)
  if (node.type !== 'TOMLArray' || typeof step !== 'number') return null
  const item = node.elements[step]
  return item ? inValue(item, rest) : null
}

/** A key with its value: at the top, below a heading, or in braces. */
export interface FoundPair {
  readonly pair: AST.TOMLKeyValue
  /** The keys of the pair from the top. */
  readonly path: Steps
  readonly braces: AST.TOMLInlineTable | null
}

/** All pairs of a head, including those in tables and braces. */
export const pairsOf = (tree: AST.TOMLTopLevelTable): readonly FoundPair[] =>
  tree.body.flatMap((part) =>
    part.type === 'TOMLKeyValue'
      ? withInner(part, [], null)
      : part.body.flatMap((pair) => withInner(pair, part.resolvedKey, null)),
  )

const withInner = (pair: AST.TOMLKeyValue, above: Steps, braces: AST.TOMLInlineTable | null): FoundPair[] => {
  const path = [...above, ...tomlKeys(pair.key)]
  const { value } = pair
  const inner =
    value.type === 'TOMLInlineTable' ? value.body.flatMap((child) => withInner(child, path, value)) : []
  return [{ pair, path, braces }, ...inner]
}

/** True if two paths are the same. */
export const isSamePath = (a: Steps, b: Steps): boolean =>
  a.length === b.length && a.every((step, at) => step === b[at])
