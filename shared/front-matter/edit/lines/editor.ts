import { t } from '../../../texts/translate'
import { type LineLanguage, type MetaField, metaFields } from '../../find/meta-fields'
import { proveOther } from '../../prove/prove-other'
import { readMeta } from '../../read/meta'
import { type HeadSource, lineInPost, sourceOf } from '../../read/source'
import type { SplitPost } from '../../read/split'
import { flagOfWord, wordLike } from '../../read/yaml-types'
import { flagAt } from '../../values/flag'
import { type HeadEditor, type HeadPlace, plainField, type WrittenField } from '../../values/head-editor'
import type { Edit, FieldScalar } from '../../values/types'
import { refused } from '../../yaml/head'

// Heads with one field per line, as in Pelican and Nikola. Every value is text; a list is text with commas.

interface Lines extends HeadSource {
  readonly language: LineLanguage
  readonly fields: readonly MetaField[]
}

const linesOf = (text: string, split: SplitPost): Lines => {
  const head = sourceOf(text, split)
  const language = split.language === 'dotted' ? 'dotted' : 'meta'
  return { ...head, language, fields: metaFields(head.source, language) }
}

const fieldAt = ({ fields }: Lines, path: HeadPlace['path']): MetaField | undefined =>
  path.length === 1 ? fields.findLast(({ key }) => key === path[0]) : undefined

const oneLine = (value: FieldScalar): string | null => {
  const text = value === null ? '' : String(value)
  return text.includes('\n') || text.trim() !== text ? null : text
}

const noLine = (): Edit => refused(t('form.oneLineValue'), 1)

const write = (place: HeadPlace, value: FieldScalar): Edit => {
  const lines = linesOf(place.text, place.split)
  const text = oneLine(value)
  if (place.path.length !== 1) return refused(t('form.noGroups'), 1)
  if (text === null) return noLine()
  const intent = { kind: 'set', path: place.path, value: text } as const
  const field = fieldAt(lines, place.path)
  if (!field)
    return proveOther(place, [addition(lines, String(place.path[0]), text, place.style.order ?? [])], intent)
  const [first] = field.values
  if (field.values.length > 1 || !first)
    return refused(t('form.multilineInText'), lineInPost(place.text, lines, field.from))
  const gap = /\s/.test(lines.source.charAt(first.from - 1)) || text === '' ? '' : ' '
  return proveOther(place, [{ from: first.from, to: first.to, insert: gap + text }], intent)
}

// After the last field that usually precedes it, else at the end.
const addition = (
  { source, fields, language }: Lines,
  key: string,
  text: string,
  order: readonly string[],
) => {
  const before = order.slice(0, Math.max(0, order.indexOf(key)))
  const after = fields.findLast((field) => before.includes(field.key)) ?? fields.at(-1)
  const at = after?.to ?? source.length
  const line = `${language === 'dotted' ? '.. ' : ''}${key}: ${text}`
  const open = at > 0 && source[at - 1] !== '\n'
  return { from: at, to: at, insert: open ? `\n${line}` : `${line}\n` }
}

const itemsAt = (place: HeadPlace): readonly string[] | null => {
  const field = fieldAt(linesOf(place.text, place.split), place.path)
  const text = field?.values.length === 1 ? field.values[0]?.text : undefined
  if (text === undefined) return null
  return text === '' ? [] : text.split(',').map((item) => item.trim())
}

const writeItems = (place: HeadPlace, items: readonly FieldScalar[]): Edit =>
  items.some((item) => String(item).includes(','))
    ? refused(t('form.commaSplits'), 1)
    : write(place, items.join(', '))

const listPlace = (place: HeadPlace): HeadPlace => ({ ...place, path: place.path.slice(0, -1) })

/** Edits heads with one field per line. */
export const lineEditor: HeadEditor = {
  set: (place, value) => {
    const at = place.path.at(-1)
    if (typeof at !== 'number') return write(place, value)
    const items = itemsAt(listPlace(place))
    return items?.[at] === undefined
      ? refused(t('form.noItem'), 1)
      : writeItems(listPlace(place), items.with(at, String(value)))
  },
  setFlag: (place, on) => {
    const { source, language, fields } = linesOf(place.text, place.split)
    const word = fieldAt({ source, language, fields, offset: 0 }, place.path)?.values[0]?.text ?? ''
    const spelled = flagOfWord(word) === null ? String(on) : wordLike(word, on)
    return flagAt(place.path, readMeta(source, language)) ?? write(place, spelled)
  },
  addList: (place, items) =>
    itemsAt(place)
      ? refused(t('form.fieldTaken', { field: place.path.join('.') }), 1)
      : writeItems(place, items),
  addItem: (place, item) => writeItems(place, [...(itemsAt(place) ?? []), item]),
  remove: (place) => {
    const at = place.path.at(-1)
    if (typeof at === 'number') {
      const items = itemsAt(listPlace(place))
      return items?.[at] === undefined
        ? refused(t('form.noField', { field: place.path.join('.') }), 1)
        : writeItems(listPlace(place), items.toSpliced(at, 1))
    }
    const { fields } = linesOf(place.text, place.split)
    const changes = fields.filter(({ key }) => key === at).map(({ from, to }) => ({ from, to, insert: '' }))
    if (changes.length === 0) return refused(t('form.noField', { field: place.path.join('.') }), 1)
    return proveOther(place, changes, { kind: 'remove', path: place.path })
  },
  rename: (place, to) => {
    const { fields } = linesOf(place.text, place.split)
    if (fields.some(({ key }) => key === to)) return refused(t('form.fieldTaken', { field: to }), 1)
    const named = fields.filter(({ key }) => key === place.path[0])
    const changes = named.map(({ key, keyFrom }) => ({ from: keyFrom, to: keyFrom + key.length, insert: to }))
    if (changes.length === 0) return refused(t('form.noField', { field: place.path.join('.') }), 1)
    return proveOther(place, changes, { kind: 'rename', path: place.path, to })
  },
  setRaw: write,
  items: itemsAt,
  written: (text, split) => {
    const lines = linesOf(text, split)
    return new Map(
      lines.fields.map((field) => [field.key, writtenField(field, lineInPost(text, lines, field.from))]),
    )
  },
}

const writtenField = ({ values }: MetaField, line: number): WrittenField => {
  const source = values.map(({ text }) => text).join('\n')
  return values.length > 1
    ? { ...plainField(source, null, line), locked: t('form.multilineInText') }
    : { ...plainField(source, source, line), raw: source }
}
