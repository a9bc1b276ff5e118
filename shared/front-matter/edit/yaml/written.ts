import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import { itemAt } from '../../../base/item-at'
import { t } from '../../../texts/translate'
import type { FrontMatter } from '../../read/parse'
import { lineAt } from '../../read/split'
import type { WrittenField, WrittenFields } from '../../values/head-editor'
import { contentEnd } from '../../yaml/extent'
import { keyName, rangeOf, readYamlHead, type YamlHead } from '../../yaml/head'
import { quotingOf, quotingOfScalar } from '../../yaml/neighbour-style'
import { rawPlaceOf, rawTextOf } from './raw-value'

/** The fields of a YAML head in order, with their positions and style. Empty if the head is broken. */
export const writtenYaml = (text: string, read: FrontMatter): WrittenFields => {
  const head = readYamlHead(text, read)
  return head.kind === 'refused' || !head.map
    ? new Map()
    : yamlFields(head, head.map, new Set(anchorsUsed(head)))
}

const anchorsUsed = (head: YamlHead): string[] =>
  head.source.includes('*')
    ? [...head.source.matchAll(/\*([^\s,[\]{}]+)/g)].map((match) => itemAt(match, 1))
    : []

const yamlFields = (head: YamlHead, map: YAMLMap, used: ReadonlySet<string>): WrittenFields => {
  // Of duplicate keys the last one counts, for parsers and for edits.
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
      ? t('form.takesValue', { name: value.source })
      : anchor && used.has(anchor)
        ? t('form.givesValue', { name: anchor })
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
