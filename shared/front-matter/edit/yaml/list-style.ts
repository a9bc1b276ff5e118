import { isSeq, type YAMLSeq } from 'yaml'
import type { EditStyle, FieldScalar, Quoting } from '../../values/types'
import { columnOf } from '../../yaml/extent'
import { rangeOf, type YamlHead } from '../../yaml/head'
import { quotingOf } from '../../yaml/neighbour-style'
import { formatNew } from './set'

interface ListStyle {
  readonly flow: boolean
  /** Columns between the key and the dash of a block item. */
  readonly indent: number
  readonly quoting: Quoting
}

/** How the head writes lists, taken from its longest one; flow if it has none. */
const listStyleOf = (head: YamlHead): ListStyle => {
  const lists = (head.map?.items ?? []).filter((pair) => isSeq(pair.value))
  const model = lists.sort((a, b) => size(b.value) - size(a.value))[0]
  if (!model || !isSeq(model.value)) return { flow: true, indent: 2, quoting: 'plain' }
  const keyColumn = columnOf(head.source, rangeOf(model.key)?.from ?? 0)
  const column = columnOf(head.source, rangeOf(model.value)?.from ?? 0)
  const flow = model.value.flow === true
  return { flow, indent: flow ? 2 : Math.max(0, column - keyColumn), quoting: quotingOf(model.value.items) }
}

/** The columns between a key and the dashes below it, as in the lists of the head. */
export const blockIndentOf = (head: YamlHead): number => listStyleOf(head).indent

const size = (node: unknown): number => (isSeq(node) ? (node as YAMLSeq).items.length : 0)

/** The text after `key:` for a new list, without the final line break. */
export const listText = (
  head: YamlHead,
  items: readonly FieldScalar[],
  style: EditStyle,
  keyColumn: number,
): string => {
  const habit = listStyleOf(head)
  const flow = style.listStyle ? style.listStyle === 'flow' : habit.flow
  const quoting = style.quoting ?? habit.quoting
  if (flow || items.length === 0)
    return ` [${items.map((item) => formatNew(item, quoting, 'flow')).join(', ')}]`
  const pad = ' '.repeat(keyColumn + habit.indent)
  return items.map((item) => `\n${pad}- ${formatNew(item, quoting, 'block')}`).join('')
}
