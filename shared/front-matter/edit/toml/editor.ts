import type { AST } from 'toml-eslint-parser'
import { t } from '../../../texts/translate'
import { proveOther, whereReadable } from '../../prove/prove-other'
import { bracketListEdits } from '../../prove/ranged-list'
import { lineInPost, sourceOf } from '../../read/source'
import { readToml, tomlTree } from '../../read/toml'
import { flagAt } from '../../values/flag'
import type { HeadEditor, HeadPlace } from '../../values/head-editor'
import { acceptsScalar } from '../../values/intent'
import { Accepts } from '../../values/same-data'
import type { Edit, FieldScalar } from '../../values/types'
import type { RangedList } from '../../yaml/bracket-list'
import { refused } from '../../yaml/head'
import { addToml } from './add'
import { findValue } from './find'
import { removeToml, renameToml } from './remove'
import { isLiteral, newValue, valueLike } from './write'
import { writtenToml } from './written'

const noEmptyValue = (): Edit => refused(t('form.tomlEmpty'), 1)

const withTree = (place: HeadPlace, edit: (tree: AST.TOMLTopLevelTable) => Edit): Edit =>
  whereReadable(place, () => edit(tomlTree(sourceOf(place.text, place.split).source)))

const set = (place: HeadPlace, value: FieldScalar): Edit =>
  withTree(place, (tree) => {
    const node = findValue(tree, place.path)
    if (value === null) return noEmptyValue()
    if (!node) return addToml(place, tree, value)
    const [from, to] = node.range
    if (node.type !== 'TOMLValue')
      return refused(t('form.tomlTables'), lineInPost(place.text, sourceOf(place.text, place.split), from))
    const insert = valueLike(node, value, place.style)
    const accepted = acceptsScalar(value, insert === value, false)
    return proveOther(place, [{ from, to, insert }], { kind: 'set', path: place.path, value: accepted })
  })

const addList = (place: HeadPlace, items: readonly FieldScalar[]): Edit =>
  withTree(place, (tree) => {
    if (items.includes(null)) return noEmptyValue()
    return findValue(tree, place.path)
      ? refused(t('form.fieldTaken', { field: place.path.join('.') }), 1)
      : addToml(place, tree, items)
  })

const lists = bracketListEdits({
  listAt: (source, path) => {
    const node = findValue(tomlTree(source), path)
    if (node?.type !== 'TOMLArray') return null
    const items = node.elements.map((item) => ({ from: item.range[0], to: item.range[1], ...scalarOf(item) }))
    return { from: node.range[0], to: node.range[1], items }
  },
  written: (source, list, value) => itemLike(source, list, value),
  addList,
  commaMayStay: true,
})

const scalarOf = (item: AST.TOMLContentNode): { readonly value?: unknown } => {
  if (item.type !== 'TOMLValue') return {}
  return { value: 'datetime' in item ? item.datetime : item.value }
}

const itemLike = (source: string, list: RangedList, value: FieldScalar): string => {
  const literal = list.items.length > 0 && list.items.every((item) => source[item.from] === "'")
  return typeof value === 'string' && literal && isLiteral(value) ? `'${value}'` : newValue(value ?? '')
}

/** The edits of TOML heads. */
export const tomlEditor: HeadEditor = {
  set,
  setFlag: (place, on) =>
    whereReadable(
      place,
      () => flagAt(place.path, readToml(sourceOf(place.text, place.split).source)) ?? set(place, on),
    ),
  addList,
  addItem: (place, item) => (item === null ? noEmptyValue() : lists.addItem(place, item)),
  remove: (place) => {
    const last = place.path.at(-1)
    return typeof last === 'number'
      ? lists.removeItem(place, place.path.slice(0, -1), last)
      : whereReadable(place, () => removeToml(place))
  },
  rename: (place, to) => whereReadable(place, () => renameToml(place, to)),
  setRaw: (place, typed) =>
    withTree(place, (tree) => {
      const node = findValue(tree, place.path)
      if (!node) return refused(t('form.tomlTables'), 1)
      const change = { from: node.range[0], to: node.range[1], insert: typed.trim() }
      return proveOther(place, [change], { kind: 'set', path: place.path, value: new Accepts(() => true) })
    }),
  items: lists.items,
  written: writtenToml,
}
