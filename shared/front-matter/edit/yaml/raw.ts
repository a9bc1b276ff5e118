import { isMap, type YAMLMap } from 'yaml'
import { applyTextChanges } from '../../../text/text-change'
import { t } from '../../../texts/translate'
import { type Draft, prove } from '../../prove/prove'
import { Accepts } from '../../values/same-data'
import type { Edit } from '../../values/types'
import { columnOf } from '../../yaml/extent'
import { findPair, lineOf, rangeOf, readYamlHead, refused, type YamlHead } from '../../yaml/head'
import { isBlank, type RawPlace, rawPlaceOf, setIn } from './raw-value'

type Keys = readonly (string | number)[]

/**
 * Writes the value of a YAML field as it was typed, with its comments, anchors and line breaks. Refused if it
 * cannot be parsed or another field would be read differently.
 */
export const editRawYaml = (text: string, path: Keys, typed: string): Edit => {
  const head = readYamlHead(text)
  if (head.kind === 'refused') return head
  if (head.data === null) return refused(t('form.fixErrors'), 1)
  const found = find(head, path)
  if (!found) return refused(t('form.noField', { field: path.join('.') }), 1)
  return firstProved(head, path, draftsOf(head.source, path, found, typed))
}

interface Found {
  readonly place: RawPlace
  /** The column of the key. */
  readonly column: number
  readonly inFlow: boolean
}

const find = (head: YamlHead, path: Keys): Found | null => {
  let map: YAMLMap | null = head.map
  for (const [depth, key] of path.entries()) {
    const pair = map && findPair(map, String(key))
    if (!map || !pair) return null
    if (depth < path.length - 1) {
      map = isMap(pair.value) ? pair.value : null
      continue
    }
    const place = rawPlaceOf(head.source, map, pair)
    const column = columnOf(head.source, rangeOf(pair.key)?.from ?? 0)
    return place && { place, column, inFlow: map.flow === true }
  }
  return null
}

// The ways to write it, in order: as typed; with its lines indented below the key, if YAML does not accept
// them at the margin; on the other side of the line break, since a group that replaces a word must start
// below the key.
const draftsOf = (
  source: string,
  path: Keys,
  { place, column, inFlow }: Found,
  typed: string,
): readonly Draft[] => {
  const { range, pad, colon } = place
  const value = new Accepts(() => true) // any value is accepted: the user typed it
  const draft = (from: number, insert: string): Draft => ({
    changes: [{ from, to: range.to, insert }],
    intent: { kind: 'set', path, value },
    at: range.from,
  })
  if (inFlow) return [draft(range.from, typed)]
  if (isBlank(typed)) return [draft(pad === null ? range.from : range.from - 1, '')]
  const below = setIn(typed, pad ?? ' '.repeat(column + 2))
  const gap = /\s/.test(source.charAt(range.from - 1)) ? '' : ' '
  if (pad === null) {
    const asTyped = draft(range.from, gap + typed)
    const further = draft(range.from, gap + below.replace(/^ +/, ''))
    const old = source.slice(range.from, range.to)
    const isFurther = goesOnAt(typed, column) && !goesOnAt(old, column)
    return [...(isFurther ? [further, asTyped] : [asTyped, further]), draft(colon, `\n${below}`)]
  }
  const isFree = source.slice(colon, range.from).trim() === ''
  return [draft(range.from, below), ...(isFree ? [draft(colon, ` ${below.replace(/^ +/, '')}`)] : [])]
}

// Not all parsers let a bracket or quote continue at the margin: lines stay there only if they were before.
const goesOnAt = (text: string, column: number): boolean =>
  text
    .split('\n')
    .slice(1)
    .some((line) => !isBlank(line) && line.search(/[^ ]/) <= column)

// If no draft can be proved, the reason for the first is returned: it is the closest to what the user typed.
const firstProved = (head: YamlHead, path: Keys, drafts: readonly Draft[]): Edit => {
  let first: Edit | null = null
  for (const draft of drafts) {
    const edit = prove(head, draft)
    const isWhole = edit.kind === 'refused' || endsInside(head, path, draft)
    if (edit.kind === 'changes' && isWhole) return edit
    first ??= isWhole ? edit : refused(t('form.commentSwallowed'), lineOf(head, draft.at))
  }
  return first ?? refused(t('form.valueInSource'), 1)
}

// False if the value would absorb what follows: an empty block scalar takes an indented comment as its text.
const endsInside = ({ text, offset }: YamlHead, path: Keys, { changes: [change] }: Draft): boolean => {
  if (!change) return true
  const moved = { ...change, from: change.from + offset, to: change.to + offset }
  const after = readYamlHead(applyTextChanges(text, [moved]))
  const found = after.kind === 'head' ? find(after, path) : null
  return found !== null && found.place.range.to <= change.from + change.insert.length
}
