import { itemAt } from '../../shared/base/item-at'
import { partitionPoint } from '../../shared/base/partition-point'

/** An anchor: a line of the source (0-based, with a fraction) and its vertical position on the page. */
export interface Anchor {
  readonly line: number
  readonly y: number
}

/** The position of a line, interpolated between the nearest anchors. Anchors increase in both values. */
export const yOfLine = (anchors: readonly Anchor[], line: number): number =>
  interpolate(anchors, line, byLine, byY)

/** The line at a position, interpolated between the nearest anchors. */
export const lineOfY = (anchors: readonly Anchor[], y: number): number => interpolate(anchors, y, byY, byLine)

const byLine = ({ line }: Anchor): number => line
const byY = ({ y }: Anchor): number => y

const interpolate = (
  anchors: readonly Anchor[],
  value: number,
  from: (anchor: Anchor) => number,
  to: (anchor: Anchor) => number,
): number => {
  const first = anchors[0]
  const last = anchors.at(-1)
  if (!first || !last) return 0
  if (value <= from(first)) return to(first)
  if (value >= from(last)) return to(last)
  // Between the first and the last anchor.
  const behind = partitionPoint(anchors.length, (at) => from(itemAt(anchors, at)) <= value)
  const before = itemAt(anchors, behind - 1)
  const after = itemAt(anchors, behind)
  const span = from(after) - from(before)
  const share = span > 0 ? (value - from(before)) / span : 0
  return to(before) + share * (to(after) - to(before))
}

/** Skips anchors that would go backwards: floats and footnotes are not in line order. */
export const inOrder = (anchors: readonly Anchor[]): Anchor[] => {
  const kept: Anchor[] = []
  for (const anchor of [...anchors].sort((a, b) => a.line - b.line || a.y - b.y)) {
    const last = kept.at(-1)
    if (!last || (anchor.line > last.line && anchor.y >= last.y)) kept.push(anchor)
  }
  return kept
}
