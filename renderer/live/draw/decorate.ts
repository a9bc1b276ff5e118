import type { EditorSelection, Range } from '@codemirror/state'
import { Decoration } from '@codemirror/view'
import { memoized } from '../../../shared/base/memoized'
import type { Mark, Reading, Stretch } from '../reading/marks'
import type { Surroundings } from './surroundings'
import { widgetOf } from './widgets'

/** What the decorations of a piece depend on besides its parsed marks. */
export interface Showing {
  /** Null while the editor has no focus, when no markup is shown. */
  readonly selection: EditorSelection | null
  readonly around: Surroundings
  readonly numbers: ReadonlyMap<string, number>
  /** Starts of lines where inline markup would move the text below. */
  readonly tight: ReadonlySet<number>
  /** The start of the line of a position. */
  readonly lineStart: (at: number) => number
}

/** Hidden until the selection touches it. */
const hidden = Decoration.replace({})
/** Hidden whatever is selected. */
const gone = Decoration.replace({})

/** Whether a decoration hides text regardless of the selection. */
export const neverShown = (decoration: Decoration): boolean => decoration === gone

const rowLines = new WeakSet<Decoration>()

/** Whether a decoration makes its line a row of a table. */
export const rowLine = (decoration: Decoration): boolean => rowLines.has(decoration)

const maxStyles = 2_000
/** Rows with more columns are drawn smaller. */
const manyColumns = 5
const styled = memoized(maxStyles, (className) => Decoration.mark({ class: className }))

const boxes = new WeakSet<Decoration>()

/** Whether a decoration is a box, such as a cell of a table, that other marks may not divide. */
export const isBox = (decoration: Decoration): boolean => boxes.has(decoration)

const boxed = memoized(maxStyles, (className) => {
  const made = Decoration.mark({ class: className })
  boxes.add(made)
  return made
})

/** The style of a cell by its longest word, the columns of its row and its class. */
const styledCell = memoized(maxStyles, (key) => {
  const [word, columns, ...classes] = key.split(' ')
  const many = Number(columns) > manyColumns ? ' live-cell-small' : ''
  const made = Decoration.mark({
    class: `${classes.join(' ')}${many}`,
    attributes: { style: `--word: ${word}; --columns: ${columns}` },
  })
  boxes.add(made)
  return made
})

/** The style of a line by its indentation and class. */
const styledLine = memoized(maxStyles, (key) => {
  const at = key.indexOf(' ')
  const [indent, className] = [key.slice(0, at), key.slice(at + 1)]
  const made = Decoration.line({
    class: className,
    ...(indent === '0' ? {} : { attributes: { style: `--live-indent: ${indent}` } }),
  })
  if (/\blive-(?:row|table-ruler)\b/.test(className)) rowLines.add(made)
  return made
})

const lineStyle = (className: string, indent: number): Decoration => styledLine(`${indent} ${className}`)

/** Whether the selection touches a range, including its edges. */
const touches = (selection: EditorSelection | null, { from, to }: Stretch): boolean =>
  selection?.ranges.some((range) => range.from <= to && range.to >= from) ?? false

/**
 * What of the edge of a cell is hidden: not the blanks between its words and a caret. The browser would put the next
 * letter on either side of what is hidden around the caret.
 */
const withoutCaret = (
  { from, to }: Stretch,
  isLeading: boolean,
  selection: EditorSelection | null,
  start: number,
): Stretch => {
  const heads = (selection?.ranges ?? []).map(({ head }) => head - start).filter((at) => from < at && at < to)
  if (heads.length === 0) return { from, to }
  return isLeading ? { from, to: Math.min(...heads) } : { from: Math.max(...heads), to }
}

/** Whether the selection ends in the midst of a range, where an edit would change it. */
const isInside = (selection: EditorSelection | null, { from, to }: Stretch, start: number): boolean =>
  selection?.ranges.some(({ anchor, head }) =>
    [anchor, head].some((at) => start + from < at && at < start + to),
  ) ?? false

const ruler = 'live-table-ruler'

/** Whether a caret is in the line that starts at an offset. */
const hasCaret = ({ selection, lineStart }: Showing, at: number): boolean =>
  selection?.ranges.some(({ head }) => head >= at && lineStart(head) === at) ?? false

/** Longer markup does not fit above the text and stays hidden. */
const maxAbove = 4

/** The decorations of a piece that starts at `start`, unordered. */
export const decorate = (reading: Reading, start: number, showing: Showing): Range<Decoration>[] =>
  reading.flatMap((mark) => drawMark(mark, start, showing))

const drawMark = (mark: Mark, start: number, showing: Showing): Range<Decoration>[] => {
  const isTouched = (reach: Stretch) =>
    reach.from >= 0 && touches(showing.selection, { from: reach.from + start, to: reach.to + start })
  const put = (decoration: Decoration, { from, to }: Stretch) => decoration.range(start + from, start + to)
  switch (mark.kind) {
    case 'line': {
      const at = start + mark.at
      const isShown = mark.className.includes(ruler) && hasCaret(showing, at)
      const className = isShown ? mark.className.replace(ruler, 'live-row') : mark.className
      return [lineStyle(className, mark.indent).range(at)]
    }
    case 'style':
      return [
        put(mark.className.includes('live-sign-box') ? boxed(mark.className) : styled(mark.className), mark),
      ]
    case 'markup': {
      if (mark.reach.from < 0) return [put(gone, mark)]
      if (!isTouched(mark.reach)) return [put(hidden, mark)]
      if (mark.stands !== 'among') return [put(boxed(`live-markup live-${mark.stands}`), mark)]
      if (!showing.tight.has(showing.lineStart(start + mark.from))) return [put(styled('live-markup'), mark)]
      const isLong = mark.to - mark.from > maxAbove
      if (isLong && isInside(showing.selection, mark, start)) return [put(styled('live-markup'), mark)]
      return [put(isLong ? gone : styled('live-markup live-above'), mark)]
    }
    case 'swap':
      return isTouched(mark.reach)
        ? [
            put(
              mark.stand.kind === 'task' ? boxed('live-source live-task-source') : styled('live-source'),
              mark,
            ),
          ]
        : [put(Decoration.replace({ widget: widgetOf(mark.stand, showing.around, showing.numbers) }), mark)]
    case 'beside': {
      const widget = widgetOf(mark.stand, showing.around, showing.numbers)
      return [Decoration.widget({ widget, side: 1 }).range(start + mark.at)]
    }
    case 'folded':
      return isTouched(mark.reach) ? [] : [lineStyle('live-folded', 0).range(start + mark.at)]
    case 'cell': {
      if (mark.className === '') {
        // A search or a line's number leads into the delimiter row, which is shown as it is written.
        if (hasCaret(showing, showing.lineStart(start + mark.from)))
          return [put(styled('live-cell live-source'), mark)]
        return mark.hidden.map((part) => put(gone, part))
      }
      const isAt = showing.selection?.ranges.some(
        ({ head }) => start + mark.from <= head && head < start + mark.to + (mark.isLast ? 1 : 0),
      )
      return [
        put(
          styledCell(`${mark.widestWord} ${mark.columns} ${mark.className}${isAt ? ' live-cell-at' : ''}`),
          mark,
        ),
        // A cell that has only its pipe would not be drawn at all.
        ...mark.hidden.map((part) =>
          part.from === mark.from && part.to === mark.to
            ? put(styled('live-bare-pipe'), part)
            : put(gone, withoutCaret(part, part.from === mark.from, showing.selection, start)),
        ),
      ]
    }
  }
}
