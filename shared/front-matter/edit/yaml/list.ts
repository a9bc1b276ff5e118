import { isScalar, isSeq, type YAMLSeq } from 'yaml'
import type { TextChange } from '../../../text/text-change'
import { t } from '../../../texts/translate'
import type { Draft } from '../../prove/prove'
import { plainKind } from '../../read/yaml-types'
import { acceptsScalar, type Intent } from '../../values/intent'
import type { FieldScalar } from '../../values/types'
import { addToBrackets } from '../../yaml/bracket-list'
import { columnOf, contentEnd, isEmpty, lineStart, linesOf } from '../../yaml/extent'
import { lineOf, type Refused, rangeOf, refused } from '../../yaml/head'
import { quotingOf } from '../../yaml/neighbour-style'
import type { PairPlace, ValuePlace } from '../../yaml/place'
import { listText } from './list-style'
import { afterColon, formatNew } from './set'

/**
 * Adds an item at the end of a list, in the list's own style; a field without a value becomes a list of one.
 */
export const addListItem = (place: ValuePlace, value: FieldScalar): Draft[] | Refused => {
  const { head, path, found, style } = place
  const node = found.kind === 'pair' ? found.pair.value : found.item
  if (found.kind === 'pair' && isEmpty(node)) return firstItem({ ...place, found }, value)
  const at = rangeOf(node)?.from ?? 0
  if (!isSeq(node)) return refused(t('form.notList', { field: path.join('.') }), lineOf(head, at))
  const quoting = node.items.length > 0 ? quotingOf(node.items) : (style.quoting ?? 'plain')
  const text = isLikeAll(node, value) ? value : formatNew(value, quoting, node.flow ? 'flow' : 'block')
  const intent: Intent = {
    kind: 'insert',
    path,
    at: node.items.length,
    value: acceptsScalar(value, text === value, false),
  }
  const changes = node.flow
    ? addToBrackets(head.source, rangeOf(node) ?? { from: 0, to: 0 }, lastRange(head.source, node), text)
    : intoBlock(head.source, node, text)
  return [{ changes, intent, at }]
}

/** True for a number among numbers or a date among plain dates, which is then written without quotes too. */
const isLikeAll = (list: YAMLSeq, value: FieldScalar): value is string => {
  const kind = typeof value === 'string' ? plainKind(value) : 'text'
  const isLike = (item: unknown) =>
    isScalar(item) && item.type === 'PLAIN' && plainKind(String(item.source ?? '')) === kind
  return (kind === 'number' || kind === 'date') && list.items.length > 0 && list.items.every(isLike)
}

const firstItem = ({ head, path, found, style }: PairPlace, value: FieldScalar): Draft[] | Refused => {
  const from = rangeOf(found.pair.key)?.from ?? 0
  const colon = afterColon(head.source, found.pair)
  if (colon === null) return refused(t('form.listInSource'), lineOf(head, from))
  const inFlow = found.map.flow ? { ...style, listStyle: 'flow' as const } : style
  const text = listText(head, [value], inFlow, columnOf(head.source, from))
  const isBlock = text.startsWith('\n')
  const end = linesOf(head.source, from, found.pair).to
  const change: TextChange = isBlock
    ? { from: end, to: end, insert: `${text.slice(1)}\n` }
    : { from: colon, to: colon, insert: text }
  return [{ changes: [change], intent: { kind: 'set', path, value: [value] }, at: from }]
}

const lastRange = (source: string, list: YAMLSeq) => {
  const last = list.items.at(-1)
  return last === undefined ? undefined : { from: rangeOf(last)?.from ?? 0, to: contentEnd(source, last) }
}

const intoBlock = (source: string, list: YAMLSeq, text: string): TextChange[] => {
  const last = list.items.at(-1)
  const start = rangeOf(list)?.from ?? 0
  const lastFrom = rangeOf(last)?.from ?? start
  const { to } = linesOf(source, lastFrom, last)
  const dash = source.slice(lineStart(source, lastFrom), lastFrom)
  // The gap after the dash is copied from the last item, if that starts on the line of its dash.
  const gap = /-([ \t]+)$/.exec(dash)?.[1] ?? ' '
  return [{ from: to, to, insert: `${' '.repeat(columnOf(source, start))}-${gap}${text}\n` }]
}
