import { itemAt } from '../../base/item-at'
import { endOfFence, readCode, readFence } from './code'
import { linesOfTag, readHtml } from './html-blocks'
import { readAtx, readExtension, readMath, readReference, readSetext, readTagPair } from './leaf-blocks'
import { innerLines, isBlank, type Line, type Lines, stripped } from './lines'
import { readDefinitions, readList } from './lists'
import type { Node, Paragraph } from './nodes'
import { one, placed, type Read, type Reading } from './nodes'
import {
  atx,
  blockAttributes,
  definition,
  endOfBlock,
  endsLazy,
  endsParagraph,
  fenceLike,
  footnote,
  indented,
  listStart,
  namedAttributes,
  quote,
  rule,
} from './patterns'
import { readTable } from './tables'
import { attributesIn } from './text/attribute-list'

type Reader = (lines: Lines, at: number, reading: Reading) => Read | null

const readers: readonly Reader[] = [
  (lines, at) => (indented.test(lines.text(at)) ? readCode(lines, at) : null),
  (lines, at) => (fenceLike.test(lines.text(at)) ? readFence(lines, at) : null),
  (lines, at, reading) => (quote.test(lines.text(at)) ? readQuote(lines, at, reading) : null),
  (lines, at) => readAtx(lines, at),
  (lines, at) =>
    rule.test(lines.text(at)) ? one({ kind: 'rule', ...placed(lines, at, at + 1) }, at + 1) : null,
  (lines, at, reading) => {
    if (!listStart(lines.text(at))) return null
    const { node, next } = readList(lines, at, insideWith(reading))
    return one(node, next)
  },
  (lines, at, reading) => readHtml(lines, at, reading.tags, insideWith(reading)),
  (lines, at) => readSetext(lines, at),
  (lines, at) => readMath(lines, at),
  (lines, at) => {
    const table = readTable(lines, at)
    return table && one(table.node, table.next)
  },
  (lines, at, reading) => readFootnote(lines, at, reading),
  (lines, at) => readReference(lines, at),
  (lines, at) => readExtension(lines, at),
  (lines, at, reading) => readTagPair(lines, at, reading),
]

const insideWith =
  (reading: Reading) =>
  (lines: readonly Line[], into: Node[]): Node[] =>
    readAll(innerLines(lines), deeper(reading), into)

const deeper = (reading: Reading): Reading => ({ ...reading, depth: reading.depth + 1 })
/** Blocks nested deeper than this are read as paragraphs. */
const deepest = 60

/** Reads all blocks of `lines` and appends them to `into`. */
const readAll = (lines: Lines, reading: Reading, into: Node[]): Node[] => {
  let rest = lines
  for (let at = 0; at < rest.count; ) {
    const { nodes, next, rest: left } = readNext(rest, at, reading)
    into.push(...nodes)
    at = next
    rest = left ?? rest
  }
  return into
}

/** Reads the next block, with the attribute lists before and after it. */
export const readNext = (lines: Lines, start: number, reading: Reading): Read => {
  const text = lines.text(start)
  if (isBlank(text)) return readBlank(lines, start)
  if (endOfBlock.test(text)) return one({ kind: 'end', ...placed(lines, start, start + 1) }, start + 1)
  const own = namedAttributes.test(text) ? null : blockAttributes.exec(text)
  if (own) return readWithAttributes(lines, start, attributesIn(itemAt(own, 1)), reading)
  if (reading.depth <= deepest)
    for (const reader of readers) {
      const read = reader(lines, start, reading)
      if (read) return withAttributes(lines, read)
    }
  return withAttributes(lines, readParagraph(lines, start, reading))
}

const readBlank = (lines: Lines, start: number): Read => {
  let next = start
  while (next < lines.count && isBlank(lines.text(next))) next++
  return one({ kind: 'blank', lines: next - start, ...placed(lines, start, next) }, next)
}

const readWithAttributes = (
  lines: Lines,
  start: number,
  attributes: NonNullable<Node['attributes']>,
  reading: Reading,
): Read => {
  const hidden: Node = { kind: 'hidden', ...placed(lines, start, start + 1) }
  if (start + 1 >= lines.count || isBlank(lines.text(start + 1))) return one(hidden, start + 1)
  const read = readNext(
    { ...lines, afterBoundary: (at) => at === start + 1 || lines.afterBoundary(at) },
    start + 1,
    reading,
  )
  const first = read.nodes.find(({ kind }) => kind !== 'hidden')
  if (first) first.attributes = [...attributes, ...(first.attributes ?? [])]
  return read
}

/** Nodes that cannot have attributes. */
const unmarked: ReadonlySet<Node['kind']> = new Set(['hidden', 'blank', 'named-attributes'])

// `{: .class}` right after a block applies to it.
const withAttributes = (lines: Lines, read: Read): Read => {
  const target = read.nodes.findLast(({ kind }) => !unmarked.has(kind))
  let { next } = read
  let end: Node | null = null
  for (; !read.rest && target && next < lines.count; next++) {
    const found = blockAttributes.exec(lines.text(next))
    if (!found || namedAttributes.test(lines.text(next))) break
    target.attributes = [...(target.attributes ?? []), ...attributesIn(itemAt(found, 1))]
    end = { kind: 'end', ...placed(lines, next, next + 1) }
  }
  return end ? { nodes: [...read.nodes, end], next } : read
}

const readQuote = (lines: Lines, start: number, reading: Reading): Read => {
  let next = start + 1
  while (next < lines.count && !endsLazy(lines.text(next))) next++
  const inside: Line[] = []
  for (let at = start; at < next; at++)
    inside.push({ text: lines.text(at).replace(quote, ''), number: lines.number(at) })
  const children = readAll(innerLines(inside), deeper(reading), [])
  return one({ kind: 'quote', children, ...placed(lines, start, next) }, next)
}

// A footnote continues with indented lines and with lines that follow them without a blank line.
const readFootnote = (lines: Lines, start: number, reading: Reading): Read | null => {
  const found = footnote.exec(lines.text(start))
  if (!found) return null
  const inside: Line[] = [{ text: itemAt(found, 2).trimStart(), number: lines.number(start) }]
  let next = start + 1
  for (let at = start + 1, isOpen = false; at < lines.count; at++) {
    const text = lines.text(at)
    if (isBlank(text)) {
      isOpen = false
      continue
    }
    if (!indented.test(text) && (!isOpen || endsLazy(text))) break
    while (inside.length < at - start) inside.push({ text: '', number: lines.number(start + inside.length) })
    inside.push({ text: text.replace(indented, ''), number: lines.number(at) })
    isOpen = true
    next = at + 1
  }
  const children = readAll(innerLines(inside), deeper(reading), [])
  return one({ kind: 'footnote', label: itemAt(found, 1), children, ...placed(lines, start, next) }, next)
}

const readParagraph = (lines: Lines, start: number, reading: Reading): Read => {
  const { node, next } = paragraphAt(lines, start, reading)
  return (reading.definitionLists && definitionsBehind(lines, node, next, reading)) || one(node, next)
}

const paragraphAt = (lines: Lines, start: number, reading: Reading): { node: Paragraph; next: number } => {
  let next = start + 1
  // A line that could end the paragraph but begins no other block still belongs to it.
  while (next < lines.count && !(endsParagraph(lines.text(next)) && beginsAnother(lines, next, reading)))
    next++
  const texts = Array.from({ length: next - start }, (_, index) => lines.text(start + index))
  return {
    node: { kind: 'paragraph', text: stripped(texts.join('\n')), ...placed(lines, start, next) },
    next,
  }
}

// Only detects the block, without reading it: reading each block twice would be exponential in the depth.
const beginsAnother = (lines: Lines, at: number, reading: Reading): boolean => {
  const text = lines.text(at)
  if (isBlank(text) || endOfBlock.test(text) || blockAttributes.test(text)) return true
  if (listStart(text) || quote.test(text)) return true
  if (definition.test(text)) return reading.definitionLists
  if (fenceLike.test(text)) return endOfFence(lines, at) !== null
  if (atx.test(text)) return readAtx(lines, at) !== null
  return !/^ {0,3}<\//.test(text) && linesOfTag(lines, at, reading.tags) !== null
}

// `: definition` right after the paragraph of its terms, or after one blank line; adjacent lists are merged.
const definitionsBehind = (
  lines: Lines,
  { text, from }: Paragraph,
  next: number,
  reading: Reading,
): Read | null => {
  const loose = next < lines.count && isBlank(lines.text(next))
  const at = loose ? next + 1 : next
  if (at >= lines.count || !definition.test(lines.text(at))) return null
  let { node, next: behind } = readDefinitions(lines, at, { text, from, loose }, insideWith(reading))
  for (;;) {
    let following = behind
    while (following < lines.count && isBlank(lines.text(following))) following++
    if (following >= lines.count || following === behind) break
    if (beginsAnother(lines, following, reading) || indented.test(lines.text(following))) break
    const { node: term, next: end } = paragraphAt(lines, following, reading)
    const spaced = end < lines.count && isBlank(lines.text(end))
    const start = spaced ? end + 1 : end
    if (start >= lines.count || !definition.test(lines.text(start))) break
    const more = readDefinitions(
      lines,
      start,
      { text: term.text, from: term.from, loose: spaced },
      insideWith(reading),
    )
    node = { ...node, entries: [...node.entries, ...more.node.entries], to: more.node.to }
    behind = more.next
  }
  return one(node, behind)
}
