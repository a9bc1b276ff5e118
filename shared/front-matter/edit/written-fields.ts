import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import { jsonTree } from '../read/json'
import type { FrontMatter } from '../read/parse'
import { lineAt, type SplitPost, splitPost } from '../read/split'
import { tomlKeys, tomlTree } from '../read/toml'
import type { Quoting } from '../values/types'
import { contentEnd } from '../yaml/extent'
import { keyName, rangeOf, readYamlHead, type YamlHead } from '../yaml/head'
import { quotingOf, quotingOfScalar } from '../yaml/neighbour-style'
import { rawPlaceOf, rawTextOf } from './raw-value'

/** How one field stands in the file. */
export interface WrittenField {
  /** The value as it is written, quotes and all. */
  readonly source: string
  /** The value with its comments as it can be edited in the head's own language; null where only the source view can. */
  readonly raw: string | null
  /** The text between the quotes; null for lists and groups. */
  readonly text: string | null
  readonly line: number
  readonly quoting: Quoting | null
  readonly listStyle: 'flow' | 'block' | null
  /** Why the form cannot edit it; null when it can. */
  readonly locked: string | null
  /** The fields of a group. */
  readonly fields: ReadonlyMap<string, WrittenField>
  /** The items of a list as text, where all are scalars. */
  readonly items: readonly string[] | null
}

type Fields = ReadonlyMap<string, WrittenField>

/** The fields of a head in their order, with where and how they are written. Empty when the head is broken. */
export const writtenFields = (text: string, read: FrontMatter): Fields => {
  const split = splitPost(text)
  if (split.language === 'toml') return tomlFields(text, split)
  if (split.language === 'json') return jsonFields(text, split)
  const head = readYamlHead(text, read)
  return head.kind === 'refused' || !head.map
    ? new Map()
    : yamlFields(head, head.map, new Set(anchorsUsed(head)))
}

const anchorsUsed = (head: YamlHead): string[] =>
  head.source.includes('*')
    ? [...head.source.matchAll(/\*([^\s,[\]{}]+)/g)].map((match) => match[1] ?? '')
    : []

const yamlFields = (head: YamlHead, map: YAMLMap, used: ReadonlySet<string>): Fields => {
  // The same key again: readers take the last one, and so do the edits.
  const fields = new Map<string, WrittenField>()
  const lines = lineCounter(head)
  for (const pair of map.items) fields.set(keyName(pair.key), yamlField(head, map, pair, used, lines))
  return fields
}

const lineCounter = (head: YamlHead): ((offset: number) => number) => {
  const first = lineAt(head.text, head.offset) + 1
  return (offset) => first + lineAt(head.source, offset)
}

const yamlField = (
  head: YamlHead,
  map: YAMLMap,
  pair: Pair,
  used: ReadonlySet<string>,
  lineOf: (offset: number) => number,
): WrittenField => {
  const { value } = pair
  const from = rangeOf(value)?.from ?? 0
  const original = head.text.slice(
    head.offset + from,
    head.offset + contentEnd(head.source, value ?? pair.key),
  )
  const place = rawPlaceOf(head.source, map, pair)
  const anchor = isScalar(value) || isMap(value) || isSeq(value) ? value.anchor : undefined
  return {
    source: value === null ? '' : original,
    raw: place && rawTextOf(head.text.slice(head.offset), place),
    text: isScalar(value)
      ? value.type === 'PLAIN' && !original.includes('\n')
        ? original
        : asText(value.value)
      : null,
    line: lineOf(rangeOf(pair.key)?.from ?? 0),
    quoting: isScalar(value) ? quotingOfScalar(value) : isSeq(value) ? quotingOf(value.items) : null,
    listStyle: isSeq(value) ? (value.flow ? 'flow' : 'block') : null,
    locked: isAlias(value)
      ? `It takes its value from another field (*${value.source})`
      : anchor && used.has(anchor)
        ? `Other fields take their value from it (&${anchor})`
        : null,
    fields: isMap(value) ? yamlFields(head, value, used) : new Map(),
    items:
      isSeq(value) && value.items.every((item) => isScalar(item))
        ? value.items.map((item) => itemText(head, item))
        : null,
  }
}

const itemText = (head: YamlHead, item: unknown): string => {
  const range = rangeOf(item)
  const plain = isScalar(item) && item.type === 'PLAIN' && range
  return plain
    ? head.text.slice(head.offset + range.from, head.offset + range.to)
    : isScalar(item)
      ? asText(item.value)
      : ''
}

const asText = (value: unknown): string => (value === null ? '' : String(value))

const plainField = (source: string, text: string | null, line: number): WrittenField => ({
  source,
  raw: null,
  text,
  line,
  quoting: null,
  listStyle: null,
  locked: null,
  fields: new Map(),
  items: null,
})

const tomlFields = (text: string, split: SplitPost): Fields => {
  const source = text.slice(split.content.from, split.content.to)
  const first = lineAt(text, split.content.from)
  const fields = new Map<string, WrittenField>()
  for (const part of tomlTree(source).body) {
    const key = part.type === 'TOMLKeyValue' ? tomlKeys(part.key)[0] : String(part.resolvedKey[0])
    if (key === undefined || fields.has(key)) continue
    const value = part.type === 'TOMLKeyValue' && part.key.keys.length === 1 ? part.value : null
    const written = value ? source.slice(...value.range) : source.slice(...part.range)
    const raw = value && written
    const locked = value ? null : 'Tables of TOML are edited in the source'
    fields.set(key, { ...plainField(written, null, first + part.loc.start.line), raw, locked })
  }
  return fields
}

const jsonFields = (text: string, split: SplitPost): Fields => {
  const { from, to } = split.content
  const source = text.slice(from, to)
  const fields = new Map<string, WrittenField>()
  for (const { children } of jsonTree(source).children ?? []) {
    const [key, value] = children ?? []
    if (!key || !value) continue
    const written = source.slice(value.offset, value.offset + value.length)
    const line = lineAt(text, from + key.offset) + 1
    fields.set(String(key.value), { ...plainField(written, null, line), raw: written })
  }
  return fields
}
