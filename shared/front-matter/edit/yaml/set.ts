import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml'
import { t } from '../../../texts/translate'
import type { Draft } from '../../prove/prove'
import { plainKind } from '../../read/yaml-types'
import { formatScalar, isPlainText, quoteText } from '../../values/format-value'
import { acceptsScalar, type Intent } from '../../values/intent'
import type { EditStyle, FieldScalar, Quoting } from '../../values/types'
import { columnOf, isBlockScalar, isEmpty } from '../../yaml/extent'
import type { Steps } from '../../yaml/find'
import { isQuoted, lineOf, type Refused, rangeOf, refused } from '../../yaml/head'
import { quotingOf, quotingOfScalar, valuesOf } from '../../yaml/neighbour-style'
import type { ValuePlace } from '../../yaml/place'
import { blockScalarLike, newBlockScalar } from './block-scalar'

/** The ways to replace a scalar with another, the closest to its style first. */
export const setScalar = (place: ValuePlace, value: FieldScalar): Draft[] | Refused => {
  const { head, path, found, style } = place
  const node = found.kind === 'pair' ? found.pair.value : found.item
  const holder = found.kind === 'pair' ? found.map : found.list
  const within = holder.flow ? 'flow' : 'block'
  const line = lineOf(head, rangeOf(node)?.from ?? 0)
  if (isAlias(node)) return refused(t('form.isReference', { name: node.source }), line)
  if (isMap(node) || isSeq(node)) return refused(t('form.isGroup'), line)
  const quoting = style.quoting ?? quotingOf(valuesOf(holder).filter((other) => other !== node))
  if (isEmpty(node)) return fillEmpty(place, formatNew(value, quoting, within, isPlainDates(style)), value)
  if (!isScalar(node)) return refused(t('form.valueInSource'), line)
  const { from, to } = scalarRange(head.source, node)
  return textsFor(place, node, value, quoting).map((insert) => ({
    changes: [{ from, to, insert }],
    intent: setIntent(path, value, insert),
    at: from,
  }))
}

/** True if a new date of the field may be written without quotes. */
export const isPlainDates = ({ plainDates, asText }: EditStyle): boolean => plainDates === true && !asText

/** The intent of setting a scalar that is written as `source`. */
const setIntent = (path: Steps, value: FieldScalar, source: string): Intent => ({
  kind: 'set',
  path,
  value: acceptsScalar(value, source === value, /^[|>]/.test(source)),
})

/**
 * A new value, quoted as asked, and always quoted if it would be read as another type. With `plainDates` a
 * date is written without quotes.
 */
export const formatNew = (
  value: FieldScalar,
  quoting: Quoting,
  within: 'block' | 'flow',
  plainDates = false,
): string => {
  const isPlainDate = typeof value === 'string' && plainDates && plainKind(value) === 'date'
  return isPlainDate && isPlainText(value, within) ? value : formatScalar(value, quoting, within)
}

const scalarRange = (source: string, node: Scalar): { from: number; to: number } => {
  const { from, to } = rangeOf(node) ?? { from: 0, to: 0 }
  return isBlockScalar(node) ? { from, to: from + source.slice(from, to).trimEnd().length } : { from, to }
}

const textsFor = (
  { head: { source }, found, style }: ValuePlace,
  node: Scalar,
  value: FieldScalar,
  quoting: Quoting,
): string[] => {
  const within = (found.kind === 'pair' ? found.map : found.list).flow ? 'flow' : 'block'
  if (typeof value !== 'string') return [formatScalar(value, 'plain', within)]
  const { from, to } = scalarRange(source, node)
  const column =
    found.kind === 'pair' ? columnOf(source, rangeOf(found.pair.key)?.from ?? 0) : columnOf(source, from)
  const quoted = quoteText(value, 'double')
  if (isBlockScalar(node)) return present([blockScalarLike(source.slice(from, to), value, column), quoted])
  if (isQuoted(node))
    return [quoteText(value, quotingOfScalar(node) === 'single' ? 'single' : 'double'), quoted]
  const block =
    within === 'block' && found.kind === 'pair' && value.includes('\n') ? newBlockScalar(value, column) : null
  const stays =
    !style.asText && isPlainText(value, within) && plainKind(value) === plainKind(source.slice(from, to))
  return present([block, stays ? value : formatScalar(value, quoting, within), quoted])
}

const present = (texts: readonly (string | null)[]): string[] => texts.filter((text) => text !== null)

const fillEmpty = (
  { head, path, found }: ValuePlace,
  text: string,
  value: FieldScalar,
): Draft[] | Refused => {
  const at = found.kind === 'pair' ? afterColon(head.source, found.pair) : (rangeOf(found.item)?.from ?? null)
  if (at === null) return refused(t('form.valueInSource'), 1)
  const gap = /\s/.test(head.source[at - 1] ?? ' ') ? '' : ' '
  return [{ changes: [{ from: at, to: at, insert: gap + text }], intent: setIntent(path, value, text), at }]
}

/** The offset after the colon of a pair; null if it has none. */
export const afterColon = (source: string, pair: Pair): number | null => {
  const end = rangeOf(pair.key)?.to
  if (end === undefined) return null
  const colon = /^\s*:/.exec(source.slice(end, end + 200))
  return colon ? end + colon[0].length : null
}
