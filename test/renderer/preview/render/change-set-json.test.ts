import { ChangeSet, Text } from '@codemirror/state'
import { expect, test } from 'vitest'
import { changesOf } from '../../../../renderer/preview/render/change-set-json'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { fc } from '../../../support/properties'

test('reads what CodeMirror writes', () => {
  const text = 'one\ntwo\nthree\n'
  const set = ChangeSet.of(
    [
      { from: 0, to: 3, insert: '1\n1' },
      { from: 8, insert: 'x' },
      { from: 13, to: 14 },
    ],
    text.length,
  )
  expect(changesOf(set.toJSON())).toEqual([
    { from: 0, to: 3, insert: '1\n1' },
    { from: 8, to: 8, insert: 'x' },
    { from: 13, to: 14, insert: '' },
  ])
})

test('any change gives the text CodeMirror has', () => {
  const line = fc.stringMatching(/^[ab\n]{0,12}$/)
  fc.assert(
    fc.property(line, fc.array(fc.tuple(fc.nat(12), fc.nat(3), line), { maxLength: 4 }), (text, edits) => {
      const inside = edits.map(([from, length, insert]) => ({
        from: Math.min(from, text.length),
        to: Math.min(from + length, text.length),
        insert,
      }))
      const set = inside.reduce(
        (all, edit) =>
          all.compose(
            ChangeSet.of(
              {
                ...edit,
                from: Math.min(edit.from, all.newLength),
                to: Math.min(Math.max(edit.from, edit.to), all.newLength),
              },
              all.newLength,
            ),
          ),
        ChangeSet.empty(text.length),
      )
      const after = set.apply(Text.of(text.split('\n'))).toString()
      expect(applyTextChanges(text, changesOf(set.toJSON()))).toBe(after)
    }),
  )
})
