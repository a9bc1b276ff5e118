import { type Document, isAlias, isMap, isScalar, isSeq, type Pair } from 'yaml'
import { keyName } from './head'

// A second reading besides gray-matter's, made by `yaml`. Aliases are not resolved, so that a head with many
// of them stays small, and duplicate keys are kept apart. Never recursive beyond the depth limit.

/** The head as data that keeps its structure: aliases by name, and all values of duplicate keys. */
export const shapeOf = (document: Document.Parsed): unknown =>
  document.contents === null || (isScalar(document.contents) && document.contents.source === '')
    ? {}
    : shape(document.contents)

const shape = (node: unknown): unknown => {
  if (isAlias(node)) return `*${node.source}`
  if (isScalar(node)) return node.value
  if (isSeq(node)) return node.items.map(shape)
  if (isMap(node)) return mapShape(node.items)
  return null
}

const mapShape = (pairs: readonly Pair[]): Record<string, unknown> => {
  const seen = new Map<string, number>()
  for (const pair of pairs) seen.set(keyName(pair.key), (seen.get(keyName(pair.key)) ?? 0) + 1)
  return Object.fromEntries(
    pairs.map((pair) => {
      const key = keyName(pair.key)
      const later = (seen.get(key) ?? 1) - 1
      seen.set(key, later)
      return [later === 0 ? key : `${key}\0${later}`, shape(pair.value)]
    }),
  )
}
