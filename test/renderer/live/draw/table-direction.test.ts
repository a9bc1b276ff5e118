import type { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { decorate } from '../../../../renderer/live/draw/decorate'
import { piecesBetween, ReadingCache } from '../../../../renderer/live/draw/pieces'
import { tablesFromRight } from '../../../../renderer/live/draw/table-direction'
import { labelsField } from '../../../../renderer/live/reading/labels'
import { createReader } from '../../../../renderer/live/reading/read-piece'
import { featuresOf } from '../../../../shared/markdown/options/presets'
import { parsed, stateOf } from '../../../support/editor-state'

const stateWith = (text: string): EditorState => {
  const { state } = stateOf('', labelsField).update({ changes: { from: 0, insert: text } })
  return parsed(state)
}

/** The first and last line of each table that is mirrored. */
const mirrored = (text: string): readonly string[] => {
  const state = stateWith(text)
  const labels = state.field(labelsField)
  const cache = new ReadingCache(createReader(featuresOf('everything')))
  const ranges = piecesBetween(state, 0, state.doc.length).flatMap(({ from, to }) =>
    decorate(cache.of(state.sliceDoc(from, to), labels), from, {
      selection: null,
      around: {
        imageOf: () => ({ kind: 'refused' }),
        sizesOf: async () => [],
        formula: () => null,
        titleOf: () => null,
        directionOf: () => 'rtl',
      },
      numbers: labels.numbers,
      tight: new Set(),
      lineStart: (at) => state.doc.lineAt(at).from,
    }),
  )
  const found: string[] = []
  tablesFromRight(ranges, state.doc).between(0, state.doc.length, (from, to) => {
    found.push(`${state.doc.lineAt(from).number}-${state.doc.lineAt(to).number}`)
  })
  return found
}

const table = '| א | ב |\n| --- | --- |\n| 1 | 2 |'

test.each([
  ['one table', `${table}\n`, ['1-3']],
  ['with words around it', `מילים\n\n${table}\n\nEnd`, ['3-5']],
  ['two of them', `${table}\n\n${table}\n| 3 | 4 |\n`, ['1-3', '5-8']],
  ['in a quote', `> ${table.replaceAll('\n', '\n> ')}\n`, ['1-3']],
  ['a text without one', 'מילים | עוד\n\n`| a |`\n', []],
  ['a fence', `\`\`\`\n${table}\n\`\`\`\n`, []],
])('%s', (_name, text, expected) => expect(mirrored(text)).toEqual(expected))
