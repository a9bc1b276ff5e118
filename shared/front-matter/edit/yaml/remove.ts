import { isScalar, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import type { TextChange } from '../../../text/text-change'
import { t } from '../../../texts/translate'
import type { Draft } from '../../prove/prove'
import { formatScalar, quoteText } from '../../values/format-value'
import { takeFromBrackets } from '../../yaml/bracket-list'
import { contentEnd, lineStart, linesOf, linesWithComments } from '../../yaml/extent'
import type { Steps } from '../../yaml/find'
import { keyName, lineOf, type Refused, rangeOf, refused, type YamlHead } from '../../yaml/head'
import { quotingOfScalar } from '../../yaml/neighbour-style'
import type { YamlPlace } from '../../yaml/place'
import { afterColon } from './set'

/**
 * Removes a field or item with its own lines and comments. Its group or list stays, even if it becomes empty.
 */
export const removeNode = ({ head, path, found }: YamlPlace): Draft | readonly Draft[] | Refused => {
  if (found.kind === 'absent') return refused(t('form.noField', { field: path.join('.') }), 1)
  const { source } = head
  const holder = found.kind === 'pair' ? found.map : found.list
  const item = found.kind === 'pair' ? found.pair : found.item
  const at =
    found.kind === 'pair' ? (rangeOf(found.pair.key)?.from ?? 0) : startOfItem(source, found.list, found.at)
  const intent = { kind: 'remove', path } as const
  if (holder.flow) return { changes: [fromFlow(source, holder, item)], intent, at }
  const before = source.slice(lineStart(source, at), at)
  if (before.trim() !== '' && before.trim() !== '?') return refused(t('form.firstOfItem'), lineOf(head, at))
  if (holder.items.length === 1 && holder !== head.map) return emptied(head, path, holder, at)
  const lines = linesOf(source, at, item)
  // The comment is kept if a `|+` text above would absorb what follows without it.
  return [linesWithComments(source, lines), lines].map((range) => ({
    changes: [{ ...range, insert: '' }],
    intent,
    at,
  }))
}

const startOfItem = (source: string, list: YAMLSeq, at: number): number => {
  const start = rangeOf(list.items[at])?.from ?? 0
  const dash = source.lastIndexOf('-', start - 1)
  return list.flow || dash < 0 ? start : dash
}

// Removes the last entry of a group or list, which becomes `{}` or `[]` instead of null.
const emptied = (head: YamlHead, path: Steps, holder: YAMLMap | YAMLSeq, at: number): Draft | Refused => {
  const { source } = head
  const colon = colonBefore(head.map?.items ?? [], holder, source)
  const lines = linesOf(source, at, holder)
  if (colon === null) return refused(t('form.lastOfGroup'), lineOf(head, at))
  const sign = holder.items.every((item) => isPairNode(item)) ? '{}' : '[]'
  const changes = [
    { from: colon, to: colon, insert: ` ${sign}` },
    { ...lines, insert: '' },
  ]
  return { changes, intent: { kind: 'remove', path }, at }
}

const isPairNode = (item: unknown): item is Pair => typeof item === 'object' && item !== null && 'key' in item

const colonBefore = (pairs: readonly Pair[], holder: unknown, source: string): number | null => {
  const pair = pairs.find((candidate) => candidate.value === holder)
  return pair ? afterColon(source, pair) : null
}

const fromFlow = (source: string, holder: YAMLMap | YAMLSeq, item: unknown): TextChange => {
  const start = (node: unknown) => (isPairNode(node) ? rangeOf(node.key) : rangeOf(node))?.from ?? 0
  const ranges = holder.items.map((node) => ({ from: start(node), to: contentEnd(source, node) }))
  return takeFromBrackets(source, ranges, holder.items.indexOf(item as never), true)
}

/** Renames a key and keeps its quotes. */
export const renamePair = ({ head, path, found }: YamlPlace, to: string): Draft | Refused => {
  if (found.kind !== 'pair') return refused(t('form.noField', { field: path.join('.') }), 1)
  const { pair, map } = found
  const range = rangeOf(pair.key) ?? { from: 0, to: 0 }
  const line = lineOf(head, range.from)
  if (map.items.some((other) => keyName(other.key) === to))
    return refused(t('form.fieldTaken', { field: to }), line)
  if (map.items.filter((other) => keyName(other.key) === path.at(-1)).length > 1)
    return refused(t('form.fieldTwice', { field: String(path.at(-1)) }), line)
  const quoting = isScalar(pair.key) ? quotingOfScalar(pair.key) : 'plain'
  const insert = quoting === 'plain' ? formatScalar(to, 'plain', 'flow') : quoteText(to, quoting)
  return { changes: [{ ...range, insert }], intent: { kind: 'rename', path, to }, at: range.from }
}
