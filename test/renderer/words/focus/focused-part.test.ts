import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { dimmed } from '../../../../renderer/words/focus/focus-mode'
import { focusedPart } from '../../../../renderer/words/focus/focused-part'

/** The part in focus of a text, with the caret or both ends of the selection at `|`. */
const focused = (marked: string, by: 'sentence' | 'paragraph') => {
  const ends = [...marked.matchAll(/\|/g)].map(({ index }, before) => index - before)
  const doc = marked.replaceAll('|', '')
  const state = EditorState.create({
    doc,
    selection: { anchor: ends[0] ?? 0, head: ends[1] ?? ends[0] ?? 0 },
  })
  const { from, to } = focusedPart(state, by)
  return doc.slice(from, to)
}

test('a paragraph ends at blank lines, headings and items', () => {
  expect(focused('one\n\ntwo |a\ntwo b\n\nthree', 'paragraph')).toBe('two a\ntwo b')
  expect(focused('# head\ntext| here', 'paragraph')).toBe('text here')
  expect(focused('# he|ad\ntext here', 'paragraph')).toBe('# head')
  expect(focused('- one\n- two|\n  more\n- three', 'paragraph')).toBe('- two\n  more')
  expect(focused('1. one\n2. tw|o', 'paragraph')).toBe('2. two')
  expect(focused('one\n|\ntwo', 'paragraph')).toBe('')
})

test('a sentence goes over soft breaks, and at its end it is still that one', () => {
  expect(focused('One here. Two| is\nlonger. Three.', 'sentence')).toBe('Two is\nlonger.')
  expect(focused('One here.| Two.', 'sentence')).toBe('One here.')
  expect(focused('One here. |Two.', 'sentence')).toBe('Two.')
  expect(focused('Really?| Yes! No.', 'sentence')).toBe('Really?')
  expect(focused('Version 2.5 is| out, e.g. here. Next.', 'sentence')).toBe('Version 2.5 is out, e.g. here.')
  expect(focused('I met Dr. Smi|th. He left.', 'sentence')).toBe('I met Dr. Smith.')
  expect(focused('Das ist z. B. Was|ser. Und Tee.', 'sentence')).toBe('Das ist z. B. Wasser.')
  expect(focused('**One.** T|wo.', 'sentence')).toBe('Two.')
  expect(focused('你好。世|界很大。再见。', 'sentence')).toBe('世界很大。')
})

test('a selection is in focus from the part it begins in to the one it ends in', () => {
  expect(focused('A one. B t|wo. C th|ree. D.', 'sentence')).toBe('B two. C three.')
  expect(focused('one|\n\ntwo\n\nth|ree\n\nfour', 'paragraph')).toBe('one\n\ntwo\n\nthree')
})

test('what is not in focus steps back, line by line, and its own lines in part', () => {
  const state = EditorState.create({ doc: 'zero\n\nA one. B two. C.\n\nend', selection: { anchor: 15 } })
  const parts: [number, number][] = []
  dimmed(state, 'sentence', [{ from: 0, to: state.doc.length }]).between(0, state.doc.length, (from, to) => {
    parts.push([from, to])
  })
  expect(parts).toEqual([
    [0, 0],
    [5, 5],
    [6, 13],
    [19, 22],
    [23, 23],
    [24, 24],
  ])
})
