import { isScalar, type Pair, type Scalar, type YAMLSeq } from 'yaml'
import { itemAt } from '../../base/item-at'
import type { TextChange } from '../../text/text-change'
import { t } from '../../texts/translate'
import { blockIndentOf } from '../edit/yaml/list-style'
import { afterColon, formatNew } from '../edit/yaml/set'
import type { Draft } from '../prove/prove'
import { type FieldSchema, isTextType } from '../schema/site-schema'
import { formatScalar, isPlainText, quoteText } from '../values/format-value'
import type { FieldScalar } from '../values/types'
import { columnOf, nextLine } from '../yaml/extent'
import type { Steps } from '../yaml/find'
import { lineOf, type Refused, rangeOf, refused, type YamlHead } from '../yaml/head'

/** A field to be rewritten in another style. */
export interface Target {
  readonly head: YamlHead
  readonly path: Steps
  readonly pair: Pair
  /** True inside braces, where a list cannot have one item per line. */
  readonly inFlow: boolean
}

/** Rewrites a list in brackets as one item per line, or the reverse; each item keeps its own quotes. */
export const restyledList = (target: Target, list: YAMLSeq, usual: FieldSchema): Draft | Refused => {
  const items = itemsOf(target, list)
  if ('reason' in items) return items
  if (usual.listStyle === (list.flow ? 'flow' : 'block')) return refusal(target, t('form.alreadySo'))
  const values = items.map(({ value }) => value)
  if (usual.listStyle === 'block')
    return asLines(
      target,
      list,
      items.map(({ source }) => source),
      values,
    )
  return inPlaceOf(target, list, `[${items.map(inBrackets).join(', ')}]`, values)
}

/** Rewrites a text of terms as a list, as in the other posts. */
export const listOfText = (target: Target, node: Scalar, usual: FieldSchema): Draft | Refused => {
  const text = String(node.value)
  if (typeof node.value !== 'string') return refusal(target, t('form.notText', { text }))
  if (/\s/.test(text) && !text.includes(',')) return refusal(target, t('form.oneOrSeveral'))
  const terms = text.split(',').map((term) => term.trim())
  if (terms.some((term) => term === '') || new Set(terms).size < terms.length)
    return refusal(target, t('form.termEmpty'))
  const style = target.inFlow ? 'flow' : usual.listStyle
  const items = terms.map((term) => formatNew(term, usual.quoting, style))
  return style === 'block'
    ? asLines(target, node, items, terms)
    : inPlaceOf(target, node, `[${items.join(', ')}]`, terms)
}

/** Rewrites a list as text, as in the other posts. */
export const textOfList = (target: Target, list: YAMLSeq, usual: FieldSchema): Draft | Refused => {
  if (!isTextType(usual.type)) return refusal(target, t('form.listAsValue'))
  const items = itemsOf(target, list)
  if ('reason' in items) return items
  const terms = items.map(({ value }) => value)
  if (!terms.every((term) => typeof term === 'string')) return refusal(target, t('form.notAllText'))
  if (terms.some((term) => term.includes(','))) return refusal(target, t('form.commaInItem'))
  if (terms.length > 1 && !usual.values.some(({ value }) => value.includes(',')))
    return refusal(target, t('form.severalItems'))
  if (usual.role === 'tags' && terms.length === 1 && /\s/.test(itemAt(terms, 0)))
    return refusal(target, t('form.itemAsSeveral'))
  const text = terms.join(', ')
  return inPlaceOf(target, list, formatScalar(text, usual.quoting, target.inFlow ? 'flow' : 'block'), text)
}

interface Item {
  readonly source: string
  readonly value: FieldScalar
}

const refusal = ({ head, pair }: Target, reason: string): Refused =>
  refused(reason, lineOf(head, rangeOf(pair.key)?.from ?? 0))

const inBrackets = ({ source, value }: Item): string =>
  /^["']/.test(source) || typeof value !== 'string' || isPlainText(source, 'flow')
    ? source
    : quoteText(value, 'double')

// Items can be rewritten only if each is on one line and has no anchor, tag or comment.
const itemsOf = (target: Target, list: YAMLSeq): readonly Item[] | Refused => {
  const { source } = target.head
  if (list.anchor || list.tag) return refusal(target, t('form.anchorBeforeList'))
  if (list.items.length === 0) return refusal(target, t('form.listEmpty'))
  const items: Item[] = []
  for (const node of list.items) {
    if (!isScalar(node)) return refusal(target, t('form.groupInList'))
    if (node.anchor || node.tag) return refusal(target, t('form.anchorBeforeItem'))
    const { from, to } = rangeOf(node) ?? { from: 0, to: 0 }
    const text = source.slice(from, to)
    if (text === '' || text.includes('\n')) return refusal(target, t('form.itemLines'))
    items.push({ source: text, value: node.value as FieldScalar })
  }
  return hasMore(target, list) ? refusal(target, t('form.commentLost')) : items
}

/** True if there is anything but blanks and list syntax between the items, that is, comments. */
const hasMore = ({ head: { source }, pair }: Target, list: YAMLSeq): boolean => {
  const ranges = list.items.map((item) => rangeOf(item) ?? { from: 0, to: 0 })
  const end = ranges.at(-1)?.to ?? 0
  const colon = afterColon(source, pair) ?? 0
  const start = list.flow ? (rangeOf(list)?.from ?? 0) + 1 : nextLine(source, colon)
  const stop = list.flow ? (rangeOf(list)?.to ?? 1) - 1 : lineEnd(source, end)
  const gaps = ranges.map(({ from }, at) => source.slice(ranges[at - 1]?.to ?? start, from))
  return [...gaps, source.slice(end, stop)].some((gap) => !/^[\s,-]*$/.test(gap))
}

const lineEnd = (source: string, at: number): number => {
  const end = source.indexOf('\n', at)
  return end < 0 ? source.length : end
}

// One item per line below the key; a comment after the old value stays on the line of the key.
const asLines = (
  target: Target,
  node: unknown,
  items: readonly string[],
  value: readonly FieldScalar[],
): Draft | Refused => {
  const { head, path, pair, inFlow } = target
  const colon = afterColon(head.source, pair)
  const range = rangeOf(node)
  if (inFlow || colon === null || !range) return refusal(target, t('form.inBraces'))
  const pad = ' '.repeat(columnOf(head.source, rangeOf(pair.key)?.from ?? 0) + blockIndentOf(head))
  const end = lineEnd(head.source, range.to)
  return {
    changes: [
      { from: colon, to: range.to, insert: '' },
      { from: end, to: end, insert: items.map((item) => `\n${pad}- ${item}`).join('') },
    ],
    intent: { kind: 'set', path, value },
    at: colon,
  }
}

// On the line of the key, before any comment there.
const inPlaceOf = (
  target: Target,
  node: Scalar | YAMLSeq,
  insert: string,
  value: FieldScalar | readonly FieldScalar[],
): Draft | Refused => {
  const { head, path, pair } = target
  const { source } = head
  const range = rangeOf(node) ?? { from: 0, to: 0 }
  const colon = afterColon(source, pair)
  if (colon === null) return refusal(target, t('form.notApart'))
  const isBlock = 'items' in node && !node.flow
  const last = isBlock ? rangeOf(node.items.at(-1)) : null
  const changes: TextChange[] = last
    ? [
        { from: colon, to: colon, insert: ` ${insert}` },
        { from: lineEnd(source, colon), to: lineEnd(source, last.to), insert: '' },
      ]
    : [{ ...range, insert }]
  return { changes, intent: { kind: 'set', path, value }, at: colon }
}
