import { itemAt } from '../../base/item-at'
import { withoutTags } from '../tags/masked-tags'
import type { TagKind } from '../tags/tag-at'
import { isBlank, type Line, type Lines, withLine } from './lines'
import type { Node } from './nodes'
import { blockTag } from './patterns'
import { isBodiless, isSpanElement, rewrittenHtml, tagSource, tagStart } from './text/html-tags'

const tag = new RegExp(`<!--|${tagSource}`, 'gu')
const asRaw = /^(?:script|style|math|option|textarea|pre|code|kbd|samp|var)$/i
const markdown = /\smarkdown\s*=\s*(?:"(\w+)"|'(\w+)'|(\w+))/

const wholeTag = new RegExp(`^\\s*${tagSource}`, 'u')
const begunTag = new RegExp(`^\\s*${tagStart}$`, 'u')
const longestTag = 4000
const comment = '<!--'

type ReadBlocks = (lines: readonly Line[], into: Node[]) => Node[]

/** Blocks that were read; `rest` begins with the text after the closing tag on its line. */
export interface ReadHtml {
  readonly nodes: Node[]
  readonly next: number
  readonly rest: Lines | null
}

/**
 * Reads an element from its opening to its closing tag, across blank lines. Its content stays as it is,
 * except where `markdown="1"` says otherwise. An unclosed element extends to the end.
 */
export const readHtml = (
  lines: Lines,
  start: number,
  tags: readonly TagKind[],
  readBlocks: ReadBlocks,
): ReadHtml | null => {
  const firstLines = linesOfTag(lines, start, tags)
  if (firstLines === null) return null
  let source = ''
  let at = start
  let found: Found = { kind: 'open' }
  // The window doubles each time, so that a long element is not scanned again for each of its lines.
  for (let wanted = firstLines; at < lines.count && found.kind === 'open'; wanted *= 2) {
    for (let more = 0; more < wanted && at < lines.count; more++, at++) source += `${lines.text(at)}\n`
    found = endOfElement(withoutTags(source, tags))
  }
  if (found.kind === 'none') return null
  const end = found.kind === 'end' ? found.at : source.length
  const whole = source.slice(0, end)
  const last = start + whole.replace(/\n$/, '').split('\n').length - 1
  const tail = itemAt(source.slice(end).split('\n', 1), 0)
  const nodes = partsOf(whole, { from: lines.number(start), to: lines.number(last) + 1 }, readBlocks, tags)
  if (isBlank(tail)) return { nodes, next: last + 1, rest: null }
  return { nodes, next: last, rest: withLine(lines, last, tail.trimStart()) }
}

/** The number of lines of the tag at `start`, 1 for a comment; null if there is no complete tag. */
export const linesOfTag = (lines: Lines, start: number, tags: readonly TagKind[]): number | null => {
  const first = lines.text(start)
  if (!blockTag.test(first)) return null
  if (first.trimStart().startsWith(comment)) return isCommentClosed(lines, start) ? 1 : null
  let source = ''
  let at = start
  for (let wanted = 1; at < lines.count && source.length <= longestTag; wanted *= 2) {
    const before = at
    // A tag may span several lines, but not a blank one.
    for (; at < lines.count && at < before + wanted && !isBlank(lines.text(at)); at++)
      source += `${lines.text(at)}\n`
    const masked = withoutTags(source, tags)
    const whole = wholeTag.exec(masked)
    if (whole) return whole[0].split('\n').length
    if (at < before + wanted || !begunTag.test(masked)) return null
  }
  return null
}

const isCommentClosed = (lines: Lines, start: number): boolean => {
  if (!lines.unclosed.has(comment))
    for (let at = start; at < lines.count; at++) {
      const text = lines.text(at)
      if (text.includes('-->', at === start ? text.indexOf(comment) + comment.length : 0)) return true
    }
  lines.unclosed.add(comment)
  lines.onOpenEnd?.()
  return false
}

type Found = { readonly kind: 'end'; readonly at: number } | { readonly kind: 'open' | 'none' }

/** Finds the end of the element that `source` begins with. */
const endOfElement = (source: string): Found => {
  let depth = 0
  let name: string | null = null
  tag.lastIndex = 0
  for (let found = tag.exec(source); found; found = tag.exec(source)) {
    const [, closing, written, , empty] = found
    if (written === undefined) {
      const end = source.indexOf('-->', found.index + comment.length)
      if (end < 0) return { kind: 'open' }
      tag.lastIndex = end + 3
      if (name === null) return { kind: 'end', at: end + 3 }
    } else if (name === null) {
      name = written.toLowerCase()
      if (closing) return { kind: 'none' } // a closing tag without an opening one
      if (empty || isBodiless.test(name)) return { kind: 'end', at: tag.lastIndex }
      depth = 1
    } else if (!empty && written.toLowerCase() === name) {
      depth += closing ? -1 : 1
      if (depth === 0) return { kind: 'end', at: tag.lastIndex }
    }
  }
  return { kind: 'open' }
}

type Place = { readonly from: number; readonly to: number }

const partsOf = (source: string, place: Place, readBlocks: ReadBlocks, tags: readonly TagKind[]): Node[] => {
  const element = firstWithMarkdown(source, tags)
  if (!element) return [{ kind: 'html', text: rewrittenHtml(source, tags), ...place }]
  const { open, name, way, from, inner, close, to } = element
  const line = (offset: number): number => place.from + source.slice(0, offset).split('\n').length - 1
  const nodes: Node[] = [{ kind: 'html', text: source.slice(0, from) + open.replace(markdown, ''), ...place }]
  if (way === 'span' || (way === '1' && isSpanElement.test(name)))
    nodes.push({ kind: 'span', text: inner.trim(), ...place })
  else {
    const first = line(from + open.length)
    const inside = inner.split('\n').map((text, index) => ({ text, number: first + index }))
    while (isBlank(inside[0]?.text ?? 'x')) inside.shift()
    while (isBlank(inside.at(-1)?.text ?? 'x')) inside.pop()
    readBlocks(inside, nodes)
  }
  nodes.push({ kind: 'html', text: close, ...place })
  const rest = source.slice(to)
  if (!isBlank(rest)) nodes.push(...partsOf(rest, { from: line(to), to: place.to }, readBlocks, tags))
  return nodes
}

const firstWithMarkdown = (written: string, tags: readonly TagKind[]) => {
  if (!written.includes('markdown')) return null
  const source = withoutTags(written, tags)
  tag.lastIndex = 0 // matchAll starts at lastIndex
  for (const { 0: open, 1: closing, 2: name = '', 3: attributes = '', 4: empty, index } of source.matchAll(
    tag,
  )) {
    const said = markdown.exec(attributes)
    const way = said?.[1] ?? said?.[2] ?? said?.[3]
    if (closing || empty || way === undefined || way === '0' || asRaw.test(name)) continue
    const found = endOfElement(source.slice(index))
    const to = found.kind === 'end' ? index + found.at : source.length
    const closer = new RegExp(`</${name}\\s*>$`, 'i').exec(source.slice(index, to))
    const innerEnd = closer ? index + closer.index : to
    const start = index + open.length
    return {
      open: written.slice(index, start),
      name,
      way,
      from: index,
      inner: written.slice(start, innerEnd),
      close: closer?.[0] ?? `</${name}>`,
      to,
    }
  }
  return null
}
