import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState, TransactionSpec } from '@codemirror/state'
import { itemAt } from '../../../shared/base/item-at'
import { formatTable, readTable, writeTable } from '../../../shared/tables/table-text'
import { headOfState } from '../../document/state/head-field'
import { addressOf, isAddress } from '../commands/insert-commands'
import { linkPartsAt, retarget } from '../link-box/link-parts'

/** A table has at most this many cells; more text is data. */
const mostCells = 20_000

/** The rows of tab-separated text; cells in quotes may have line breaks and doubled quotes, as spreadsheets write them. */
const rowsOf = (text: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, quoted, bare = '', end = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g,
  )) {
    itemAt(rows, rows.length - 1).push(quoted?.replaceAll('""', '"') ?? bare)
    if (end === '\n') rows.push([])
    else if (end === '') break
  }
  return rows
}

const forCell = (text: string): string =>
  text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|')

/** Tab-separated text as a table; null for any other text, such as indented code. */
export const tableOfText = (plain: string): string | null => {
  const text = plain.replace(/\n+$/, '')
  if (!text.includes('\t') || !text.includes('\n') || /^[\t ]/.test(text)) return null
  const rows = rowsOf(text)
  const [first = []] = rows
  const isTable = rows.length > 1 && first.length > 1 && rows.every(({ length }) => length === first.length)
  if (!isTable || rows.length * first.length > mostCells || !first.some((cell) => cell.trim() !== ''))
    return null
  const [head = '', ...body] = rows.map((row) => `| ${row.map(forCell).join(' | ')} |`)
  const ruler = `|${' --- |'.repeat(first.length)}`
  return writeTable(formatTable(readTable([head, ruler, ...body], []))).join('\n')
}

const notWords = new Set([
  'InlineCode',
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'HTMLTag',
  'CommentBlock',
  'Image',
  'URL',
])
const unlinkable = new Set(['Link', 'Image', 'URL', 'Autolink', 'LinkReference', 'HTMLTag'])

/** Whether a selection is words of one line that can be the words of a link. */
const canBeLinked = (state: EditorState, from: number, to: number): boolean => {
  if (from < headOfState(state).split.bodyFrom || state.sliceDoc(from, to).includes('\n')) return false
  if (state.sliceDoc(from, to).trim() === '' || /(?<!\\)\|/.test(state.sliceDoc(from, to))) return false
  const tree = ensureSyntaxTree(state, to, 50) ?? syntaxTree(state)
  let can = true
  tree.iterate({
    from,
    to,
    enter: ({ name, from: start, to: end }) => {
      const isAround = start <= from && end >= to
      const isWithin = start >= from && end <= to
      if (end <= from || start >= to) return
      if (!isAround && !isWithin && name !== 'Document') can = false
      if ((isWithin && unlinkable.has(name)) || (isAround && !isWithin && notWords.has(name))) can = false
    },
  })
  return can
}

/** An address pasted over selected words makes a link of them; over the words of a link it becomes its address. */
export const addressOverWords = (state: EditorState, plain: string): TransactionSpec | null => {
  const { main, ranges } = state.selection
  const text = plain.trim()
  if (main.empty || ranges.length > 1 || !isAddress(text)) return null
  const address = text.toLowerCase().startsWith('www.') ? `https://${text}` : text
  const link = linkPartsAt(state, main.from)
  if (link && link.words.from <= main.from && main.to <= link.words.to) {
    const changes = retarget(link, address, link.title)
    return changes ? { changes, userEvent: 'input.paste', scrollIntoView: true } : {}
  }
  if (!canBeLinked(state, main.from, main.to)) return null
  return {
    changes: [
      { from: main.from, insert: '[' },
      { from: main.to, insert: `](${addressOf(address)})` },
    ],
    userEvent: 'input.paste',
    scrollIntoView: true,
  }
}
