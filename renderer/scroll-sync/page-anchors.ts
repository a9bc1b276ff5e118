import { partitionPoint } from '../../shared/base/partition-point'
import type { PageBlocks, ShownBlock } from '../preview/page/blocks'
import { type Anchor, inOrder } from './line-map'

/** Top and bottom of nodes in the frame's viewport; null if they have no height. */
const extent = (nodes: readonly Node[]): { top: number; bottom: number } | null => {
  const boxes = nodes.flatMap((node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return []
    const box = (node as Element).getBoundingClientRect()
    return box.height > 0 ? [box] : []
  })
  if (boxes.length === 0) return null
  return {
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}

const insideAnchors = (block: ShownBlock): Anchor[] =>
  block.nodes.flatMap((node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return []
    const element = node as HTMLElement
    const marked = [...element.querySelectorAll<HTMLElement>('[data-line]')]
    if (element.dataset.line) marked.unshift(element)
    return marked.flatMap((inside) => {
      const line = Number(inside.dataset.line)
      const box = inside.getBoundingClientRect()
      const known = Number.isInteger(line) && line > 0 && block.line + line < block.endLine
      return known && box.height > 0 ? [{ line: block.line + line, y: box.top }] : []
    })
  })

/** Anchors of one block: its first line at its top, the next line at its bottom, and marked lines between. */
export const blockAnchors = (block: ShownBlock): Anchor[] => {
  const box = extent(block.nodes)
  if (!box) return []
  return inOrder([
    { line: block.line, y: box.top },
    ...insideAnchors(block),
    { line: block.endLine, y: box.bottom },
  ])
}

/** Anchors around the block at `index`, up to the next block with a height. */
export const anchorsAround = (blocks: PageBlocks, index: number): Anchor[] => {
  const anchors: Anchor[] = []
  const from = Math.max(0, index - 1)
  let shown = 0
  for (let at = from; at < blocks.all.length && shown < 4; at++) {
    const block = blocks.all[at]
    if (!block) break
    const own = blockAnchors(block)
    anchors.push(...own)
    if (own.length > 0 && at > index) shown++
    if (at > index + 12) break
  }
  return inOrder(anchors)
}

/** The index of the block at a position in the frame's viewport: the last one that starts at or above it. */
export const indexAtY = (blocks: PageBlocks, y: number): number => {
  // From outer to inner elements: containers have a position even if the browser has skipped their contents.
  const sections = [...new Set(blocks.all.map(({ section }) => section))]
  const part = lastAt([...new Set(sections.map(({ parentElement }) => parentElement))], y)
  const section = lastAt(
    sections.filter(({ parentElement }) => parentElement === part),
    y,
  )
  let found = -1
  blocks.all.forEach((block, index) => {
    if (block.section !== section) return
    const top = extent(block.nodes)?.top
    if (found < 0 || (top !== undefined && top <= y)) found = index
  })
  return found
}

/** The last element that starts at or above a position, or the first. */
const lastAt = <Box extends HTMLElement | null>(boxes: readonly Box[], y: number): Box | undefined => {
  const above = partitionPoint(boxes.length, (at) => (boxes[at]?.getBoundingClientRect().top ?? 0) <= y)
  return boxes[Math.max(0, above - 1)]
}
