import { EditorSelection, type EditorState, type Range } from '@codemirror/state'
import type { Decoration } from '@codemirror/view'
import { expect, test } from 'vitest'
import { decorate } from '../../../../renderer/live/draw/decorate'
import { piecesBetween, ReadingCache, sourceOf } from '../../../../renderer/live/draw/pieces'
import { labelsField } from '../../../../renderer/live/reading/labels'
import { createReader } from '../../../../renderer/live/reading/read-piece'
import { AppError } from '../../../../shared/app-error'
import { markdownPreset } from '../../../../shared/markdown/options/features'
import { featuresOf } from '../../../../shared/markdown/options/presets'
import { decodePost } from '../../../../shared/posts/text-format'
import { parsed, stateOf } from '../../../support/editor-state'
import { corpusFolder, fixtureSites, hasCorpus, postsBelow } from '../../../support/front-matter-corpus'
import { fc } from '../../../support/properties'
import { pieces } from '../../../support/random-pieces'

const readers = markdownPreset.options.map((preset) => createReader(featuresOf(preset)))
const around = {
  imageOf: () => ({ kind: 'refused' }) as const,
  sizesOf: async () => [],
  formula: () => null,
  titleOf: () => null,
  directionOf: () => 'ltr' as const,
}

const drawn = (state: EditorState, cache: ReadingCache, selection: EditorSelection): Range<Decoration>[] => {
  const labels = state.field(labelsField)
  return piecesBetween(state, 0, state.doc.length).flatMap(({ from, to }) =>
    decorate(cache.of(sourceOf(state, { from, to }, selection), labels), from, {
      selection,
      around,
      numbers: labels.numbers,
      tight: new Set(),
      lineStart: (at) => state.doc.lineAt(at).from,
    }),
  )
}

const withText = (text: string): EditorState => {
  const { state } = stateOf('', labelsField).update({ changes: { from: 0, insert: text } })
  return parsed(state)
}

/** What CodeMirror refuses to draw: places outside the text, and replaced line breaks. */
const refused = (state: EditorState, ranges: readonly Range<Decoration>[]): string[] =>
  ranges.flatMap(({ from, to, value }) => {
    const isInside = from >= 0 && to <= state.doc.length && from <= to
    if (!isInside) return [`${from} to ${to} of ${state.doc.length}`]
    const isLine = value.spec.class !== undefined && from === to && value.spec.widget === undefined
    if (isLine && state.doc.lineAt(from).from !== from) return [`a line style at ${from}`]
    return state.sliceDoc(from, to).includes('\n') && value.point
      ? [`a line break is hidden: ${JSON.stringify(state.sliceDoc(from, to))}`]
      : []
  })

test('every construct is drawn for every renderer, wherever the caret is, and no byte of it moves', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...readers),
      fc.nat(),
      (blocks, read, place) => {
        const state = withText(blocks.join('\n\n'))
        const at = place % (state.doc.length + 1)
        const before = state.doc.toString()
        expect(refused(state, drawn(state, new ReadingCache(read), EditorSelection.single(at)))).toEqual([])
        expect(state.doc.toString()).toBe(before)
      },
    ),
    { numRuns: 400 },
  )
})

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return decodePost(bytes).text
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-text') return null
    throw error
  }
}

test('every post of the corpus is drawn, whatever line the caret is in', () => {
  for (const { bytes } of [...postsBelow(fixtureSites), ...(hasCorpus() ? postsBelow(corpusFolder) : [])]) {
    const text = textOf(bytes)
    if (text === null) continue // not a post that can be opened
    const state = withText(text)
    const cache = new ReadingCache(createReader(featuresOf('everything')))
    const step = Math.max(1, Math.floor(state.doc.length / 20))
    for (let at = 0; at <= state.doc.length; at += step)
      expect(refused(state, drawn(state, cache, EditorSelection.single(at)))).toEqual([])
  }
})

const cells = fc.constantFrom('', ' ', '  ', ' a ', ' two  ', '  x', 'y  ', ' a \\| b   ')

test('nothing hidden in a row stands around the caret, where the next letter would go astray', () => {
  fc.assert(
    fc.property(fc.array(cells, { minLength: 2, maxLength: 4 }), fc.nat(), (row, place) => {
      const head = `|${row.map(() => ' h |').join('')}`
      const line = `|${row.join('|')}|`
      const state = withText(`${head}\n|${row.map(() => ' - |').join('')}\n${line}`)
      const start = state.doc.line(3).from
      // The caret is in the spaces or words of a cell, as after a space was typed.
      const at = start + 1 + (place % (line.length - 1))
      const cache = new ReadingCache(createReader(featuresOf('everything')))
      const around = drawn(state, cache, EditorSelection.single(at)).filter(
        ({ from, to, value }) =>
          value.point && value.spec.widget === undefined && from < at && at < to && from >= start,
      )
      expect(around.map(({ from, to }) => state.sliceDoc(from, to))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('markup that would make its line taller stays out of sight, but not with the caret within it', () => {
  const text = 'See [a](https://example.org/long) b'
  const state = withText(text)
  const labels = state.field(labelsField)
  const shownAt = (caret: number): string =>
    decorate(createReader(featuresOf('github'))(text, labels), 0, {
      selection: EditorSelection.single(caret),
      around,
      numbers: labels.numbers,
      tight: new Set([0]),
      lineStart: () => 0,
    }).reduce(
      (shown, { from, to, value }) =>
        value.spec.class === undefined && value.spec.widget === undefined
          ? shown.slice(0, from) + '·'.repeat(to - from) + shown.slice(to)
          : shown,
      text,
    )
  expect(shownAt(5)).toBe(`See [a${'·'.repeat('](https://example.org/long)'.length)} b`)
  expect(shownAt(12)).toBe(text)
  expect(shownAt(text.length)).not.toBe(text)
})

test('the delimiter row of a table is shown as it is written while a caret is in it', () => {
  const text = '| a | b |\n| - | - |\n| c | d |'
  const state = withText(text)
  const [from, to] = [state.doc.line(2).from, state.doc.line(2).to]
  const hiddenAt = (caret: number) =>
    drawn(state, new ReadingCache(createReader(featuresOf('github'))), EditorSelection.single(caret)).filter(
      (range) => range.from >= from && range.to <= to && range.value.point && range.from < range.to,
    ).length
  expect(hiddenAt(2)).toBeGreaterThan(0)
  expect(hiddenAt(from)).toBe(0)
  expect(hiddenAt(from + 3)).toBe(0)
  expect(hiddenAt(to)).toBe(0)
  expect(hiddenAt(to + 1)).toBeGreaterThan(0)
})

test('a list item that is being typed does not turn the line above into a heading', () => {
  const headings = (text: string, caret: number) => {
    const state = withText(text)
    const ranges = drawn(
      state,
      new ReadingCache(createReader(featuresOf('github'))),
      EditorSelection.single(caret),
    )
    return ranges.filter(({ value }) => String(value.spec.class).includes('live-heading')).length
  }
  for (const text of ['- a\n  - ', 'words\n- ', '> words\n> - ', '1. a\n   - ']) {
    expect(headings(text, text.length), text).toBe(0)
    expect(headings(text, 1), text).toBe(1) // as the site has it
  }
  expect(headings('Title\n-', 7)).toBe(1)
  expect(headings('Title\n---', 9)).toBe(1)
})
