import { isScalar, isSeq, type Scalar } from 'yaml'
import { t } from '../../texts/translate'
import { dateShape, isSameShape } from '../dates/date-shape'
import { changeDate, dateMs, dateParts } from '../dates/dates'
import { planYaml } from '../edit/yaml/edit'
import type { Draft } from '../prove/prove'
import type { FrontMatter } from '../read/parse'
import { flagOfWord, plainKind } from '../read/yaml-types'
import { type FieldSchema, isTextType } from '../schema/site-schema'
import { isPlainText, quoteText } from '../values/format-value'
import { acceptsScalar } from '../values/intent'
import type { Edit, FieldPath, FieldScalar } from '../values/types'
import { isBlockScalar } from '../yaml/extent'
import { lineOf, type Refused, rangeOf, refused, type YamlHead } from '../yaml/head'
import { quotingOfScalar } from '../yaml/neighbour-style'
import { listOfText, restyledList, textOfList } from './adopt-list'

/**
 * Rewrites a field in the site's style: its quotes, list style, or type if the value means the same in both.
 * Refused with the reason if anything would be lost. Pass the parsed head.
 */
export const adoptStyle = (text: string, path: FieldPath, usual: FieldSchema, read?: FrontMatter): Edit => {
  const steps = typeof path === 'string' ? [path] : path
  return planYaml(
    text,
    steps,
    ({ head, found }) => {
      if (found.kind !== 'pair') return refused(t('form.noField', { field: steps.join('.') }), 1)
      const target = { head, path: steps, pair: found.pair, inFlow: found.map.flow === true }
      const { value: node } = found.pair
      if (isSeq(node)) return (usual.type === 'list' ? restyledList : textOfList)(target, node, usual)
      const line = lineOf(head, rangeOf(found.pair.key)?.from ?? 0)
      if (!isScalar(node)) return refused(t('form.groupAsValue'), line)
      if (isBlockScalar(node)) return refused(t('form.blockNoQuotes'), line)
      if (node.anchor || node.tag) return refused(t('form.anchorBefore'), line)
      return usual.type === 'list' ? listOfText(target, node, usual) : requoted(head, steps, node, usual)
    },
    {},
    read,
  )
}

const requoted = (
  head: YamlHead,
  path: readonly (string | number)[],
  node: Scalar,
  usual: FieldSchema,
): Draft | Refused => {
  const range = rangeOf(node) ?? { from: 0, to: 0 }
  const isPlain = node.type === 'PLAIN'
  const text = isPlain ? head.source.slice(range.from, range.to) : String(node.value)
  if (text.includes('\n') && isPlain) return refused(t('form.severalLines'), lineOf(head, range.from))
  if (usual.type === 'nested' || usual.type === 'raw')
    return refused(t('form.valueAsGroup'), lineOf(head, range.from))
  if (usual.type === 'boolean' && flagOfWord(text) === null)
    return refused(t('form.notYesNo', { text }), lineOf(head, range.from))
  if (usual.type === 'date' && isOtherShape(text, usual)) {
    const date = likeSample(text, usual)
    if (date === null) return refused(t('form.timeLost'), lineOf(head, range.from))
    const isBare = usual.quoting === 'plain' && isPlainText(date, 'block') && plainKind(date) !== 'number'
    const insert = isBare ? date : quoteText(date, usual.quoting === 'double' ? 'double' : 'single')
    const intent = { kind: 'set', path, value: acceptsScalar(date, isBare, false) } as const
    return { changes: [{ ...range, insert }], intent, at: range.from }
  }
  const meant =
    usual.quoting === 'plain'
      ? withoutQuotes(text, usual)
      : isPlain || quotingOfScalar(node) === usual.quoting
        ? withQuotes(text, node.value, usual)
        : { value: text }
  if ('reason' in meant) return refused(meant.reason, lineOf(head, range.from))
  const insert = usual.quoting === 'plain' ? text : quoteText(text, usual.quoting)
  const value = acceptsScalar(meant.value, false, false)
  return { changes: [{ ...range, insert }], intent: { kind: 'set', path, value }, at: range.from }
}

const isOtherShape = (text: string, { dateForm }: FieldSchema): boolean => {
  const shape = dateShape(text)
  return shape !== null && dateForm !== undefined && !isSameShape(shape, dateForm)
}

/** The same moment in the form that most posts have; null if that form cannot express it. */
const likeSample = (text: string, { sample }: FieldSchema): string | null => {
  const parts = dateParts(text)
  if (!parts || sample === undefined) return null
  const { year, month, day, hour, minute, second } = parts
  const time = { ...(hour === null ? {} : { hour }), ...(minute === null ? {} : { minute }) }
  const like = changeDate(sample, { year, month, day, ...time, ...(second === null ? {} : { second }) })
  return like !== null && dateMs(like) === dateMs(text) ? like : null
}

/** The value after it is rewritten with or without quotes, or why it would change. */
type Meant = { readonly value: FieldScalar } | { readonly reason: string }

const withoutQuotes = (text: string, usual: FieldSchema): Meant => {
  if (!isPlainText(text, 'block')) return { reason: t('form.signsNeedQuotes') }
  const kind = plainKind(text)
  if (kind === 'text' || kind === 'date') return { value: text }
  if (kind === 'boolean' && usual.type === 'boolean')
    return isSameToAll(text)
      ? { value: text.toLowerCase() === 'true' }
      : { reason: t('form.textOrFlag', { text }) }
  if (kind === 'number' && usual.type === 'number')
    return String(Number(text)) === text
      ? { value: Number(text) }
      : { reason: t('form.numberLost', { text }) }
  return {
    reason: t('form.withoutQuotesIs', {
      text,
      what: kind === 'number' ? t('form.aNumber') : t('form.noText'),
    }),
  }
}

const decimal = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/

const withQuotes = (text: string, value: unknown, usual: FieldSchema): Meant => {
  const kind = plainKind(text)
  if (kind === 'text' || kind === 'date') return { value: text }
  if (kind === 'boolean' && (value === text || isSameToAll(text))) return { value: text }
  if (kind === 'number' && isTextType(usual.type))
    return decimal.test(text) && Number(text) === value
      ? { value: text }
      : { reason: t('form.numberDiffers', { text }) }
  return { reason: t('form.quotedIsText', { text }) }
}

/** True for the words that YAML 1.1 and 1.2 read as the same boolean. */
const isSameToAll = (word: string): boolean => /^(?:true|false)$/i.test(word)
