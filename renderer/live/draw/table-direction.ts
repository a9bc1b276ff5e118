import { type Range, RangeSet, type Text } from '@codemirror/state'
import { BlockWrapper, type Decoration } from '@codemirror/view'
import { rowLine } from './decorate'

const fromTheRight = BlockWrapper.create({
  tagName: 'div',
  attributes: { class: 'live-table-rtl', dir: 'rtl' },
})

/** Wraps rendered tables of a right-to-left post, so that their columns are right to left too. */
export const tablesFromRight = (
  decorations: readonly Range<Decoration>[],
  doc: Text,
): RangeSet<BlockWrapper> => {
  const rows = decorations.filter(({ value }) => rowLine(value)).map(({ from }) => from)
  const tables: { from: number; to: number }[] = []
  for (const row of new Set(rows.sort((a, b) => a - b))) {
    const last = tables.at(-1)
    if (last && doc.lineAt(last.to).to + 1 === row) last.to = row
    else tables.push({ from: row, to: row })
  }
  return RangeSet.of(tables.map(({ from, to }) => fromTheRight.range(from, to)))
}
