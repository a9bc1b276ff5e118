import { itemAt } from '../../base/item-at'
import { isBlank, type Line, type Lines } from './lines'
import type { Item, Node } from './nodes'
import { blockAttributes, endOfBlock, endsLazy, listStart, rule } from './patterns'
import { type Attributes, attributesIn } from './text/attribute-list'

export type ReadBlocks = (lines: readonly Line[], into: Node[]) => Node[]
export type ItemKind = 'ul' | 'ol' | 'dl'

/** The lines of an item, without their indentation; a nested list starts a new chunk. */
export interface OpenItem {
  readonly chunks: Line[][]
  readonly from: number
  to: number
  readonly attributes: Attributes | null
  /** A blank line precedes it. */
  readonly loose: boolean
}

const ownAttributes = /^\s*\{:(?!(?:\w[\w-]*)?:|\/)((?:\\\}|[^}])+)\}\s*/

const firstLine = (width: number, rest: string): { text: string; indentation: number } => {
  if (/^(?:\s*\{:(?!(?:\w[\w-]*)?:|\/)(?:\\\}|[^}])+\}\s*)?\s*$/.test(rest))
    return { text: rest.trimStart(), indentation: 4 }
  let content = rest
  while (/^ *\t/.test(content)) {
    const blanks = /^ */.exec(content)?.[0].length ?? 0
    content = content.replace(
      /^( *)(\t+)/,
      (_all, spaces: string, tabs: string) =>
        spaces + ' '.repeat(4 - ((blanks + width) % 4) + (tabs.length - 1) * 4),
    )
  }
  return { text: content.trimStart(), indentation: width + (/^ */.exec(content)?.[0].length ?? 0) }
}

const isContent = (text: string, indentation: number): boolean => {
  const [whole, left] = [Math.floor(indentation / 4), indentation % 4]
  return new RegExp(`^(?:(?:\\t| {4}){${whole}} {${left}}|(?:\\t| {4}){${whole + 1}}).*\\S`).test(text)
}

const signs: Readonly<Record<ItemKind, string>> = { ul: '[+*-]', ol: '\\d+\\.', dl: ':' }

const markerWithin = (kind: ItemKind, indentation: number): RegExp =>
  new RegExp(`^( {0,${Math.max(0, Math.min(3, indentation - 1))}}${signs[kind]})([\\t |].*)$`)

const isLazy = (text: string, indentation: number): boolean => {
  if (isBlank(text)) return false
  const margin = /^ */.exec(text)?.[0].length ?? 0
  if (margin > Math.min(indentation, 3)) return true
  return !blockAttributes.test(text) && (!endsLazy(text) || endOfBlock.test(text))
}

/** Collects the items of a list or the definitions of a term; `next` is the line after them. */
export const readItems = (
  lines: Lines,
  start: number,
  kind: ItemKind,
  looseAtFirst = false,
): { items: OpenItem[]; next: number; ended: boolean } => {
  const items: OpenItem[] = []
  let marker = markerWithin(kind, 4)
  let indentation = 0
  let nested = false
  let lastBlank = false
  let loose = looseAtFirst
  let at = start
  for (; at < lines.count; at++) {
    const text = lines.text(at)
    const line = (shown: string): Line => ({ text: shown, number: lines.number(at) })
    const item = items.at(-1)
    const found = marker.exec(text)
    if (kind !== 'dl' && lastBlank && rule.test(text)) break
    if (endOfBlock.test(text)) return { items, next: kind === 'dl' ? at : at + 1, ended: true }
    if (found) {
      const first = firstLine(itemAt(found, 1).length, itemAt(found, 2))
      indentation = first.indentation
      const own = ownAttributes.exec(first.text)
      const content = own ? first.text.slice(own[0].length) : first.text
      items.push({
        chunks: [[line(content)]],
        from: lines.number(at),
        to: lines.number(at) + 1,
        attributes: own ? attributesIn(itemAt(own, 1)) : null,
        loose,
      })
      marker = markerWithin(kind, indentation)
      nested = listStart(content)
      lastBlank = loose = false
    } else if (!item) break
    else if (isContent(text, indentation) || (!lastBlank && isLazy(text, indentation))) {
      let result = text.replace(/^\t+/, (tabs) => ' '.repeat(4 * tabs.length))
      const isInside = result.startsWith(' '.repeat(indentation))
      if (isInside) result = result.slice(indentation)
      if (kind !== 'dl' && listStart(result)) {
        if (!nested && isInside) {
          item.chunks.push([])
          nested = true
        } else if (nested && !isInside) result = ' '.repeat(indentation + 4) + result
      }
      item.chunks.at(-1)?.push(line(result))
      item.to = lines.number(at) + 1
      lastBlank = loose = false
    } else if (isBlank(text)) {
      nested = lastBlank = loose = true
      item.chunks.at(-1)?.push(line(''))
    } else break
  }
  while (at - 1 > start && isBlank(lines.text(at - 1))) at-- // blank lines at the end belong to what follows
  return { items, next: at, ended: false }
}

/** The blocks inside an item. */
export const itemOf = ({ chunks, from, to, attributes }: OpenItem, readBlocks: ReadBlocks): Item => {
  const children: Node[] = []
  for (const chunk of chunks) readBlocks(chunk, children)
  return { children, from, to, ...(attributes ? { attributes } : {}) }
}
