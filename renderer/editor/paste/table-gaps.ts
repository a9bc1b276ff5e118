import { itemAt } from '../../../shared/base/item-at'

/** A table for spreadsheets has at most this many columns; spans are limited to it. */
const mostColumns = 200

const spanOf = (cell: Element, name: string): number =>
  Math.min(mostColumns, Math.max(1, Number(cell.getAttribute(name) ?? 1) || 1))

const childrenOf = (node: Element, names: RegExp): Element[] =>
  Array.from(node.children).filter(({ nodeName }) => names.test(nodeName))

const rowsOf = (table: Element): Element[] =>
  childrenOf(table, /^(?:THEAD|TBODY|TFOOT|TR)$/).flatMap((part) =>
    part.nodeName === 'TR' ? [part] : childrenOf(part, /^TR$/),
  )

const tableOf = (cell: Element): Element | null => {
  for (let node = cell.parentElement; node; node = node.parentElement)
    if (node.nodeName === 'TABLE') return node
  return null
}

const known = new WeakMap<Element, ReadonlyMap<Element, number>>()

const measured = (table: Element): ReadonlyMap<Element, number> => {
  const gaps = new Map<Element, number>()
  /** How many more rows each column is taken by a cell from above. */
  const taken: number[] = Array.from({ length: mostColumns }, () => 0)
  for (const row of rowsOf(table)) {
    const starting: (readonly [column: number, rows: number])[] = []
    let column = 0
    for (const cell of childrenOf(row, /^T[DH]$/)) {
      let gap = 0
      for (; column < mostColumns && itemAt(taken, column) > 0; column += 1) gap += 1
      gaps.set(cell, gap)
      const end = Math.min(mostColumns, column + spanOf(cell, 'colspan'))
      for (; column < end; column += 1) starting.push([column, spanOf(cell, 'rowspan')])
    }
    for (const [index, rows] of taken.entries()) taken[index] = Math.max(0, rows - 1)
    for (const [index, rows] of starting) taken[index] = rows - 1
  }
  return gaps
}

/** How many columns right before a cell are taken by cells of rows above that span its row. */
export const gapBefore = (cell: Element): number => {
  const table = tableOf(cell)
  if (!table) return 0
  const gaps = known.get(table) ?? measured(table)
  known.set(table, gaps)
  return gaps.get(cell) ?? 0
}
