import type { EditorState, StateCommand } from '@codemirror/state'

const mark = /(?:>[ \t]?)|(?:[-+*]|\d{1,9}[.)])[ \t]+/y
const box = /\[[ xX]\][ \t]+/y
const listMark = /(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/g

/** The marks of quotes and list items at the start of a line, with the blanks between them; empty without marks. */
export const containerIn = (text: string): string => {
  let at = text.length - text.trimStart().length
  const start = at
  for (const pattern of [mark, box]) {
    pattern.lastIndex = at
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) at = pattern.lastIndex
  }
  return at === start ? '' : text.slice(0, at)
}

/** What the next lines of a block in these containers begin with. */
export const continuedIn = (container: string): string =>
  container.replace(listMark, (item) => ' '.repeat(item.replace(/\[.*/s, '').length))

interface Place {
  readonly from: number
  readonly to: number
  /** What stands before and after the block, and before each of its lines but the first. */
  readonly before: string
  readonly after: string
  readonly continued: string
}

/** In an empty quote or list item the block becomes its content; elsewhere it goes below the caret's line. */
const placeFor = (state: EditorState): Place => {
  const { doc } = state
  const line = doc.lineAt(state.selection.main.head)
  const container = containerIn(line.text)
  const textOf = (number: number) => (number >= 1 && number <= doc.lines ? doc.line(number).text : '')
  if (container !== '' && container === line.text) {
    const continued = continuedIn(container)
    const isQuoted = /^[\s>]*$/.test(container)
    const above = textOf(line.number - 1)
    const isJoined = isQuoted && above.startsWith(container.trimEnd()) && above.trim() !== container.trim()
    const below = textOf(line.number + 1)
    const isFollowed = below.trim() !== '' && below.startsWith(continued) && below.trim() !== continued.trim()
    return {
      from: isJoined ? line.from + container.trimEnd().length : line.to,
      to: line.to,
      before: isJoined ? `\n${container}` : '',
      after: isFollowed ? `\n${continued.trimEnd()}` : '',
      continued,
    }
  }
  const blank = line.text.trim() === ''
  const isSpaced = textOf(blank ? line.number - 1 : line.number).trim() === ''
  return {
    from: blank ? line.from : line.to,
    to: line.to,
    before: blank ? (isSpaced ? '' : '\n') : '\n\n',
    after: textOf(line.number + 1).trim() === '' ? '' : '\n',
    continued: '',
  }
}

/** Inserts a block with a blank line on each side; `select` counts characters of the block. */
export const insertBlock =
  (text: string, select: { readonly from: number; readonly to: number }): StateCommand =>
  ({ state, dispatch }) => {
    const { from, to, before, after, continued } = placeFor(state)
    const withContainer = (part: string) => part.replaceAll('\n', `\n${continued}`)
    const at = (offset: number) => from + before.length + withContainer(text.slice(0, offset)).length
    dispatch(
      state.update({
        changes: { from, to, insert: before + withContainer(text) + after },
        selection: { anchor: at(select.from), head: at(select.to) },
        scrollIntoView: true,
        userEvent: 'input.format',
      }),
    )
    return true
  }

/** Whether the caret is alone in an empty quote or list item. */
export const isInEmptyContainer = (state: EditorState): boolean => {
  const { main } = state.selection
  const { text } = state.doc.lineAt(main.head)
  return main.empty && text !== '' && containerIn(text) === text
}
