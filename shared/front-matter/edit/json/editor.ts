import { findNodeAtLocation, type Node } from 'jsonc-parser'
import { t } from '../../../texts/translate'
import { proveOther, whereReadable } from '../../prove/prove-other'
import { bracketListEdits } from '../../prove/ranged-list'
import { jsonTree, readJson } from '../../read/json'
import { lineInPost, sourceOf } from '../../read/source'
import type { SplitPost } from '../../read/split'
import { flagAt } from '../../values/flag'
import {
  type HeadEditor,
  type HeadPlace,
  plainField,
  type WrittenField,
  type WrittenFields,
} from '../../values/head-editor'
import { Accepts } from '../../values/same-data'
import type { Edit } from '../../values/types'
import { takeFromBrackets } from '../../yaml/bracket-list'
import { refused } from '../../yaml/head'
import { setJson } from './set'

const lists = bracketListEdits({
  listAt: (source, path) => {
    const node = findNodeAtLocation(jsonTree(source), [...path])
    if (node?.type !== 'array') return null
    const items = (node.children ?? []).map((item) => ({
      ...rangeOf(item),
      ...(item.type === 'object' || item.type === 'array' ? {} : { value: item.value }),
    }))
    return { ...rangeOf(node), items }
  },
  written: (_source, _list, item) => JSON.stringify(item),
  addList: (place, items) => setJson(place, items),
  commaMayStay: false,
})

const rangeOf = ({ offset, length }: Node) => ({ from: offset, to: offset + length })

const nodeAt = ({ text, split, path }: HeadPlace): Node | undefined =>
  findNodeAtLocation(jsonTree(sourceOf(text, split).source), [...path])

const isMissing = ({ path }: HeadPlace): Edit => refused(t('form.noField', { field: path.join('.') }), 1)

const removeProperty = (place: HeadPlace): Edit => {
  const property = nodeAt(place)?.parent
  const siblings = property?.parent?.children
  if (!property || !siblings) return isMissing(place)
  const { source } = sourceOf(place.text, place.split)
  const change = takeFromBrackets(source, siblings.map(rangeOf), siblings.indexOf(property), false)
  return proveOther(place, [change], { kind: 'remove', path: place.path })
}

const rename = (place: HeadPlace, to: string): Edit => {
  const key = nodeAt(place)?.parent?.children?.[0]
  if (!key) return isMissing(place)
  if (nodeAt({ ...place, path: [...place.path.slice(0, -1), to] }))
    return refused(t('form.fieldTaken', { field: to }), 1)
  const change = { ...rangeOf(key), insert: JSON.stringify(to) }
  return proveOther(place, [change], { kind: 'rename', path: place.path, to })
}

const written = (text: string, split: SplitPost): WrittenFields => {
  const head = sourceOf(text, split)
  const fieldsOf = (group: Node): WrittenFields => {
    const fields = new Map<string, WrittenField>()
    for (const { children } of group.children ?? []) {
      const [key, value] = children ?? []
      if (!key || !value) continue
      const { from, to } = rangeOf(value)
      const source = head.source.slice(from, to)
      const field = plainField(source, null, lineInPost(text, head, key.offset))
      const inner = value.type === 'object' ? fieldsOf(value) : field.fields
      fields.set(String(key.value), { ...field, raw: source, fields: inner })
    }
    return fields
  }
  return fieldsOf(jsonTree(head.source))
}

/** The edits of JSON heads. */
export const jsonEditor: HeadEditor = {
  set: (place, value) => whereReadable(place, () => setJson(place, value)),
  setFlag: (place, on) =>
    whereReadable(
      place,
      () => flagAt(place.path, readJson(sourceOf(place.text, place.split).source)) ?? setJson(place, on),
    ),
  addList: (place, items) => whereReadable(place, () => setJson(place, items)),
  addItem: lists.addItem,
  remove: (place) => {
    const last = place.path.at(-1)
    return typeof last === 'number'
      ? lists.removeItem(place, place.path.slice(0, -1), last)
      : whereReadable(place, () => removeProperty(place))
  },
  rename: (place, to) => whereReadable(place, () => rename(place, to)),
  setRaw: (place, typed) =>
    whereReadable(place, () => {
      const node = nodeAt(place)
      if (!node) return isMissing(place)
      const change = { ...rangeOf(node), insert: typed.trim() }
      return proveOther(place, [change], { kind: 'set', path: place.path, value: new Accepts(() => true) })
    }),
  items: lists.items,
  written,
}
