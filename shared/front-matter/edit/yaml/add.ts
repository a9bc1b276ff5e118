import { isMap, type Pair, type YAMLMap } from 'yaml'
import { t } from '../../../texts/translate'
import type { Draft } from '../../prove/prove'
import { formatScalar } from '../../values/format-value'
import { acceptsScalar } from '../../values/intent'
import type { FieldScalar, FieldValue } from '../../values/types'
import { columnOf, contentEnd, lineStart, linesOf } from '../../yaml/extent'
import type { Steps } from '../../yaml/find'
import { findPair, keyName, lineOf, type Refused, rangeOf, refused, type YamlHead } from '../../yaml/head'
import { quotingOf, valuesOf } from '../../yaml/neighbour-style'
import type { AbsentPlace } from '../../yaml/place'
import { newBlockScalar } from './block-scalar'
import { listText } from './list-style'
import { afterColon, formatNew, isPlainDates } from './set'

/** Adds a missing field: at its usual position in the site's posts, else at the end of its group. */
export const addPair = (place: AbsentPlace, value: FieldValue): Draft[] | Refused => {
  const { head, path, found, style } = place
  const missing = path.slice(found.depth)
  if (missing.some((step) => typeof step === 'number')) return refused(t('form.noItem'), 1)
  const keys = missing.map((key) => formatScalar(String(key), 'plain', 'flow'))
  if (found.parent?.flow) return [intoFlowMap(place, found.parent, keys, value)]
  if (found.parent === null && found.holder) return underHolder(place, found.holder, keys, value)
  const column = columnOfKeys(head.source, found.parent)
  const insert = lines(place, keys, value, column)
  return placesFor(head, found.parent, String(missing[0]), style.order).map((at) => ({
    changes: [{ from: at, to: at, insert }],
    intent: intentOf(path, value),
    at: Math.max(0, at - 1),
  }))
}

const intentOf = (path: Steps, value: FieldValue): Draft['intent'] => ({
  kind: 'set',
  path,
  value: Array.isArray(value) ? value : acceptsScalar(value as FieldScalar, false, true),
})

const lines = (
  { head, found, style }: AbsentPlace,
  keys: readonly string[],
  value: FieldValue,
  column: number,
): string => {
  const pad = (depth: number) => ' '.repeat(column + 2 * depth)
  const groups = keys.slice(0, -1).map((key, depth) => `${pad(depth)}${key}:\n`)
  const last = keys.length - 1
  const start = `${pad(last)}${keys[last]}:`
  if (Array.isArray(value))
    return `${groups.join('')}${start}${listText(head, value, style, column + 2 * last)}\n`
  const quoting = style.quoting ?? quotingOf(valuesOf(found.parent ?? head.map))
  const block =
    typeof value === 'string' && value.includes('\n') ? newBlockScalar(value, column + 2 * last) : null
  return `${groups.join('')}${start} ${block ?? formatNew(value as FieldScalar, quoting, 'block', isPlainDates(style))}\n`
}

const columnOfKeys = (source: string, map: YAMLMap | null): number => {
  const first = map?.items[0]
  if (!first) return 0
  const at = rangeOf(first.key)?.from ?? 0
  // A key after `? ` is further right than the column of its group.
  const sign = /^([ \t]*)\?[ \t]+$/.exec(source.slice(lineStart(source, at), at))
  return sign?.[1]?.length ?? columnOf(source, at)
}

// The positions to try: after the last key that usually precedes it, else before the first that usually
// follows it, else at the end. Above the last field if that is a `|+` block that would absorb the new line.
const placesFor = (
  head: YamlHead,
  map: YAMLMap | null,
  key: string,
  order: readonly string[] = [],
): readonly number[] => {
  const { source } = head
  const last = map?.items.at(-1)
  if (!map || !last) return [source.length]
  const end = map === head.map ? [source.length, beforePair(source, last)] : [afterPair(source, last)]
  const rank = order.indexOf(key)
  if (rank < 0) return end
  const present = (keys: readonly string[]) =>
    keys.map((other) => findPair(map, other)).filter((pair) => pair !== null)
  const before = present(order.slice(0, rank)).at(-1)
  if (before) return [afterPair(source, before), ...end]
  const [after] = present(order.slice(rank + 1))
  const isFirstOfGroup = after === map.items[0] && map !== head.map
  return after && !isFirstOfGroup ? [beforePair(source, after), ...end] : end
}

const afterPair = (source: string, pair: Pair): number =>
  linesOf(source, rangeOf(pair.key)?.from ?? 0, pair).to

const beforePair = (source: string, pair: Pair): number => {
  let at = lineStart(source, rangeOf(pair.key)?.from ?? 0)
  while (at > 0 && /^[ \t]*#/.test(source.slice(lineStart(source, at - 1), at)))
    at = lineStart(source, at - 1)
  return at
}

const underHolder = (
  place: AbsentPlace,
  holder: Pair,
  keys: readonly string[],
  value: FieldValue,
): Draft[] | Refused => {
  const { head, path } = place
  const from = rangeOf(holder.key)?.from ?? 0
  if (afterColon(head.source, holder) === null) return refused(t('form.groupInSource'), lineOf(head, from))
  const at = linesOf(head.source, from, holder).to
  const insert = lines(place, keys, value, columnOf(head.source, from) + indentStep(head))
  return [{ changes: [{ from: at, to: at, insert }], intent: intentOf(path, value), at: from }]
}

// The indentation of the head's first group; two spaces if it has none.
const indentStep = (head: YamlHead): number => {
  for (const pair of head.map?.items ?? []) {
    const group = pair.value
    if (!isMap(group) || group.flow || !group.items[0]) continue
    return Math.max(1, columnOfKeys(head.source, group) - columnOf(head.source, rangeOf(pair.key)?.from ?? 0))
  }
  return 2
}

const intoFlowMap = (
  { head, path, style }: AbsentPlace,
  map: YAMLMap,
  keys: readonly string[],
  value: FieldValue,
): Draft => {
  const { from, to } = rangeOf(map) ?? { from: 0, to: 0 }
  const quoting = style.quoting ?? quotingOf(valuesOf(map))
  const text = Array.isArray(value)
    ? listText(head, value, { ...style, listStyle: 'flow' }, 0).trim()
    : formatNew(value as FieldScalar, quoting, 'flow', isPlainDates(style))
  const nested = keys.slice(1).reduceRight((inner, key) => `{${key}: ${inner}}`, text)
  const last = map.items.at(-1)
  const at = last ? contentEnd(head.source, last) : from + 1
  const json = last && head.source.startsWith('"', rangeOf(last.key)?.from)
  const key = json ? JSON.stringify(keyName(path.at(-keys.length))) : keys[0]
  const insert = `${last ? ', ' : ''}${key}: ${keys.length > 1 ? nested : text}`
  return {
    changes: [{ from: Math.min(at, to - 1), to: Math.min(at, to - 1), insert }],
    intent: intentOf(path, value),
    at: from,
  }
}
