import { EditorSelection, EditorState, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { describe, expect, test } from 'vitest'
import { longestShown, longLines, shownOfLongLines } from '../../../../renderer/editor/view/long-lines'

const stateOf = (doc: string, head = 0): EditorState =>
  EditorState.create({ doc, selection: EditorSelection.cursor(head), extensions: longLines })

const step = (state: EditorState, spec: TransactionSpec): EditorState => state.update(spec).state

/** What is in the view of each long line: relative to the line, with its length. */
const shownIn = (state: EditorState): readonly (readonly [number, number, number])[] =>
  shownOfLongLines(state).map(({ from, to }) => {
    const line = state.doc.lineAt(from)
    return [from - line.from, to - line.from, line.length]
  })

const hiddenIn = (state: EditorState): readonly (readonly [number, number])[] => {
  const ranges: [number, number][] = []
  for (const set of state.facet(EditorView.decorations))
    if (typeof set !== 'function')
      for (const cursor = set.iter(); cursor.value; cursor.next()) ranges.push([cursor.from, cursor.to])
  return ranges
}

const long = 'x'.repeat(3_000_000)
const head = '---\ntitle: A\n---\n\n'

describe('a line of three million characters', () => {
  test('is shown from its start, as long as the caret is elsewhere', () => {
    expect(shownIn(stateOf(`${head}${long}\n\nEnd`))).toEqual([[0, 16_000, 3_000_000]])
    expect(hiddenIn(stateOf(`${head}${long}\n\nEnd`))).toEqual([
      [head.length + 16_000, head.length + 3_000_000],
    ])
  })

  test('is shown around the caret, at its end too', () => {
    const state = stateOf(`${head}${long}\n`)
    const from = head.length
    expect(shownIn(step(state, { selection: { anchor: from + 1_500_000 } }))).toEqual([
      [1_492_000, 1_508_000, 3_000_000],
    ])
    expect(shownIn(step(state, { selection: { anchor: from + 3_000_000 } }))).toEqual([
      [2_984_000, 3_000_000, 3_000_000],
    ])
  })

  test('stays where it is while the caret moves inside, and follows before the caret reaches what is hidden', () => {
    const state = stateOf(long)
    expect(shownIn(step(state, { selection: { anchor: 13_000 } }))).toEqual([[0, 16_000, 3_000_000]])
    expect(shownIn(step(state, { selection: { anchor: 15_000 } }))).toEqual([[7_000, 23_000, 3_000_000]])
  })

  test('does not move under the pointer', () => {
    const state = step(stateOf(long), { selection: { anchor: 15_500 }, userEvent: 'select.pointer' })
    expect(shownIn(state)).toEqual([[0, 16_000, 3_000_000]])
  })

  test('keeps its part when the caret leaves the line', () => {
    const state = step(stateOf(`${long}\nEnd`), { selection: { anchor: 1_500_000 } })
    expect(shownIn(step(state, { selection: { anchor: 3_000_002 } }))).toEqual([
      [1_492_000, 1_508_000, 3_000_000],
    ])
  })

  test('moves along when text is inserted above, and grows when text is typed into it', () => {
    let state = step(stateOf(`a\n${long}`), { selection: { anchor: 1_500_002 } })
    state = step(state, { changes: { from: 0, insert: 'One line more\n' } })
    expect(shownIn(state)).toEqual([[1_492_000, 1_508_000, 3_000_000]])
    const { head: at } = state.selection.main
    state = step(state, { changes: { from: at, insert: 'y' }, selection: { anchor: at + 1 } })
    expect(shownIn(state)).toEqual([[1_492_000, 1_508_001, 3_000_001]])
  })

  test('shows little again after much was pasted into it', () => {
    let state = stateOf(long)
    state = step(state, { changes: { from: 10, insert: long }, selection: { anchor: 3_000_010 } })
    expect(shownIn(state)).toEqual([[2_992_010, 3_008_010, 6_000_000]])
  })

  test('is shown whole once it is short enough', () => {
    const state = step(stateOf(long), { changes: { from: 0, to: 2_500_000 } })
    expect(hiddenIn(state)).toEqual([])
    expect(shownIn(step(stateOf(long), { changes: { from: 500_000, insert: '\n' } }))).toEqual([
      [0, 16_000, 2_500_000],
    ])
  })

  test('is never cut inside a character', () => {
    const state = step(stateOf(`a${'😀'.repeat(1_500_000)}`), { selection: { anchor: 1_000_001 } })
    for (const [from, to] of hiddenIn(state)) {
      expect(state.doc.sliceString(from, from + 1)).not.toMatch(/[\udc00-\udfff]/)
      expect(state.doc.sliceString(to, to + 1)).not.toMatch(/[\udc00-\udfff]/)
    }
    expect(hiddenIn(state)).toHaveLength(2)
  })
})

test('scrolls to the caret if another part is shown, and only then', () => {
  const state = stateOf(long)
  expect(state.update({ selection: { anchor: 1_000_000 } }).effects).toHaveLength(1)
  expect(state.update({ selection: { anchor: 5_000 } }).effects).toHaveLength(0)
})

test('several long lines have a part each', () => {
  const state = stateOf(`${long}\n\n${long}\n${'y'.repeat(longestShown)}\n${long}`)
  expect(shownIn(state)).toEqual(Array(3).fill([0, 16_000, 3_000_000]))
})

test('lines of a million characters are shown whole, however many', () => {
  const state = stateOf(Array(5).fill('y'.repeat(longestShown)).join('\n'), 3_000_000)
  expect(hiddenIn(state)).toEqual([])
})

test('nothing of the text is lost', () => {
  const state = step(stateOf(`${head}${long}\nEnd`), { selection: { anchor: 1_500_000 } })
  expect(state.doc.toString()).toBe(`${head}${long}\nEnd`)
})
