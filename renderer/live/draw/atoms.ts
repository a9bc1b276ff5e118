import { type Range, RangeSet, type Text } from '@codemirror/state'
import { Decoration } from '@codemirror/view'
import { neverShown, rowLine } from './decorate'

const atom = Decoration.replace({})

/**
 * The caret skips hidden text in one step. Between table rows this includes the line break, since there is no place to
 * write before the first cell.
 */
export const hiddenForGood = (ranges: readonly Range<Decoration>[], doc: Text): RangeSet<Decoration> => {
  const stretches: { from: number; to: number }[] = []
  const rows = new Set(ranges.filter(({ value }) => rowLine(value)).map(({ from }) => from))
  const hidden = ranges.filter(({ value }) => neverShown(value)).sort((a, b) => a.from - b.from)
  for (const { from, to } of hidden) {
    const line = doc.lineAt(from)
    const isRow = rows.has(line.from)
    const start = isRow && from === line.from && from > 0 ? from - 1 : from
    const end = isRow && to === line.to && to < doc.length ? to + 1 : to
    const last = stretches.at(-1)
    if (last && start <= last.to) last.to = Math.max(last.to, end)
    else stretches.push({ from: start, to: end })
  }
  return RangeSet.of(stretches.map(({ from, to }) => atom.range(from, to)))
}
