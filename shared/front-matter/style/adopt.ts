import { isScalar, isSeq, type Scalar } from 'yaml'
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
 * Writes a field the way the site's posts do: its quotes, its kind of list, or its type where the value says the same
 * in both. Refused with the reason where anything would be lost. Give what is read already.
 */
export const adoptStyle = (text: string, path: FieldPath, usual: FieldSchema, read?: FrontMatter): Edit => {
  const steps = typeof path === 'string' ? [path] : path
  return planYaml(
    text,
    steps,
    ({ head, found }) => {
      if (found.kind !== 'pair') return refused(`There is no “${steps.join('.')}” here`, 1)
      const target = { head, path: steps, pair: found.pair, inFlow: found.map.flow === true }
      const { value: node } = found.pair
      if (isSeq(node)) return (usual.type === 'list' ? restyledList : textOfList)(target, node, usual)
      const line = lineOf(head, rangeOf(found.pair.key)?.from ?? 0)
      if (!isScalar(node)) return refused('A group cannot be written as one value', line)
      if (isBlockScalar(node)) return refused('A text of several lines has no quotes', line)
      if (node.anchor || node.tag) return refused('An anchor or a tag stands before it', line)
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
  if (text.includes('\n') && isPlain)
    return refused('It goes on over several lines', lineOf(head, range.from))
  if (usual.type === 'nested' || usual.type === 'raw')
    return refused('One value cannot be written as a group', lineOf(head, range.from))
  if (usual.type === 'boolean' && flagOfWord(text) === null)
    return refused(`“${text}” says neither yes nor no`, lineOf(head, range.from))
  if (usual.type === 'date' && isOtherShape(text, usual)) {
    const date = likeSample(text, usual)
    if (date === null)
      return refused('Its time or zone has no place in the usual form', lineOf(head, range.from))
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

/** The same moment in the form that most posts have; null where that form cannot say it. */
const likeSample = (text: string, { sample }: FieldSchema): string | null => {
  const parts = dateParts(text)
  if (!parts || sample === undefined) return null
  const { year, month, day, hour, minute, second } = parts
  const time = { ...(hour === null ? {} : { hour }), ...(minute === null ? {} : { minute }) }
  const like = changeDate(sample, { year, month, day, ...time, ...(second === null ? {} : { second }) })
  return like !== null && dateMs(like) === dateMs(text) ? like : null
}

/** What a value says in the other way of writing it, or why it would say something else. */
type Meant = { readonly value: FieldScalar } | { readonly reason: string }

const withoutQuotes = (text: string, usual: FieldSchema): Meant => {
  if (!isPlainText(text, 'block')) return { reason: 'Its signs need quotes' }
  const kind = plainKind(text)
  if (kind === 'text' || kind === 'date') return { value: text }
  if (kind === 'boolean' && usual.type === 'boolean')
    return isSameToAll(text)
      ? { value: text.toLowerCase() === 'true' }
      : { reason: `Without quotes “${text}” is a text to some tools and a flag to others` }
  if (kind === 'number' && usual.type === 'number')
    return String(Number(text)) === text
      ? { value: Number(text) }
      : { reason: `As a number “${text}” would lose how it is written` }
  return { reason: `Without quotes “${text}” is ${kind === 'number' ? 'a number' : 'no text'}` }
}

const decimal = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/

const withQuotes = (text: string, value: unknown, usual: FieldSchema): Meant => {
  const kind = plainKind(text)
  if (kind === 'text' || kind === 'date') return { value: text }
  if (kind === 'boolean' && (value === text || isSameToAll(text))) return { value: text }
  if (kind === 'number' && isTextType(usual.type))
    return decimal.test(text) && Number(text) === value
      ? { value: text }
      : { reason: `Tools differ on the number “${text}”` }
  return { reason: `In quotes “${text}” would be a text` }
}

/** True for the words that YAML 1.1 and 1.2 take for the same flag. */
const isSameToAll = (word: string): boolean => /^(?:true|false)$/i.test(word)
