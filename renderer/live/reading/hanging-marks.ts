import type { PieceMarks } from './piece-marks'

const blanks = /[ \t]*/y
const itemSign = /(?:[-+*]|\d{1,9}[.)])(?:[ \t]{1,4}|$)/y
const definitionSign = /[ \t]{0,3}[:~][ \t]+/y
const noteLabel = /[ \t]{0,3}\[\^[^\s\][]+\]:[ \t]*/y

/** Hides the blanks of a line up to a column. */
const hideIndent = (piece: PieceMarks, line: number, column: number): void => {
  const text = piece.textOf(line)
  if (text.trim() === '') return
  const from = piece.columnOf(line)
  let to = from
  while (to < column && (text[to] === ' ' || text[to] === '\t')) to++
  piece.hide({ from: piece.startOf(line) + from, to: piece.startOf(line) + to })
  piece.columns[line] = to
}

/** Marks the lines of a list item: its text is indented, its sign stands before it. */
export const drawItem = (piece: PieceMarks, first: number, end: number): void => {
  const before = piece.take(first, blanks)
  const sign = piece.take(first, itemSign)
  if (!before || !sign) return
  const column = piece.columnOf(first)
  const isBullet = /^[-+*]/.test(sign.found[0])
  piece.hide(before)
  piece.style(sign, isBullet ? 'live-sign-box live-bullet' : 'live-sign-box live-number')
  for (let line = first; line < end; line++) {
    piece.drawLine(line, line === first ? 'live-item' : '', 1)
    if (line > first) hideIndent(piece, line, column)
  }
}

/** Marks the lines of a definition as indented; its colon hangs beside it. */
export const drawDefinition = (piece: PieceMarks, first: number, end: number): void => {
  const sign = piece.take(first, definitionSign)
  if (!sign) return
  piece.hang(sign, first)
  const column = piece.columnOf(first)
  for (let line = first; line < end; line++) {
    piece.drawLine(line, '', 1)
    if (line > first) hideIndent(piece, line, column)
  }
}

/** Marks the lines of a footnote: its label and, indented, its further paragraphs. */
export const drawNote = (piece: PieceMarks, first: number, end: number): void => {
  const column = piece.columnOf(first)
  const label = piece.take(first, noteLabel)
  if (!label) return
  piece.style(label, 'live-note-label')
  let isIndented = false // the first paragraph may go on without an indent
  for (let line = first; line < end; line++) {
    isIndented ||= line > first && piece.textOf(line - 1).trim() === '' && piece.textOf(line).trim() !== ''
    piece.drawLine(line, 'live-note-line', isIndented ? 1 : 0)
    if (line > first) hideIndent(piece, line, column + 4)
  }
}
