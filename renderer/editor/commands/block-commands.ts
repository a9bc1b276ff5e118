import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import {
  type ChangeSpec,
  EditorSelection,
  type EditorState,
  type Line,
  type StateCommand,
} from '@codemirror/state'
import { headOfState } from '../../document/state/head-field'
import { containerIn, insertBlock, isInEmptyContainer } from './insert-block'

/** The selected lines of the body; front matter is not markdown. */
const selectedLines = (state: EditorState): Line[] => {
  const lines = new Map<number, Line>()
  const { bodyFrom } = headOfState(state).split
  for (const { from, to } of state.selection.ranges) {
    for (let at = Math.max(from, bodyFrom); at <= to; ) {
      const line = state.doc.lineAt(at)
      lines.set(line.number, line)
      at = line.to + 1
    }
  }
  return [...lines.values()].sort((a, b) => a.number - b.number)
}

/** Replaces the start of each selected line; the caret stays with its text. */
const changeStarts =
  (startsOf: (lines: readonly Line[]) => readonly (LineStart | null)[]): StateCommand =>
  ({ state, dispatch }) => {
    const lines = selectedLines(state)
    const changes = startsOf(lines).flatMap((start, index): ChangeSpec[] => {
      const line = lines[index]
      if (!start || !line) return []
      const from = line.from + start.from
      return [{ from, to: from + start.length, insert: start.insert }]
    })
    if (changes.length === 0) return lines.length > 0
    const set = state.changes(changes)
    dispatch(
      state.update({
        changes: set,
        selection: EditorSelection.create(
          state.selection.ranges.map(({ anchor, head }) =>
            EditorSelection.range(set.mapPos(anchor, 1), set.mapPos(head, 1)),
          ),
          state.selection.mainIndex,
        ),
        scrollIntoView: true,
        userEvent: 'input.format',
      }),
    )
    return true
  }

interface LineStart {
  /** The start and length of the replaced part in the line. */
  readonly from: number
  readonly length: number
  readonly insert: string
}

const parts = /^(\s*)((?:#{1,6}(?:\s+|$))?)/

const headingIn = (text: string) => {
  const container = containerIn(text)
  const [, blanks = '', mark = ''] = parts.exec(text.slice(container.length)) ?? []
  return { from: container.length, length: blanks.length + mark.length, mark: mark.trimEnd() }
}

/** Turns the selected lines into headings of a level, or back into paragraphs if they all are. */
export const toggleHeading = (level: 1 | 2 | 3 | 4 | 5 | 6): StateCommand =>
  changeStarts((lines) => {
    const mark = `${'#'.repeat(level)} `
    const written = lines.filter(({ text }) => text.trim() !== '' || lines.length === 1)
    const off = written.length > 0 && written.every(({ text }) => headingIn(text).mark === mark.trim())
    return lines.map((line) => (written.includes(line) ? headingStart(line, off ? '' : mark) : null))
  })

const headingStart = ({ text }: Line, insert: string): LineStart => {
  const { from, length } = headingIn(text)
  return { from, length, insert }
}

/** Removes the heading marks from the selected lines. */
export const makeParagraph: StateCommand = changeStarts((lines) =>
  lines.map((line) => headingStart(line, '')),
)

/** Quotes the selected lines, or removes one level if all are quoted; in an empty list item it begins a quote. */
export const toggleQuote: StateCommand = (target) => {
  const { text } = target.state.doc.lineAt(target.state.selection.main.head)
  const isItem = isInEmptyContainer(target.state) && !/^\s{0,3}>/.test(text)
  return isItem ? insertQuote(target) : toggleQuotes(target)
}

const insertQuote = insertBlock('> ', { from: 2, to: 2 })

const toggleQuotes = changeStarts((lines) => {
  const quoted = /^\s{0,3}>\s?/
  const off = lines.every(({ text }) => quoted.test(text))
  return lines.map(({ text }) =>
    off
      ? { from: 0, length: quoted.exec(text)?.[0].length ?? 0, insert: '' }
      : { from: 0, length: 0, insert: text === '' && lines.length > 1 ? '>' : '> ' },
  )
})

const listMark = /^(\s*(?:>\s?)*)((?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)?/

const toggleList = (is: RegExp, markOf: (index: number) => string): StateCommand =>
  changeStarts((lines) => {
    const items = lines.filter(({ text }) => text.trim() !== '' || lines.length === 1)
    const markIn = ({ text }: Line) => listMark.exec(text)?.[2] ?? ''
    const off = items.length > 0 && items.every((line) => is.test(markIn(line)))
    return lines.map((line) => {
      if (!items.includes(line)) return null
      const from = listMark.exec(line.text)?.[1]?.length ?? 0
      return { from, length: markIn(line).length, insert: off ? '' : markOf(items.indexOf(line)) }
    })
  })

/** Turns the selected lines, including other kinds of lists, into a bullet list, or back into paragraphs. */
export const toggleBulletList = toggleList(/^[-*+]\s+(?!\[[ xX]\])/, () => '- ')
/** Turns the selected lines into a numbered list, or back into paragraphs. */
export const toggleNumberedList = toggleList(/^\d+[.)]/, (index) => `${index + 1}. `)
/** Turns the selected lines into a task list, or back into paragraphs. */
export const toggleTaskList = toggleList(/^[-*+]\s+\[[ xX]\]/, () => '- [ ] ')

const insertFence = insertBlock('```\n\n```', { from: 3, to: 3 })

/** Puts the selected lines in a code block, or removes the fence around the caret. */
export const toggleCodeBlock: StateCommand = ({ state, dispatch }) => {
  if (isInEmptyContainer(state)) return insertFence({ state, dispatch })
  const lines = selectedLines(state)
  const [first] = lines
  const last = lines.at(-1)
  if (!first || !last) return false
  const fenced = fenceAround(state, first.from, last.to)
  dispatch(state.update(fenced ? unfence(state, fenced) : fence(state, first, last)))
  return true
}

const fenceAround = (state: EditorState, from: number, to: number) => {
  const tree = ensureSyntaxTree(state, to, 100) ?? syntaxTree(state)
  let node = tree.resolveInner(from, 1).name === 'FencedCode' ? tree.resolveInner(from, 1) : null
  for (let at = tree.resolveInner(from, 1).parent; at && !node; at = at.parent) {
    if (at.name === 'FencedCode') node = at
  }
  return node && node.to >= to ? node : null
}

const unfence = (state: EditorState, { from, to }: { from: number; to: number }) => {
  const first = state.doc.lineAt(from)
  const last = state.doc.lineAt(to)
  const closed = last.number > first.number && /^\s*(?:`{3,}|~{3,})\s*$/.test(last.text)
  return {
    changes: [
      { from: first.from, to: Math.min(first.to + 1, state.doc.length) },
      ...(closed ? [{ from: Math.max(first.to + 1, last.from - 1), to: last.to }] : []),
    ],
    userEvent: 'input.format',
  }
}

const fence = (state: EditorState, first: Line, last: Line) => {
  const text = state.sliceDoc(first.from, last.to)
  const longest = Math.max(2, ...[...text.matchAll(/^\s*(`{3,})/gm)].map(([, mark = '']) => mark.length))
  const mark = '`'.repeat(longest + 1)
  const info = first.from + mark.length // where the language is written
  return {
    changes: [
      { from: first.from, insert: `${mark}\n` },
      { from: last.to, insert: `\n${mark}` },
    ],
    selection: { anchor: info },
    scrollIntoView: true,
    userEvent: 'input.format',
  }
}
