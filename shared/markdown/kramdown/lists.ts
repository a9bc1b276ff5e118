import { itemOf, type ReadBlocks, readItems } from './items'
import type { Lines } from './lines'
import type { Definitions, Item, Node } from './nodes'
import { bullet } from './patterns'

/** Reads a list; `next` is the line after it. */
export const readList = (
  lines: Lines,
  start: number,
  readBlocks: ReadBlocks,
): { node: Node; next: number } => {
  const ordered = !bullet.test(lines.text(start))
  const { items, next, ended } = readItems(lines, start, ordered ? 'ol' : 'ul')
  const read = items.map((item) => itemOf(item, readBlocks))
  makeTight(read, ended)
  const to = items.at(-1)?.to ?? lines.number(start) + 1
  return { node: { kind: 'list', ordered, items: read, from: lines.number(start), to }, next }
}

const isBare = (item: Item): boolean => {
  const [first] = item.children
  return first?.kind !== 'paragraph' || first.bare === true
}

// An item is loose if a blank line follows its first paragraph. The last item is treated like the others.
const makeTight = (items: readonly Item[], ended: boolean): void => {
  for (const [index, { children }] of items.entries()) {
    const [first] = children
    if (first?.kind === 'paragraph' && first.attributes && children[1]?.kind === 'end') children.splice(1, 1)
    const isLast = index === items.length - 1
    const second = children[1]
    const isAlone =
      children.length < 2 || second?.kind !== 'blank' || (isLast && children.length === 2 && !ended)
    const followsTight = !isLast || items.length === 1 || items.slice(0, -1).some(isBare)
    if (first?.kind === 'paragraph' && isAlone && followsTight) first.bare = true
    if (children.at(-1)?.kind === 'blank') children.pop()
  }
}

/** Reads the definitions of terms; the terms are the lines of the paragraph before. */
export const readDefinitions = (
  lines: Lines,
  start: number,
  term: { readonly text: string; readonly from: number; readonly loose: boolean },
  readBlocks: ReadBlocks,
): { node: Definitions; next: number } => {
  const { items, next } = readItems(lines, start, 'dl', term.loose)
  const read = items.map((item): Item => {
    const made = itemOf(item, readBlocks)
    if (made.children.at(-1)?.kind === 'blank') made.children.pop()
    const [first] = made.children
    if (first?.kind === 'paragraph' && !item.loose) first.bare = true
    return made
  })
  const terms = term.text.split('\n').map((line) => line.trim())
  const to = items.at(-1)?.to ?? lines.number(start) + 1
  return { node: { kind: 'definitions', entries: [...terms, ...read], from: term.from, to }, next }
}
