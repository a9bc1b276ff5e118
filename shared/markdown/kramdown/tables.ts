import { isBlank, type Lines, stripped } from './lines'
import type { Table } from './nodes'
import { blockAttributes, endOfBlock } from './patterns'

const start = /^ {0,3}\S/
const withPipe = /^(?:\||.*?[^\\]\|)/
const separator = /^[+|: \t]*-[+|: \t-]*$/
const footer = /^[+|: \t]*=[+|: \t=]*$/
const align = /[ \t]?(:?)-+(:?)[ \t]?/g
/** Larger tables get no empty cells for short rows: browsers show the same, and memory stays bounded. */
const maxCells = 50_000

// Template tags are filled in before kramdown reads the line: pipes inside them separate no cells.
const tags = /\{\{[^{}\n]*\}\}|\{%[^%{\n]*%\}/g
const withoutTags = (text: string): string =>
  text.includes('{') ? text.replace(tags, (tag) => 'x'.repeat(tag.length)) : text
const hasPipe = (text: string): boolean => withPipe.test(withoutTags(text))

type Row = { readonly cells: string[]; readonly line: number }
type Part = { readonly tag: 'thead' | 'tbody' | 'tfoot'; readonly rows: Row[] }

/** Reads a table: lines with a pipe, between blank lines; a separator line is optional. */
export const readTable = (lines: Lines, from: number): { node: Table; next: number } | null => {
  const first = lines.text(from)
  if (!start.test(first) || !hasPipe(first) || !lines.afterBoundary(from)) return null
  const leading = /^\s*\|/.test(first)
  const parts: Part[] = []
  let alignment: (string | null)[] | null = null
  let rows: Row[] = []
  let foot = false
  let at = from
  const close = (tag: Part['tag']): void => {
    if (rows.length > 0) parts.push({ tag, rows })
    rows = []
  }
  for (; at < lines.count && hasPipe(lines.text(at)); at++) {
    const text = lines.text(at)
    if (separator.test(text)) {
      if (rows.length === 0) continue
      if (alignment === null && !foot) {
        close('thead')
        alignment = [...text.matchAll(align)].map(([, left, right]) => alignOf(left, right))
      } else if (!foot) close('tbody')
    } else if (footer.test(text)) {
      close('tbody')
      foot = true
    } else {
      const cells = cellsOf(text)
      if (cells === null) return null
      if (leading && isBlank(cells[0] ?? '')) cells.shift()
      if (isBlank(cells.at(-1) ?? '')) cells.pop()
      rows.push({ cells: cells.map((cell) => stripped(cell)), line: lines.number(at) })
    }
  }
  const after = at < lines.count ? lines.text(at) : ''
  if (!isBlank(after) && !endOfBlock.test(after) && !blockAttributes.test(after)) return null
  close(foot ? 'tfoot' : 'tbody')
  if (!parts.some(({ tag }) => tag === 'tbody')) return null
  const columns = fillUp(parts)
  const columnAlign = Array.from({ length: columns }, (_, index) => alignment?.[index] ?? null)
  const place = { from: lines.number(from), to: lines.number(at - 1) + 1 }
  return { node: { kind: 'table', align: columnAlign, parts, ...place }, next: at }
}

const alignOf = (left: string | undefined, right: string | undefined): string | null =>
  left ? (right ? 'center' : 'left') : right ? 'right' : null

const fillUp = (parts: readonly Part[]): number => {
  const rows = parts.flatMap((part) => part.rows)
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  if (rows.length * columns < maxCells)
    for (const { cells } of rows) while (cells.length < columns) cells.push('')
  return columns
}

// A pipe inside code is part of the code; null if the line has no other pipe.
const cellsOf = (text: string): string[] | null => {
  const read = withoutTags(text)
  const cells: string[] = []
  let cell = ''
  for (let at = 0; at < text.length; at++) {
    const sign = read.charAt(at)
    if (sign === '\\' && read[at + 1] === '|') {
      cell += '|'
      at++
    } else if (sign === '|') {
      cells.push(cell)
      cell = ''
    } else if (sign === '`') {
      const ticks = /^`+/.exec(read.slice(at, at + 100))?.[0] ?? '`'
      const end = read.indexOf(ticks, at + ticks.length)
      const length = end < 0 ? ticks.length : end + ticks.length - at
      cell += text.slice(at, at + length)
      at += length - 1
    } else cell += text.charAt(at)
  }
  return cells.length === 0 ? null : [...cells, cell]
}
